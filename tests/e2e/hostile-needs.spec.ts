import { expect, test } from '@playwright/test';
import { requestRaw } from '../support/raw-request';

/** The first letter of every 64 code points that have one: with them every script of Unicode, forty to a need. */
function listScripts(): string[] {
  const letters: string[] = [];
  for (let start = 0; start < 0x32_000; start += 64) {
    const block = Array.from({ length: 64 }, (_none, place) => start + place).filter((point) => point < 0xd8_00 || point > 0xdf_ff);
    const letter = block.map((point) => String.fromCodePoint(point)).find((each) => /\p{L}/u.test(each));
    if (letter !== undefined) letters.push(letter);
  }
  return Array.from({ length: Math.ceil(letters.length / 40) }, (_none, group) => letters.slice(40 * group, 40 * group + 40).join(' '));
}

const needs: [string, string][] = [
  ['nothing', ''],
  ['spaces', '   '],
  ['one letter', 'a'],
  ['one character', '~'],
  ['10 kB', 'transcribe speech '.repeat(570)],
  ['what an address may hold', 'transcribe speech '.repeat(150)],
  ['500 repeated words', 'word '.repeat(500)],
  ['one long word', 'x'.repeat(3_900)],
  ['emoji', '🦆🧠👩‍👩‍👧‍👦 🇪🇺'],
  ['SQL', `'; DROP TABLE "Tool"; --`],
  ['more SQL', `") OR 1=1 UNION SELECT * FROM "Fact" /*`],
  ['operators', `a & b | !c <-> ('d':*) && ~ "e" -f +g (h)`],
  ['only exclusions', '-a -b --c'],
  ['patterns', '%_\\ [a-z]* .* $1 $x {{y}}'],
  ['null bytes', 'speech\0to\0text'],
  ['control characters', 'speech\u0001\u0002\u001b[31m\r\nto text'],
  ['marks without letters', '\u0301\u0301\u200d\ufe0f\u202e\ufeff'],
  ...listScripts().map((text, group): [string, string] => [`scripts ${group + 1}`, text]),
];

/** What a page says in words: its heading; or an answer in one sentence. */
const sentence = /<h1[^>]*>[^<]{3,}|^[A-Z][^<]{10,}\.\n$/;

test('whatever is searched for, the answer says something in words and nothing breaks', async ({ baseURL }) => {
  test.setTimeout(120_000);
  for (const [name, need] of needs) {
    const { status, text } = await requestRaw(baseURL ?? '', `/search?q=${encodeURIComponent(need)}`);
    expect(status, name).toBeLessThan(500);
    expect(text, name).toMatch(sentence);
  }
});

test('texts that are no text in UTF-8 are searched for without breaking', async ({ baseURL }) => {
  for (const raw of ['%ff%fe', '%c3%28', '%ed%a0%80', '%f8%88%80%80%80', '%', '%zz']) {
    const { status, text } = await requestRaw(baseURL ?? '', `/search?q=${raw}`);
    expect(status, raw).toBeLessThan(500);
    expect(text, raw).toMatch(sentence);
  }
});
