import { type Kind, repositoryKinds } from '../../catalog/kinds';
import type { SourceName } from '../sources';
import type { LiveClient } from './client';
import { fetchGithub } from './fetch-github';
import { fetchHuggingFace } from './fetch-hugging-face';
import { fetchMcpRegistry } from './fetch-mcp-registry';
import { fetchOpenrouter } from './fetch-openrouter';
import type { Fetched, FetchOptions } from './fetched';

export type LiveSource = {
  /** Which address and token of the configuration are its own. */
  service: 'github' | 'huggingFace' | 'openrouter' | 'mcpRegistry';
  tokenVariable: string | null;
  /** Names of listed tools that it asks for; null where it asks for none. */
  listed: { namespace: string; kinds: readonly Kind[] } | null;
  headers?: Readonly<Record<string, string>>;
  /** What helps against its limit as long as no token is set. */
  withoutToken: string;
  fetch: (client: LiveClient, options: FetchOptions) => Promise<Fetched>;
};

/** The sources that can be asked over the network, by the name of the parser that reads their answers. */
export const liveSources = {
  github: {
    service: 'github',
    tokenVariable: 'GITHUB_TOKEN',
    listed: { namespace: 'github:', kinds: repositoryKinds },
    headers: { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' },
    withoutToken: 'With GITHUB_TOKEN set it takes 5,000 an hour instead of 60.',
    fetch: fetchGithub,
  },
  'hugging-face': {
    service: 'huggingFace',
    tokenVariable: 'HF_TOKEN',
    listed: { namespace: 'hf:', kinds: ['model'] },
    withoutToken: 'With HF_TOKEN set it takes more.',
    fetch: fetchHuggingFace,
  },
  openrouter: { service: 'openrouter', tokenVariable: 'OPENROUTER_API_KEY', listed: null, withoutToken: '', fetch: fetchOpenrouter },
  'mcp-registry': { service: 'mcpRegistry', tokenVariable: null, listed: null, withoutToken: '', fetch: fetchMcpRegistry },
} as const satisfies Partial<Record<SourceName, LiveSource>>;

export type LiveSourceName = keyof typeof liveSources;
