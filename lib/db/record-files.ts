import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordFile } from '../catalog/check-records';
import { fields, saturation } from '../match/fields';
import { taskWords } from '../match/task-words';
import { formulaVersion } from '../rank/formula';

/** What search says of a capability besides its text: when it changes, so does every tool's index. */
const indexing = createHash('sha256').update(JSON.stringify({ fields, saturation, taskWords })).digest('hex');

/** Changes when what an import writes changes although no record does; every database is then imported anew. */
export const importVersion = `7 ${indexing.slice(0, 8)}`;

/** The record files of a folder, in a fixed order. Throws a sentence when there is no such folder. */
function readFolder(folder: string): RecordFile[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`There is no folder ${folder} with records. Check CATALOG_DIR and CATALOG_OVERLAY, and that the command runs in the project's folder.`);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((place) => place.replaceAll('\\', '/'))
    .filter((place) => place.endsWith('.json'))
    .sort()
    .map((place) => ({ path: `${folder}/${place}`, place, text: readFileSync(join(folder, place), 'utf8') }));
}

/** The files of the shipped records and, over them, of an overlay folder. */
export function readRecordFiles({ catalogDir, catalogOverlay }: { catalogDir: string; catalogOverlay: string | null }): RecordFile[][] {
  return [readFolder(catalogDir), ...(catalogOverlay === null ? [] : [readFolder(catalogOverlay)])];
}

/** A hash over every byte that an import depends on: when it is that of the current snapshot, there is nothing to import. */
export function getFingerprint(folders: readonly (readonly RecordFile[])[]): string {
  const hash = createHash('sha256').update(`${formulaVersion}\n${importVersion}\n`);
  folders.forEach((files, index) => {
    for (const { place, text } of files) hash.update(`${index} ${place} ${Buffer.byteLength(text)}\n`).update(text);
  });
  return hash.digest('hex');
}
