import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noFilters, parseSearchFilters } from '../../lib/address/search';
import { openLicences } from '../../lib/catalog/open-licences';
import { readSnapshot } from '../../lib/db/read-snapshot';
import { type SearchAsRead, searchAsRead } from '../../lib/db/search-as-read';
import { type NeedSearch, searchNeed } from '../../lib/db/search-tools';
import { rebuildSearch, writeSearch } from '../../lib/db/write-search';
import { countChoices } from '../../lib/pages/count-choices';
import { homes, type TestDatabase, useDatabase } from '../support/databases';
import { askNeeds, readOwnNeeds, scoreNeeds } from '../support/own-needs';
import { readIndex } from '../support/read-index';
import { fillDatabase } from '../support/records';

const search = async (typed: string, limit = 10) => (await readSnapshot((tx) => searchNeed(tx, typed, {}, limit))).value;
const resultsOf = async (typed: string, limit = 10) => {
  const found = await search(typed, limit);
  return found.type === 'empty' ? [] : found.results;
};

const askAsRead = async (typed: string, filters = noFilters): Promise<SearchAsRead> =>
  (await readSnapshot((tx) => searchAsRead(tx, { typed, filters, asWritten: [] }, 20))).value;

const scripts = [
  'Νευρωνικά δίκτυα',
  'перевести речь',
  'تحويل الكلام',
  'זיהוי דיבור',
  '把图片变成文字',
  '画像を生成',
  '음성 인식',
  'แปลงเสียง',
  'ภาษา',
  'चित्र',
  'ᚠᚢᚦ',
  '𝔣𝔯𝔢𝔢',
  'ﷺ',
  'é́́́',
];
const hostile = [
  '',
  ' ',
  'a',
  '\u{1F600}',
  '\'; DROP TABLE "Tool"; --',
  '& | ! ( ) <-> :*',
  '\0null\0byte',
  '\\',
  '\uD800',
  'word '.repeat(500),
  'x'.repeat(10_240),
  'ab '.repeat(3_500),
  '-',
  '- -a',
  'the of and',
  '%_',
  '{"a":1}',
  '\u0001\u0002',
  ...scripts,
];

/** What each database answers to our own needs, to be compared. */
const scores = new Map<string, unknown[]>();

describe.each(homes)('%s', (home) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await useDatabase(home);
    await fillDatabase(database);
  });
  afterAll(() => database.drop());

  test('of our own needs, every one that can be answered is, nearly all by a right tool among the first five, and nearly all others are declined', async () => {
    const told = await askNeeds(readOwnNeeds('needs'));
    scores.set(
      home,
      told.flatMap(({ need, results }) =>
        results.map(({ toolId, score, fit, words, shared, meaning, capability }) => ({
          need,
          toolId,
          score,
          fit,
          words,
          shared,
          meaning,
          capability: capability?.id,
        })),
      ),
    );
    const { answerable, answered, recall5, unanswerable, declined } = scoreNeeds(told);
    expect({ answerable, unanswerable }).toEqual({ answerable: 50, unanswerable: 10 });
    expect(answered).toBe(1);
    expect(recall5).toBeGreaterThanOrEqual(0.9);
    expect(declined).toBeGreaterThanOrEqual(9);
  });

  test('what the words, a shared capability and the meaning gave add up to the score', async () => {
    const results = await resultsOf('convert PDF files to markdown and transcribe speech', 20);
    for (const { words, shared, meaning, score } of results)
      expect(words.reduce((sum, { weight }) => sum + weight, (shared?.weight ?? 0) + (meaning?.weight ?? 0))).toBeCloseTo(score, 4);
    expect(results.some(({ shared }) => shared !== null)).toBe(true);
    expect(results.some(({ meaning }) => meaning !== null)).toBe(true);
  });

  test('a need leads to the capabilities that do it', async () => {
    const found = await search('transcribe the recording of a meeting');
    expect(found.type === 'found' && found.jobs[0]?.job).toBe('transcribe-speech');
  });

  test('what is to be made of what leads to the tools that do it, told with the word of the need that says so', async () => {
    const [plain, asked] = await Promise.all(['recordings text', 'turn recordings into text'].map(async (need) => search(need)));
    expect(asked?.type === 'found' && asked.jobs[0]?.job).toBe('transcribe-speech');
    const textOf = (found?: NeedSearch, slug?: string): number => {
      const results = found?.type === 'found' ? found.results : [];
      return results.find(({ listing }) => listing.slug === slug)?.words.find(({ word }) => word === 'text')?.weight ?? 0;
    };
    const best = asked?.type === 'found' ? asked.results[0]?.listing.slug : undefined;
    expect(textOf(asked, best)).toBeGreaterThan(textOf(plain, best) + 1);
  });

  test.each([
    ['lanchain alternatives', 'langchain'],
    ['run olama on windows', 'ollama'],
    ['Olama', 'ollama'],
  ])('%j is read as a misspelt name', async (typed, meant) => {
    const found = await search(typed);
    expect(found).toMatchObject({ type: 'found', corrections: [{ meant }] });
    expect(found.type === 'found' && found.results.slice(0, 5).map(({ listing }) => listing.slug)).toContain(meant);
  });

  test('a slip late in a name is found by how the name begins', async () => {
    const found = await search('langchian alternatives');
    expect(found.type === 'found' && found.results.slice(0, 5).map(({ listing }) => listing.slug)).toContain('langchain');
  });

  test('a need that fits as it was typed is not corrected', async () => {
    expect(await search('langchain alternatives')).toMatchObject({ type: 'found', corrections: [] });
  });

  test('models can be narrowed to those that take or give more than text', async () => {
    const { value } = await readSnapshot((tx) => searchNeed(tx, 'describe what is on a picture', { modality: 'image-in' }, 20));
    expect(value.type !== 'empty' && value.results.length > 0 && value.results.every(({ listing }) => listing.modalities.includes('image-in'))).toBe(true);
  });

  test('what the words ask for narrows the search and is no part of its text', async () => {
    const { search, read, text, filters, isNarrowed } = await askAsRead('open source MCP server for Postgres');
    expect({ text, isNarrowed, kind: filters.kind, licence: filters.licence }).toEqual({
      text: 'for Postgres',
      isNarrowed: true,
      kind: 'mcp-server',
      licence: 'open',
    });
    expect(read.map(({ words }) => words)).toEqual([['MCP server'], ['open source']]);
    const results = search.type === 'found' ? search.results : [];
    expect(results.length).toBeGreaterThan(0);
    expect(results.every(({ listing: { kind, licence } }) => kind === 'mcp-server' && licence !== null && openLicences.has(licence))).toBe(true);
  });

  test('where nothing narrowed fits, the rest of the need is answered and says so', async () => {
    const { search, read, isNarrowed, filters } = await askAsRead('MCP server for gradient boosted trees');
    expect({ type: search.type, isNarrowed, kind: filters.kind }).toEqual({ type: 'found', isNarrowed: false, kind: null });
    expect(read).toHaveLength(1);
  });

  test('words of a kind do not make an answer of what nothing answers', async () => {
    expect((await askAsRead('free MCP server for sourdough recipes')).search.type).toBe('nothing-fits');
  });

  test.each(['pricing=free', 'licence=open'])('%s counts as many tools among the best answers as it leaves', async (chosen) => {
    const filters = parseSearchFilters(new URLSearchParams(chosen));
    const [all, left] = await Promise.all([noFilters, filters].map((narrowed) => askAsRead('transcribe speech', narrowed)));
    const slugs = (asked?: SearchAsRead) => (asked?.search.type === 'found' ? asked.search.results.map(({ listing }) => listing.slug) : []);
    const [filter = '', value] = chosen.split('=');
    const cards = all?.search.type === 'found' ? all.search.results.map(({ listing }) => listing) : [];
    const kept = cards.filter((card) => countChoices([card], filter === 'licence' ? 'licence' : 'pricing').some((choice) => choice.value === value));
    expect(kept.length).toBeGreaterThan(0);
    expect(slugs(left)).toEqual(expect.arrayContaining(kept.map(({ slug }) => slug)));
    expect(
      slugs(left)
        .filter((slug) => cards.some((card) => card.slug === slug))
        .sort(),
    ).toEqual(kept.map(({ slug }) => slug).sort());
  });

  test('what nobody answers says which words, and still names the nearest', async () => {
    const found = await search('recipe for sourdough bread');
    expect(found).toMatchObject({ type: 'nothing-fits', unanswered: expect.arrayContaining(['sourdough']) });
  });

  test.each(hostile.map((typed) => [typed.slice(0, 24), typed]))('%j gives a result or a sentence, never an error', async (_short, typed) => {
    expect(['empty', 'found', 'nothing-fits']).toContain((await search(typed)).type);
  });

  test('an index that changed tool by tool is the one that is made at once', async () => {
    const before = await readIndex(database);
    await database.prisma.$transaction(async (tx) => {
      for (const id of ['vllm', 'whisper', 'comfyui']) await writeSearch(tx, [id]);
      await tx.$executeRaw`UPDATE "Tool" SET "state" = 'retired' WHERE "id" = 'whisper'`;
      await writeSearch(tx, []);
    });
    expect(await readIndex(database)).not.toBe(before);
    await database.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`UPDATE "Tool" SET "state" = 'active' WHERE "id" = 'whisper'`;
      await writeSearch(tx, []);
    });
    expect(await readIndex(database)).toBe(before);
    await database.prisma.$transaction((tx) => rebuildSearch(tx));
    expect(await readIndex(database)).toBe(before);
  });
});

test.runIf(homes.length > 1)('both databases give the same scores, words and capabilities', () => {
  expect(scores.get('PostgreSQL')).toEqual(scores.get('PGlite'));
});
