import { join } from 'node:path';
import type { Rejection } from '../catalog/entry';
import type { LiveAccess, LiveService } from '../config';
import type { Database } from '../db/database';
import { importSource } from '../db/import-source';
import { listNames } from '../db/list-names';
import { type AnswerStore, openAnswerStore } from '../sources/live/answer-store';
import { createClient, type LiveClient } from '../sources/live/client';
import { type LiveSource, type LiveSourceName, liveSources } from '../sources/live/live-sources';
import { formatMoment, type Runtime } from '../sources/live/runtime';
import { sources } from '../sources/sources';
import { describeImport } from './describe-import';
import { CommandError, formatSeconds } from './run-command';

export type LiveSettings = {
  /** Answers are stored in a folder below it. */
  dataDir: string;
  access: Readonly<Record<LiveService, LiveAccess>>;
  pages: number;
  releases: boolean;
  runtime: Runtime;
  print: (line: string) => void;
};

const isLiveName = (name: string): name is LiveSourceName => Object.hasOwn(liveSources, name);

function describeRequests(client: LiveClient, { withoutToken }: LiveSource, now: number): string {
  const { fresh, unchanged, kept } = client.counts;
  const limit = client.limit();
  const left =
    limit === null
      ? ''
      : ` ${limit.remaining}${limit.limit === null ? '' : ` of ${limit.limit}`} requests are left until ${formatMoment(limit.resetsAt, now)}.`;
  return `  ${client.asked()} requests: ${fresh} new answers, ${unchanged} unchanged since an earlier run, ${kept} kept from an interrupted one.${left}${client.hasToken || withoutToken === '' ? '' : ` ${withoutToken}`}`;
}

function openClient(live: LiveSource, store: AnswerStore, startedAt: number, { access, runtime }: LiveSettings): LiveClient {
  const { address, token } = access[live.service];
  const advice = token === null ? `${live.withoutToken} ` : '';
  const limitAdvice = `${advice}What was fetched is kept: the same command goes on from there within a day.`;
  return createClient({ base: address, token, tokenVariable: live.tokenVariable, limitAdvice, runtime, store, startedAt, headers: live.headers });
}

/**
 * `npm run import -- SOURCE --live`: asks the source over the network, and imports what it answers in one transaction,
 * through the parser of its files. What was fetched is on disk before that, so an interrupted run goes on where it stopped.
 */
export async function importLive(database: Database, name: string, settings: LiveSettings): Promise<readonly Rejection[]> {
  if (!isLiveName(name)) throw new CommandError(`"${name}" cannot be asked over the network. These can: ${Object.keys(liveSources).join(', ')}.`);
  const began = performance.now();
  const { runtime, print, pages, releases } = settings;
  const live: LiveSource = liveSources[name];
  const store = openAnswerStore(join(settings.dataDir, 'live', name));
  const { startedAt, resumed } = store.beginRun(runtime.now());
  const client = openClient(live, store, startedAt, settings);
  const listed = live.listed === null ? [] : await listNames(database, live.listed.namespace, live.listed.kinds);
  const of = live.listed === null ? '' : `, for ${listed.length} names of listed tools`;
  print(`${sources[name].title}: ${settings.access[live.service].address}${of}${resumed ? '; going on with an interrupted run' : ''} …`);
  const { text, asOf, missing, stopped } = await live.fetch(client, { listed, pages, releases, report: (line) => print(`  ${line}`) });
  print(describeRequests(client, live, runtime.now()));
  const parsed = text === '' ? { entries: [], rejected: [] } : sources[name].parse(text, { asOf });
  const imported = await importSource(database, sources[name].sourceId, { ...parsed, rejected: [...parsed.rejected, ...missing] });
  print(describeImport(imported, { asOf: asOf || 'no day', read: parsed.entries.length + parsed.rejected.length + missing.length }));
  print(`Snapshot ${imported.snapshot}${imported.snapshotChanged ? '' : ' as before'}, in ${formatSeconds(began)}.`);
  if (stopped === null) store.endRun();
  else print(`  ${stopped}`);
  return imported.rejected;
}
