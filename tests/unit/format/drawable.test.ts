import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeDrawable } from '../../../lib/format/drawable';
import { readCoverage } from '../../../lib/pages/read-coverage';

const covers = readCoverage(readFileSync('node_modules/geist/dist/fonts/geist-sans/Geist-SemiBold.ttf'));

test.each([
  ['vLLM', 'vLLM'],
  ['Ångström Łódź', 'Ångström Łódź'],
  ['ЯндексGPT', 'ЯндексGPT'],
  ['🤗 Transformers 👩‍💻', 'Transformers'],
  ['LLM 4️⃣ #1 *', 'LLM 4 #1 *'],
  ['evil\u202ename\u200b', 'evilname'],
  ['a\n b', 'a b'],
  ['🦙', null],
  ['通义千问', null],
  ['Qwen 通义', null],
  ['نموذج', null],
  ['', null],
])('%j is drawn as %j', (text, drawn) => {
  expect(makeDrawable(text, covers)).toBe(drawn);
});

test('nothing is drawn that the font lacks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const drawn = makeDrawable(text, covers);
      if (drawn !== null) expect([...drawn].every((letter) => covers(letter.codePointAt(0)!))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('what is no font is refused', () => {
  expect(() => readCoverage(Buffer.alloc(64))).toThrow('no table of characters');
});
