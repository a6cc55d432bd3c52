import { parseAgentHarnesses } from './agent-harnesses';
import { parseBestOf } from './best-of';
import { parseDockerMcp } from './docker-mcp';
import { parseGithubApi } from './github-api';
import { parseGithubRanking, parseGithubRankingAi } from './github-ranking';
import { parseLfaiLandscape } from './lfai-landscape';
import { parseMcpRegistry, parseMcpRegistrySeed } from './mcp-registry';
import { modelSources } from './model-sources';
import { parseNpmDownloads } from './npm-downloads';
import { parseOpenalternative } from './openalternative';
import { parseOssinsight } from './ossinsight';
import { parseRepoMetadata } from './repo-metadata';
import type { SourceModule } from './source-module';
import { parseToolsdk } from './toolsdk';

const bestOfMl = { sourceId: 'best-of-ml', title: 'Best of machine learning with Python', lists: 'machine learning' } as const;
const bestOfPython = { sourceId: 'best-of-python', title: 'Best of Python', lists: 'anything' } as const;
const bestOfWebPython = { sourceId: 'best-of-web-python', title: 'Best of Python for the web', lists: 'anything' } as const;
const bestOfJupyter = { sourceId: 'best-of-jupyter', title: 'Best of Jupyter', lists: 'anything' } as const;
const bestOfMcp = { sourceId: 'best-of-mcp', title: 'Best of MCP servers', lists: 'MCP servers' } as const;

/** Every source that a catalogue can be filled from, by the name it is called by: one line each. */
export const sources = {
  ...modelSources,
  github: {
    sourceId: 'github-api',
    title: 'GitHub REST API',
    reads: 'answers of /repos/OWNER/NAME, one JSON line each',
    parse: parseGithubApi,
  },
  'github-ranking': {
    sourceId: 'github-ranking',
    title: 'GitHub ranking',
    reads: 'a day of Data/github-ranking-….csv',
    fileName: /github_ranking_\d/,
    parse: parseGithubRanking,
  },
  'github-ranking-ai': {
    sourceId: 'github-ranking-ai',
    title: 'GitHub ranking of AI repositories',
    reads: 'a day of Data/github-ranking-….csv',
    fileName: /github_ranking_ai_/,
    parse: parseGithubRankingAi,
  },
  'best-of-ml': { ...bestOfMl, reads: 'a day of history/…_projects.csv', fileName: /bestof_ml_/, parse: parseBestOf(bestOfMl) },
  'best-of-python': { ...bestOfPython, reads: 'a day of history/…_projects.csv', fileName: /bestof_python_/, parse: parseBestOf(bestOfPython) },
  'best-of-web-python': { ...bestOfWebPython, reads: 'a day of history/…_projects.csv', fileName: /bestof_web-python_/, parse: parseBestOf(bestOfWebPython) },
  'best-of-jupyter': { ...bestOfJupyter, reads: 'a day of history/…_projects.csv', fileName: /bestof_jupyter_/, parse: parseBestOf(bestOfJupyter) },
  'best-of-mcp': { ...bestOfMcp, reads: 'a day of history/…_projects.csv', fileName: /bestof_mcp_/, parse: parseBestOf(bestOfMcp) },
  'repo-metadata': {
    sourceId: 'repo-metadata',
    title: 'GitHub repository metadata',
    reads: 'data/repo-metadata.json',
    fileName: /repo_metadata_/,
    parse: parseRepoMetadata,
  },
  'agent-harnesses': {
    sourceId: 'agent-harnesses',
    title: 'Best of agent harnesses',
    reads: 'harnesses.json',
    fileName: /agent_harnesses_/,
    parse: parseAgentHarnesses,
  },
  'mcp-registry-seed': {
    sourceId: 'mcp-registry-seed',
    title: 'Official MCP registry, seed file',
    reads: 'data/seed_….json',
    fileName: /mcp_registry_seed_/,
    parse: parseMcpRegistrySeed,
  },
  'mcp-registry': {
    sourceId: 'mcp-registry',
    title: 'Official MCP registry',
    reads: 'an answer of /v0/servers, or a server.json',
    fileName: /^mcp_registry_\d/,
    parse: parseMcpRegistry,
  },
  'docker-mcp': {
    sourceId: 'docker-mcp-registry',
    title: 'Docker MCP registry',
    reads: 'servers/*/server.yaml and tools.json packed into one JSON file',
    fileName: /docker_mcp_registry_/,
    parse: parseDockerMcp,
  },
  toolsdk: {
    sourceId: 'toolsdk-registry',
    title: 'ToolSDK MCP registry',
    reads: 'one JSON line a package',
    fileName: /toolsdk_registry_/,
    parse: parseToolsdk,
  },
  openalternative: {
    sourceId: 'openalternative',
    title: 'OpenAlternative',
    reads: 'one JSON line a project of the README',
    fileName: /openalternative_/,
    parse: parseOpenalternative,
  },
  'lfai-landscape': {
    sourceId: 'lfai-landscape',
    title: 'LF AI & Data landscape',
    reads: 'one JSON line an item of landscape.yml',
    fileName: /lfai_landscape_/,
    parse: parseLfaiLandscape,
  },
  'npm-downloads': {
    sourceId: 'npm-downloads',
    title: 'npm monthly download counts',
    reads: 'one JSON line a package',
    fileName: /npm_\w*packages_/,
    parse: parseNpmDownloads,
  },
  ossinsight: {
    sourceId: 'ossinsight-collections',
    title: 'OSS Insight collections',
    reads: 'the collections’ YAML texts packed into one JSON file',
    fileName: /ossinsight_\w*collections_/,
    parse: parseOssinsight,
  },
} satisfies Record<string, SourceModule>;

export type SourceName = keyof typeof sources;
