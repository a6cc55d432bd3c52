import { expect, test } from 'vitest';
import type { ParsedSource } from '@/lib/catalog/entry';
import { fact } from '@/lib/catalog/record';
import { decodeText, SourceFileError } from '@/lib/sources/read-rows';
import type { SourceModule } from '@/lib/sources/source-module';
import { type SourceName, sources } from '@/lib/sources/sources';
import { aSampleRow as aRow, sourceNames as names, type SampleRow, sampleFiles } from './sample-files';

const asOf = '2026-08-22';
const parse = (source: SourceName, text: string): ParsedSource => (sources[source] as SourceModule).parse(text, { asOf });
const read = (source: SourceName, ...rows: SampleRow[]): ParsedSource => parse(source, sampleFiles[source](rows));

/** The facts of the row 'good', each once. */
const goodFacts = ({ entries }: ParsedSource): Set<string> =>
  new Set(entries.flatMap((entry) => (entry.names.some((name) => /(^|[/:])good$/i.test(name)) ? entry.facts.map((each) => JSON.stringify(each)) : [])));

/** Null where the file is refused with a sentence; else every fact is fit to be kept and every rejection is said. */
function readOrRefuse(source: SourceName, text: string): ParsedSource | null {
  try {
    const parsed = parse(source, text);
    for (const each of parsed.entries.flatMap(({ facts }) => facts)) expect(fact.safeParse(each).error?.issues).toBeUndefined();
    for (const { at, reason } of parsed.rejected) expect([at, reason].every((part) => part.length > 0 && part.length <= 1_300)).toBe(true);
    return parsed;
  } catch (error) {
    expect(error).toBeInstanceOf(SourceFileError);
    return null;
  }
}

/** The neighbour of a hostile row keeps every fact, unless the whole file is refused. */
function expectNeighbourKept(source: SourceName, hostile: Partial<SampleRow>): ParsedSource | null {
  const good = aRow(source, 'good');
  const parsed = readOrRefuse(source, sampleFiles[source]([aRow(source, 'bad', hostile), good]));
  if (parsed !== null) expect(goodFacts(parsed)).toEqual(goodFacts(read(source, good)));
  return parsed;
}

test.each(names)('the sample of %s is read without a rejection', (source) => {
  const { entries, rejected } = read(source, aRow(source, 'good'), aRow(source, 'other'));
  expect(rejected).toEqual([]);
  expect(goodFacts({ entries, rejected }).size).toBeGreaterThan(0);
});

/** What is no number of anything here, as JSON and YAML write it; NaN and 1e999 are no JSON at all to some. */
const wrongNumbers = ['"-7"', '-7', '"1e9x"', '1e999', '"NaN"', 'NaN', '"<b>5</b>"', '{}', '[1]', 'true', '"99999999999999999999999999"'];

test.each(names)('%s: a wrong number makes no fact and costs its neighbour nothing', (source) => {
  for (const number of wrongNumbers) {
    const parsed = expectNeighbourKept(source, { number });
    const said = parsed?.entries.flatMap(({ facts }) => facts.map(({ value }) => value)) ?? [];
    expect(said.every((value) => typeof value !== 'number' || (Number.isFinite(value) && value >= 0))).toBe(true);
    expect(said).not.toContain('-7');
  }
});

const numbered = names.filter((source) => sampleFiles[source]([aRow(source, 'bad', { number: '-7' })]).includes('-7'));

test.each(numbered)('%s: a number below zero is rejected with a sentence', (source) => {
  expect(expectNeighbourKept(source, { number: '-7' })?.rejected).not.toEqual([]);
});

const dated = ['github-ranking', 'github', 'repo-metadata', 'npm-downloads', 'models-dev', 'mteb', 'llm-stats', 'aider', 'epoch-versions'] as const;

test.each(dated)('%s: a date in the future is rejected with a sentence', (source) => {
  const parsed = expectNeighbourKept(source, { day: '2099-01-01' });
  expect(parsed?.rejected.map(({ reason }) => reason).join()).toMatch(/after|2099/);
  expect(JSON.stringify(parsed?.entries)).not.toContain('2099');
});

test.each(names)('%s: the same row twice says nothing twice', (source) => {
  const good = aRow(source, 'good');
  expect(goodFacts(read(source, good, good))).toEqual(goodFacts(read(source, good)));
});

const oddNames = ['<img src=x onerror=alert(1)>', 'نموذج اللغة', '🦙 Llama 👩‍💻', '\u202eevil', '"quoted", and\nbroken', '__proto__', '../../etc'];

test.each(names)('%s: a name of other letters, of HTML or of marks that turn the text round harms nothing', (source) => {
  for (const name of oddNames) {
    const parsed = expectNeighbourKept(source, { name });
    expect(JSON.stringify(parsed?.entries ?? [])).not.toContain('\u202e');
  }
});

test.each(names)('%s: a name of 10,000 characters is cut or its row is rejected', (source) => {
  const parsed = expectNeighbourKept(source, { name: 'x'.repeat(10_000) });
  for (const { names: aliases, tool } of parsed?.entries ?? []) {
    expect(aliases.every((alias) => alias.length <= 120)).toBe(true);
    expect(tool === null || tool.name.length <= 60).toBe(true);
  }
});

/** One source of each shape gets the whole 50 MB; the others as much as is too much for a row. */
const wholeSize: readonly SourceName[] = ['best-of-ml', 'openrouter', 'toolsdk', 'aider'];
const unnamed: readonly SourceName[] = ['github', 'repo-metadata', 'npm-downloads', 'ossinsight', 'litellm', 'mteb', 'lmarena', 'hugging-face'];

test.each(names)(
  '%s: a row that is far too long is rejected or the file refused',
  (source) => {
    const long = 'x'.repeat(wholeSize.includes(source) ? 50_000_000 : 1_100_000);
    const parsed = expectNeighbourKept(source, unnamed.includes(source) ? { number: `"${long}"` } : { name: long });
    expect(JSON.stringify(parsed ?? '').length).toBeLessThan(20_000);
    if (parsed !== null && source !== 'ossinsight') expect(parsed.rejected.length).toBeGreaterThan(0);
  },
  60_000,
);

test.each(names)('%s: a file that ends too early is refused, or gives whole rows alone', (source) => {
  const text = sampleFiles[source]([aRow(source, 'good'), aRow(source, 'other')]);
  for (let end = 0; end < text.length; end += 11) readOrRefuse(source, text.slice(0, end));
});

test.each(names)('%s: bytes of another encoding are refused before anything is read', (source) => {
  const text = sampleFiles[source]([aRow(source, 'good', { name: 'Größe' })]);
  expect(() => decodeText(Buffer.concat([Buffer.from(text, 'utf8'), Buffer.from('Größe', 'latin1')]))).toThrow('The file is not valid UTF-8 text.');
  const sixteen = Buffer.from(text, 'utf16le');
  let decoded: string | null = null;
  try {
    decoded = decodeText(sixteen);
  } catch (error) {
    expect(error).toBeInstanceOf(SourceFileError);
  }
  if (decoded !== null) expect(readOrRefuse(source, decoded)?.entries ?? []).toEqual([]);
});
