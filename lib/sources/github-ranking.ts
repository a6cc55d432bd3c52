import type { NewTool, ParsedSource, SourceEntry } from '../catalog/entry';
import { collectEntries, type Reject } from './collect-entries';
import { type Fields, fieldsOf } from './fields';
import { type Frame, readCount, readDay, readText, shortenName, state, stateTopics } from './figures';
import { githubName, parseGithubAddress } from './github-address';
import { mergeEntries } from './merge-entries';
import { readCsv } from './read-rows';
import type { ReadOptions } from './source-module';

type Ranking = {
  sourceId: string;
  title: string;
  /** A repository of the ranking of AI is listed under its topics; the other ranks whatever has stars, by language, and lists nothing as a tool. */
  isOfAi: boolean;
};

const columns = ['item', 'repo_name', 'stars', 'forks', 'language', 'repo_url', 'last_commit'];

/** `last_commit` is the last push that GitHub reports; `issues` counts the open ones alone, which is no share. */
function buildEntry(at: string, row: Fields, frame: Frame, ranking: Ranking, reject: Reject): SourceEntry[] {
  const address = parseGithubAddress(row.repo_url);
  if (address === null) {
    reject(`"${(readText(row.repo_url) ?? '').slice(0, 80)}" is not the address of a repository on GitHub`);
    return [];
  }
  const { owner, name, repository } = address;
  const here = { ...frame, address: `https://github.com/${repository}` };
  const facts = [
    ...state(here, 'stars', readCount(row.stars, 'stars', reject)),
    ...state(here, 'forks', readCount(row.forks, 'forks', reject)),
    ...state(here, 'language', readText(row.language)),
    ...state(here, 'last-commit', readDay(row.last_commit, 'last_commit', reject)),
    ...(ranking.isOfAi ? stateTopics(here, [readText(row.item)], ranking.title) : []),
  ];
  const tool: NewTool = { name: shortenName(name), kind: 'repository', category: 'unsorted', vendor: owner, repository };
  return [{ at, names: [githubName(repository)], tool: ranking.isOfAi ? tool : null, facts }];
}

/** Both rankings carry a repository under several headings: its rows become one entry. */
function parseRanking(text: string, read: ReadOptions, ranking: Ranking): ParsedSource {
  const frame = { source: ranking.sourceId, asOf: read.asOf };
  const rows = readCsv(text, columns, ranking.title);
  return mergeEntries(collectEntries(rows, read, ({ at, value }, reject) => buildEntry(at, fieldsOf(value), frame, ranking, reject)));
}

export function parseGithubRanking(text: string, read: ReadOptions): ParsedSource {
  return parseRanking(text, read, { sourceId: 'github-ranking', title: 'GitHub ranking', isOfAi: false });
}

export function parseGithubRankingAi(text: string, read: ReadOptions): ParsedSource {
  return parseRanking(text, read, { sourceId: 'github-ranking-ai', title: 'GitHub ranking of AI repositories', isOfAi: true });
}
