import type { Rejection } from '../../catalog/entry';
import { fieldsOf } from '../fields';
import { parseRepository } from '../github-address';
import type { LiveClient } from './client';
import { LimitError } from './failures';
import { type Fetched, type FetchOptions, pickMembers } from './fetched';

const keptOfLicence = ['spdx_id'] as const;
const kept = ['full_name', 'stargazers_count', 'forks_count', 'language', 'pushed_at', 'archived', 'license', 'topics', 'private'] as const;

function keepRepository(value: unknown): unknown {
  const picked = fieldsOf(pickMembers(value, kept));
  return { ...picked, license: pickMembers(picked.license, keptOfLicence) };
}

const keepRelease = (value: unknown): unknown => pickMembers(value, ['published_at']);

type Gathered = { rows: string[]; days: string[]; missing: Rejection[] };

/** `asked` is the name that leads to a tool; the answer's own differs where the repository was renamed. */
async function gatherRepository(client: LiveClient, asked: string, { releases }: FetchOptions, gathered: Gathered): Promise<void> {
  const { status, text, day } = await client.get(`/repos/${asked}`, keepRepository);
  const at = `github:${asked}`;
  if (status !== 200) {
    gathered.missing.push({ at, reason: `GitHub shows no such repository (status ${status})` });
    return;
  }
  const latest = releases ? await client.get(`/repos/${asked}/releases/latest`, keepRelease) : null;
  const release: unknown = latest?.status === 200 ? JSON.parse(latest.text) : null;
  gathered.rows.push(JSON.stringify({ asked, fetchedOn: day, repository: JSON.parse(text), ...(release === null ? {} : { release }) }));
  gathered.days.push(day);
}

/**
 * The repositories of listed tools, those first that were never asked for or longest ago: with 60 requests an hour
 * everybody's turn comes. Each stands by itself and has its own day, so a part can be imported.
 */
export async function fetchGithub(client: LiveClient, options: FetchOptions): Promise<Fetched> {
  const names = options.listed.flatMap((name) => parseRepository(name)?.repository ?? []);
  const ages = new Map(names.map((name) => [name, client.checkedAt(`/repos/${name}`) ?? 0]));
  const inOrder = [...names].sort((a, b) => (ages.get(a) ?? 0) - (ages.get(b) ?? 0));
  const gathered: Gathered = { rows: [], days: [], missing: [] };
  let stopped: string | null = null;
  try {
    for (const [index, name] of inOrder.entries()) {
      await gatherRepository(client, name, options, gathered);
      if (index % 250 === 249) options.report(`${index + 1} of ${inOrder.length} repositories …`);
    }
  } catch (error) {
    if (!(error instanceof LimitError) || gathered.rows.length === 0) throw error;
    stopped = `${error.message} ${gathered.rows.length + gathered.missing.length} of ${inOrder.length} repositories are done.`;
  }
  const newest = gathered.days.reduce((latest, day) => (day > latest ? day : latest), '');
  return { text: gathered.rows.join('\n'), asOf: newest, missing: gathered.missing, stopped };
}
