import { z } from 'zod';
import type { ParsedSource, SourceEntry } from '../catalog/entry';
import { collectEntries, type Reject } from './collect-entries';
import { fieldsOf, isFields } from './fields';
import { type Frame, readDay, readText, state, stateTopics } from './figures';
import { githubName, parseRepository } from './github-address';
import { toSpdx } from './licences';
import { mergeEntries } from './merge-entries';
import { type Row, readJsonLines } from './read-rows';
import type { ReadOptions } from './source-module';
import { readRow } from './state-facts';

const title = 'GitHub REST API';
const count = z.number().int().nonnegative();

/** The members of GitHub's answer to /repos/OWNER/NAME that are read. */
const repository = z.object({
  full_name: z.string(),
  stargazers_count: count,
  forks_count: count,
  language: z.string().nullish(),
  pushed_at: z.string().nullish(),
  archived: z.boolean().nullish(),
  private: z.boolean().nullish(),
  license: z.object({ spdx_id: z.string().nullish() }).nullish(),
  topics: z.array(z.string()).nullish(),
});
type Repository = z.infer<typeof repository>;

/** A repository's newest push stands for its last commit, and its newest release is one that is no draft and no preview. */
function stateRepository(frame: Frame, each: Repository, published: unknown, reject: Reject): SourceEntry['facts'] {
  return [
    ...state(frame, 'stars', each.stargazers_count),
    ...state(frame, 'forks', each.forks_count),
    ...state(frame, 'language', readText(each.language)),
    ...state(frame, 'last-commit', readDay(each.pushed_at, 'pushed_at', reject), { note: 'Day of the newest push to any branch, as GitHub reports it.' }),
    ...state(frame, 'last-release', readDay(published, 'published_at', reject)),
    ...state(frame, 'licence', toSpdx(each.license?.spdx_id)),
    ...state(frame, 'status', each.archived === true ? 'archived' : null),
    ...stateTopics(frame, each.topics ?? []),
  ];
}

function buildEntry(row: Row, { asOf }: ReadOptions, reject: Reject): SourceEntry[] {
  const line = fieldsOf(row.value);
  const wrapped = isFields(line.repository);
  const each = readRow(repository, wrapped ? { at: row.at, value: line.repository } : row, reject);
  if (each === null) return [];
  const named = parseRepository(each.full_name);
  if (named === null || each.private === true) {
    reject(named === null ? 'full_name is not "owner/name"' : 'a private repository');
    return [];
  }
  const day = wrapped ? readDay(line.fetchedOn, 'fetchedOn', reject) : null;
  const frame = { source: 'github-api', asOf: day ?? asOf, address: `https://github.com/${named.repository}` };
  const asked = parseRepository(line.asked);
  const names: SourceEntry['names'] = [githubName(named.repository), ...(asked === null ? [] : [githubName(asked.repository)])];
  return [{ at: row.at, names, tool: null, facts: stateRepository(frame, each, fieldsOf(line.release).published_at, reject) }];
}

/**
 * Answers of /repos/OWNER/NAME, one JSON line each: the answer itself, or under "repository" beside the name that was
 * `asked` for, the day it was `fetchedOn` and the answer of …/releases/latest as `release`. They add facts to listed tools.
 */
export function parseGithubApi(text: string, read: ReadOptions): ParsedSource {
  return mergeEntries(collectEntries(readJsonLines(text, title), read, (row, reject) => buildEntry(row, read, reject)));
}
