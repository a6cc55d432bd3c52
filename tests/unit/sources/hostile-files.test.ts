import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fact } from '@/lib/catalog/record';
import { SourceFileError } from '@/lib/sources/read-rows';
import type { SourceModule } from '@/lib/sources/source-module';
import { sources } from '@/lib/sources/sources';
import { aSampleRow, sampleFiles, sourceNames } from './sample-files';

const asOf = '2026-08-22';

/** A small file of each source that its parser reads without a word. */
const cases = sourceNames.map((name) => ({ name, text: sampleFiles[name]([aSampleRow(name, 'x')]), parse: (sources[name] satisfies SourceModule).parse }));

const nasty = fc.constantFrom(
  '',
  '0',
  '-1',
  '-7',
  '1e9',
  'NaN',
  '1,234',
  '99999999999999999999',
  'N/A',
  '2099-01-01',
  '2026-02-31',
  '<img src=x onerror=alert(1)>',
  '\u202eevil',
  '😀',
  '\ud800',
  '\u0000',
  '"',
  "'",
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '{',
  '[',
  'null',
  'true',
  '../..',
  'a'.repeat(10_000),
  'https://github.com/a/b/tree/main/c',
  'https://gitlab.com/a/b',
  '__proto__',
  'constructor',
  '&a *a',
  '{{x}}',
);
/** What cannot be turned into text. */
const unspeakable = fc.constant({ toString: 1, valueOf: 2 });
const anything = fc.oneof(fc.string({ maxLength: 200 }), fc.json(), nasty);

/** A file with parts of it cut out, replaced or doubled. */
function damaged(text: string): fc.Arbitrary<string> {
  const cut = fc.record({ at: fc.nat(text.length), length: fc.nat(20), put: anything });
  return fc
    .array(cut, { minLength: 1, maxLength: 4 })
    .map((cuts) => cuts.reduce((now, { at, length, put }) => now.slice(0, at) + put + now.slice(at + length), text));
}

/** A file in which values stand that nobody expects, while its form stays that of the source. */
function replaced(text: string): fc.Arbitrary<string> {
  const values = [...text.matchAll(/"(?:[^"\\]|\\.)*"|\b\d[\d.]*\b|[^,\n"]+(?=[,\n])/g)];
  return fc.record({ pick: fc.nat(Math.max(0, values.length - 1)), value: fc.oneof(anything, fc.jsonValue(), unspeakable) }).map(({ pick, value }) => {
    const match = values[pick];
    if (!match) return text;
    const put =
      text.startsWith('{') || text.startsWith('[')
        ? JSON.stringify(value)
        : `"${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('"', '""')}"`;
    return text.slice(0, match.index) + put + text.slice(match.index + match[0].length);
  });
}

test.each(cases)('whatever a file of $name holds, it gives facts that can be kept or a sentence', ({ text, parse }) => {
  fc.assert(
    fc.property(fc.oneof(anything, damaged(text), replaced(text)), (input) => {
      let parsed: ReturnType<typeof parse>;
      try {
        parsed = parse(input, { asOf });
      } catch (error) {
        expect(error).toBeInstanceOf(SourceFileError);
        return;
      }
      for (const { names, tool, facts } of parsed.entries) {
        for (const each of facts) expect(fact.safeParse(each).error?.issues).toBeUndefined();
        for (const each of facts) expect(each.asOf <= '2026-08-23').toBe(true);
        expect(names.every((name) => name.length <= 120)).toBe(true);
        expect(tool === null || (tool.name.length <= 60 && tool.name.trim() !== '')).toBe(true);
      }
      for (const { at, reason } of parsed.rejected) expect([at, reason].every((part) => part.length > 0 && part.length <= 1_300)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test.each(cases)('a file of $name that ends too early is refused, or its whole rows are kept', ({ text, parse }) => {
  for (let end = 0; end < text.length; end += 7) {
    try {
      for (const { facts } of parse(text.slice(0, end), { asOf }).entries) expect(facts.every((each) => fact.safeParse(each).success)).toBe(true);
    } catch (error) {
      expect(error).toBeInstanceOf(SourceFileError);
    }
  }
});
