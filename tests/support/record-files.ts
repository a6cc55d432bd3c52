import type { RecordFile } from '../../lib/catalog/check-records';
import type { ToolRecord } from '../../lib/catalog/record';
import { readRecordFiles } from '../../lib/db/record-files';

/** The record files of this repository. */
export function readShippedFiles(): RecordFile[] {
  return readRecordFiles({ catalogDir: 'prisma/catalog', catalogOverlay: null }).flat();
}

type Draft = { -readonly [Key in keyof ToolRecord]: ToolRecord[Key] };

/** The files with one record changed; the file moves when the slug or kind does. */
export function changeRecord(files: readonly RecordFile[], slug: string, change: (record: Draft) => void): RecordFile[] {
  return files.map((file) => {
    if (!file.place.endsWith(`/${slug}.json`)) return file;
    const record: Draft = JSON.parse(file.text);
    change(record);
    const place = `${record.kind}/${record.slug}.json`;
    return { place, path: `prisma/catalog/${place}`, text: JSON.stringify(record) };
  });
}

export function removeRecord(files: readonly RecordFile[], slug: string): RecordFile[] {
  return files.filter(({ place }) => !place.endsWith(`/${slug}.json`));
}

/** A few tools that refer to each other and to nobody else: quick to import, of two kinds and two categories. */
export function pickRecords(files: readonly RecordFile[], slugs: readonly string[]): RecordFile[] {
  const picked = files.filter(({ place }) => place === 'sources.json' || slugs.some((slug) => place.endsWith(`/${slug}.json`)));
  return picked.map((file) => {
    if (file.place === 'sources.json') return file;
    const record: Draft = JSON.parse(file.text);
    record.relations = (record.relations ?? []).filter(({ tool }) => slugs.includes(tool));
    record.capabilities = record.capabilities.map((each) => ({ ...each, versus: (each.versus ?? []).filter(({ tool }) => slugs.includes(tool)) }));
    record.facts = record.facts.filter(({ value }) => typeof value !== 'string' || !value.startsWith('superseded by'));
    return { ...file, text: JSON.stringify(record) };
  });
}
