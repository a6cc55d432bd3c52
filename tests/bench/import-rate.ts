import { checkRecords, formatIssue, type RecordFile } from '../../lib/catalog/check-records';
import type { Database } from '../../lib/db/database';
import { getFactKey } from '../../lib/db/fact-key';
import { importCatalog } from '../../lib/db/import-catalog';
import { getFingerprint } from '../../lib/db/record-files';
import type { OpenEmpty } from './empty-databases';
import { countRows, insertRows, type Rows, readRows } from './raw-rows';
import { findMedian, findRatio, time } from './statistics';
import { atLeast, type Line, show } from './table';

export type ImportTimes = { checkMs: number; writeMs: number };

/**
 * The import as the command does it, from the texts of the files on: parse and check every record, then in one transaction make
 * rows with their hashes, write them, index them for search, rank everything and write the snapshot.
 */
export async function importTimed(database: Database, files: readonly RecordFile[], fingerprint = getFingerprint([files])): Promise<ImportTimes> {
  const checked = await time(() => checkRecords([files], getFactKey));
  if (checked.value.issues.length > 0) throw new Error(checked.value.issues.slice(0, 20).map(formatIssue).join('\n'));
  const written = await time(() => importCatalog(database, checked.value.catalogue, fingerprint));
  return { checkMs: checked.ms, writeMs: written.ms };
}

type Round = ImportTimes & { rawMs: number; rows: Rows };

/** One import and one plain insert of the rows that it left, each into an empty database of its own. */
async function runRound(openEmpty: OpenEmpty, files: readonly RecordFile[]): Promise<Round> {
  const imported = await openEmpty();
  const times = await importTimed(imported, files);
  const rows = await readRows(imported.pool);
  await imported.close();
  const raw = await openEmpty();
  const { ms } = await time(() => insertRows(raw.pool, rows));
  await raw.close();
  return { ...times, rawMs: ms, rows };
}

type Measured = { home: string; files: readonly RecordFile[]; openEmpty: OpenEmpty; rounds: number };

/** Rows per second of a real import, against those of a plain insert of the same finished rows (raw-rows.ts). */
export async function measureImport({ home, files, openEmpty, rounds }: Measured): Promise<Line[]> {
  await runRound(openEmpty, files); // warms the code of both sides
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round += 1) measured.push(await runRound(openEmpty, files));
  const count = countRows(measured[0]?.rows ?? []);
  const rates = (read: (round: Round) => number): number[] => measured.map((each) => (1000 * count) / read(each));
  const whole = rates(({ checkMs, writeMs }) => checkMs + writeMs);
  const write = rates(({ writeMs }) => writeMs);
  const raw = rates(({ rawMs }) => rawMs);
  const what = `${home}, ${files.length - 1} tools`;
  const rate = (values: readonly number[]): string => `${Math.round(findMedian(values))} rows/s`;
  return [
    atLeast(`${what}: import ÷ raw insert of the same ${count} rows`, findRatio(whole, raw), 0.7),
    show(`${what}: import without checking the records ÷ raw insert`, findRatio(write, raw).toFixed(2)),
    show(`${what}: whole import`, `${rate(whole)}, ${(count / findMedian(whole)).toFixed(2)} s`),
    show(`${what}: raw insert`, `${rate(raw)}, ${(count / findMedian(raw)).toFixed(2)} s`),
  ];
}
