import type { NewTool, ParsedSource, SourceEntry } from '../catalog/entry';
import { collectEntries, type Reject } from './collect-entries';
import { type Fields, fieldsOf, isFields, itemsOf } from './fields';
import { readCount, readDay, readText, shortenName, state, stateTopics } from './figures';
import { githubName, parseRepository } from './github-address';
import { toSpdx } from './licences';
import { mergeEntries } from './merge-entries';
import { listRows, readJson, SourceFileError } from './read-rows';
import type { ReadOptions } from './source-module';

const sourceId = 'repo-metadata';
const title = 'GitHub repository metadata';

/** Topics by which owners call a repository one of AI; without any of them it is not listed, and only adds facts to a known tool. */
const aiTopics: ReadonlySet<string> = new Set([
  'agentic-ai',
  'agents',
  'ai',
  'ai-agent',
  'ai-agents',
  'anthropic',
  'artificial-intelligence',
  'chatgpt',
  'claude',
  'claude-code',
  'codex',
  'computer-vision',
  'deep-learning',
  'gemini',
  'generative-ai',
  'gpt',
  'large-language-models',
  'llm',
  'llms',
  'machine-learning',
  'mcp',
  'mcp-server',
  'model-context-protocol',
  'nlp',
  'ollama',
  'openai',
  'rag',
  'text-to-speech',
  'transformers',
]);

/** A repository's creation is not its first commit, and open issues alone are no share: neither becomes a fact. */
function buildEntry(at: string, row: Fields, asOf: string, reject: Reject): SourceEntry[] {
  const parsed = parseRepository(row.fullName);
  if (parsed === null) {
    reject('the row has no fullName "owner/name"');
    return [];
  }
  const { owner, name, repository } = parsed;
  const frame = { source: sourceId, asOf: readDay(row.fetchedAt, 'fetchedAt', reject) ?? asOf, address: `https://github.com/${repository}` };
  const topics = itemsOf(row.topics).map(readText);
  const facts = [
    ...state(frame, 'stars', readCount(row.stars, 'stars', reject)),
    ...state(frame, 'forks', readCount(row.forks, 'forks', reject)),
    ...state(frame, 'language', readText(row.language)),
    ...state(frame, 'last-commit', readDay(row.pushedAt, 'pushedAt', reject), { note: 'Day of the newest push to any branch, as GitHub reports it.' }),
    ...state(frame, 'licence', toSpdx(row.license)),
    ...state(frame, 'status', row.archived === true ? 'archived' : null),
    ...stateTopics(frame, topics),
  ];
  const isOfAi = topics.some((topic) => topic !== null && aiTopics.has(topic.toLowerCase()));
  const tool: NewTool = { name: shortenName(name), kind: 'repository', category: 'unsorted', vendor: owner, repository };
  return [{ at, names: [githubName(repository)], tool: isOfAi ? tool : null, facts }];
}

/** Figures of GitHub's API for a list of repositories, each dated by the day it was fetched. */
export function parseRepoMetadata(text: string, read: ReadOptions): ParsedSource {
  const document = readJson(text, title);
  if (!isFields(document) || !Array.isArray(document.items)) throw new SourceFileError(`This is no file of ${title}: it has no list "items".`);
  return mergeEntries(collectEntries(listRows(document.items, 'items'), read, ({ at, value }, reject) => buildEntry(at, fieldsOf(value), read.asOf, reject)));
}
