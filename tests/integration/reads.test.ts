import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ToolRecord } from '../../lib/catalog/record';
import { findNearest, suggestNames } from '../../lib/db/find-names';
import { findSources, listSourcesWithCounts } from '../../lib/db/find-sources';
import { findTools } from '../../lib/db/find-tools';
import { readColumns } from '../../lib/db/list-columns';
import { facets, type ListFilters } from '../../lib/db/list-filters';
import { countFacets, listTools, valuesOffered } from '../../lib/db/list-tools';
import { findListings, type Listing, listAllSlugs } from '../../lib/db/listing';
import { type ListSort, makeColumns } from '../../lib/db/make-columns';
import { migrateDatabase } from '../../lib/db/prepare';
import { NoSnapshotError, type Reading, readSnapshot } from '../../lib/db/read-snapshot';
import { runInRequest } from '../../lib/db/request-context';
import { searchTools } from '../../lib/db/search-tools';
import { homes, type TestDatabase, useDatabase } from '../support/databases';
import { readShippedFiles } from '../support/record-files';
import { fillDatabase } from '../support/records';

const records: ToolRecord[] = readShippedFiles()
  .filter(({ place }) => place !== 'sources.json')
  .map(({ text }) => JSON.parse(text));

const read = async <Value>(run: (tx: Reading) => Promise<Value>): Promise<Value> => (await readSnapshot(run)).value;
/** More than there are tools: a list of this many holds them all. */
const whole = 10_000;
const slugsOf = (listings: readonly Pick<Listing, 'slug'>[]): string[] => listings.map(({ slug }) => slug);

describe.each(homes)('%s', (home) => {
  let database: TestDatabase;
  let all: Listing[];
  beforeAll(async () => {
    database = await useDatabase(home);
    await migrateDatabase(database, () => {});
    await expect(readSnapshot(async () => null)).rejects.toThrow(NoSnapshotError);
    await fillDatabase(database);
    all = (await read((tx) => listTools(tx, { pageSize: whole }))).listings;
  });
  afterAll(() => database.drop());

  test('a page is told its snapshot, and so is the request', async () => {
    const context = { id: 'x', visitor: null, snapshot: null, queryMs: 0, queries: 0 };
    const { snapshot, value } = await runInRequest(context, () => readSnapshot(async (_tx, { id }) => id));
    expect(snapshot).toMatchObject({ id: value, toolCount: records.length });
    expect(snapshot.id).toMatch(/^[0-9a-f]{16}$/);
    expect(snapshot.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(context).toMatchObject({ snapshot: value, queries: 1 });
    expect(context.queryMs).toBeGreaterThan(0);
  });

  test('a page cannot write', async () => {
    await expect(read((tx) => tx.$executeRaw`DELETE FROM "CurrentSnapshot"`)).rejects.toThrow('read-only');
  });

  test('tools come in the order asked, unknown names among them', async () => {
    const found = await read((tx) => findTools(tx, ['github:sgl-project/sglang', 'nobody', 'vllm', 'VLLM']));
    expect(found.map(({ asked, slug }) => [asked, slug])).toEqual([
      ['github:sgl-project/sglang', 'sglang'],
      ['nobody', null],
      ['vllm', 'vllm'],
      ['VLLM', 'vllm'],
    ]);
    const { tool, listing } = found[2]!;
    expect(tool!.rank.total).toBe(listing!.total);
    expect(tool!.standing).toBe(listing!.standing);
    expect(listing).not.toHaveProperty('rank');
    expect(await read((tx) => findTools(tx, []))).toEqual([]);
  });

  test('listings by slug keep the order of the slugs', async () => {
    expect(slugsOf(await read((tx) => findListings(tx, ['vllm', 'nobody', 'aider'])))).toEqual(['vllm', 'aider']);
  });

  test('a list counts all and gives one page', async () => {
    const { total, listings } = await read((tx) => listTools(tx, { page: 2, pageSize: 10 }));
    expect(total).toBe(records.length);
    expect(slugsOf(listings)).toEqual(slugsOf(all).slice(10, 20));
    expect((await read((tx) => listTools(tx, { page: 1_000 }))).listings).toEqual([]);
  });

  const key = {
    rank: ({ ranked, total }) => (ranked ? total : null),
    name: ({ name }) => name.toLowerCase(),
    price: ({ startingPrice }) => (startingPrice === null ? null : Number(startingPrice)),
    newest: ({ newestFact }) => newestFact,
    stars: ({ stars }) => stars,
  } satisfies Record<ListSort, (listing: Listing) => string | number | null>;

  test.each(['rank', 'name', 'price', 'newest', 'stars'] as const)(
    'sorted by %s, what is unknown comes last both ways, and equals are in the order of slugs',
    async (sort) => {
      for (const direction of ['ascending', 'descending'] as const) {
        const { listings } = await read((tx) => listTools(tx, { sort, direction, pageSize: whole }));
        const turn = direction === 'ascending' ? 1 : -1;
        const expected = [...listings].sort((a, b) => {
          const [left, right] = [key[sort](a), key[sort](b)];
          if (left === null || right === null) return Number(left === null) - Number(right === null) || (a.slug < b.slug ? -1 : 1);
          return left === right ? (a.slug < b.slug ? -1 : 1) : (left < right ? -1 : 1) * turn;
        });
        expect(slugsOf(listings)).toEqual(slugsOf(expected));
      }
    },
  );

  test('what lists sort and filter by is made with the snapshot, and made from its listings where an older program left none', async () => {
    const readAnew = () => {
      globalThis.unfragileColumns = undefined;
      return readSnapshot(async (tx, { id }) => ({ read: await readColumns(tx), made: await makeColumns(tx, id) })).then(({ value }) => value);
    };
    const { rows } = await database.pool.query('SELECT "snapshotId", "columns" FROM "ListColumns"');
    const { read: stored, made } = await readAnew();
    expect(rows.map(({ columns }) => columns)).toEqual([made]);
    expect(stored).toEqual({ ...made, orders: new Map() });
    await database.pool.query('DELETE FROM "ListColumns"');
    expect((await readAnew()).read).toEqual(stored);
    await database.pool.query('INSERT INTO "ListColumns" ("snapshotId", "columns") VALUES ($1, $2)', [rows[0].snapshotId, JSON.stringify(rows[0].columns)]);
  });

  const choices: ListFilters[] = [
    {},
    { category: 'chat-model' },
    { kind: 'repository', pricing: 'free software' },
    { weights: 'open' },
    { weights: 'closed', ranked: 'yes' },
    { licence: 'unknown' },
    { pricing: 'unknown' },
    { vendor: 'Google', kind: 'model' },
    { ranked: 'no' },
  ];
  const passes = (listing: Listing, filters: ListFilters): boolean =>
    facets.every((facet) => {
      const wanted = filters[facet];
      return wanted === undefined || wanted === null || choicesOf(listing)[facet] === wanted;
    });
  const choicesOf = ({ category, kind, pricing, licence, openWeights, vendor, ranked }: Listing) => ({
    ...{ category, kind, vendor, pricing: pricing ?? 'unknown', licence: licence ?? 'unknown' },
    weights: openWeights === null ? null : openWeights ? 'open' : 'closed',
    ranked: ranked ? 'yes' : 'no',
  });

  test.each(choices)('the filters %o leave what they say, and each facet counts given the others', async (filters) => {
    const { total, listings } = await read((tx) => listTools(tx, { ...filters, pageSize: whole }));
    const expected = all.filter((listing) => passes(listing, filters));
    expect(slugsOf(listings)).toEqual(slugsOf(expected));
    expect(total).toBe(expected.length);
    const counts = await read((tx) => countFacets(tx, filters));
    for (const facet of facets) {
      const left = all.filter((listing) => passes(listing, { ...filters, [facet]: null }));
      for (const { value, count } of counts[facet]) expect(count).toBe(left.filter((listing) => choicesOf(listing)[facet] === value).length);
      const values = new Set(left.flatMap((listing) => choicesOf(listing)[facet] ?? []));
      const offered = counts[facet].map(({ value }) => value);
      expect(new Set(offered).size).toBe(Math.min(values.size, valuesOffered));
      expect(offered.every((value) => values.has(value))).toBe(true);
      const chosen = Object.entries(filters).find(([name]) => name === facet)?.[1];
      if (typeof chosen === 'string' && values.has(chosen)) expect(offered).toContain(chosen);
    }
  });

  test('prices are exact decimals without trailing zeros', () => {
    const record = records.find(({ slug }) => slug === 'gemini-2-5-flash');
    const listing = all.find(({ slug }) => slug === 'gemini-2-5-flash');
    expect(listing).toMatchObject({ startingPriceSignal: 'price-input' });
    expect(record!.facts.filter(({ signal }) => signal === 'price-input').map(({ value }) => value)).toContain(listing!.startingPrice);
  });

  test('standing is 100 at the top of a category and 0 at its bottom', () => {
    const servers = all.filter(({ category, ranked }) => category === 'inference-server' && ranked);
    expect(servers.length).toBeGreaterThanOrEqual(3);
    expect(servers.at(0)?.standing).toBe(100);
    expect(servers.at(-1)?.standing).toBe(0);
    expect(all.filter(({ ranked }) => !ranked).every(({ standing }) => standing === null)).toBe(true);
  });

  test('the nearest tools to a misspelt name', async () => {
    expect(slugsOf(await read((tx) => findNearest(tx, ['sglangg'], 3)))[0]).toBe('sglang');
    expect(slugsOf(await read((tx) => findNearest(tx, ['Gemini 2.5 Falsh'], 3)))).toContain('gemini-2-5-flash');
    expect(await read((tx) => findNearest(tx, ['qqqqqq', ''], 3))).toEqual([]);
  });

  test('type-ahead finds names first, then words in them, aliases and vendors', async () => {
    const suggest = (typed: string, limit = 8) => read((tx) => suggestNames(tx, typed, limit));
    expect((await suggest('vll'))[0]).toEqual({
      slug: 'vllm',
      name: 'vLLM',
      vendor: expect.any(String),
      kind: 'repository',
      category: 'inference-server',
      alias: null,
    });
    expect(slugsOf(await suggest('flash', 50))).toContain('gemini-2-5-flash');
    expect((await suggest('openrouter:google'))[0]?.alias).toMatch(/^openrouter:google/);
    expect(slugsOf(await suggest('Anthropic', 50))).toContain('claude-sonnet-4-5');
    expect(await suggest('a', 3)).toHaveLength(3);
    // No 5,000 names begin so: the second search goes on past the short way, and must begin as that does.
    for (const typed of ['g', 'ge', 'op']) expect(slugsOf(await suggest(typed, 4))).toEqual(slugsOf(await suggest(typed, 5_000)).slice(0, 4));
    for (const typed of ['', '   ', '%', '_', "'; --", '\\']) expect(Array.isArray(await suggest(typed))).toBe(true);
    expect(await suggest('%')).toEqual([]);
  });

  test('sources are found by id, and counted by what rests on them', async () => {
    const sources = await read((tx) => findSources(tx, ['openrouter-api', 'nobody', 'openrouter-api']));
    expect(Object.keys(sources)).toEqual(['openrouter-api']);
    expect(sources['openrouter-api']?.readOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const counted = await read(listSourcesWithCounts);
    const facts = records.flatMap((record) => record.facts.map((fact) => ({ tool: record.slug, source: fact.source })));
    expect(counted.reduce((sum, each) => sum + each.facts, 0)).toBe(facts.length);
    for (const { id, facts: count, tools } of counted) {
      const resting = facts.filter(({ source }) => source === id);
      expect([id, count, tools]).toEqual([id, resting.length, new Set(resting.map(({ tool }) => tool)).size]);
    }
    const cited = records.flatMap(({ sources: own }) => (own ?? []).map(({ id }) => id));
    expect(counted.map(({ id }) => id)).toEqual(expect.arrayContaining(cited));
    expect(counted.findLastIndex(({ shared }) => shared)).toBeLessThan(counted.findIndex(({ shared }) => !shared));
  });

  const search = (query: string, filters: ListFilters = {}, limit = 10) => read((tx) => searchTools(tx, query, filters, limit));

  test('a search finds tools by what they do, and shows the capability with its hits', async () => {
    const [best, ...others] = await search('transcribe audio');
    expect(['faster-whisper', 'whisper']).toContain(best?.listing.slug);
    expect(others.length).toBeGreaterThan(0);
    expect(best?.capability?.headline.map(({ text }) => text).join('')).toBe(best?.capability?.description);
    expect(best?.capability?.headline.some(({ hit, text }) => hit && /transcri|audio/i.test(text))).toBe(true);
  });

  test('a tool of exactly this name or alias comes first', async () => {
    for (const name of ['vLLM', 'llama.cpp', 'github:sgl-project/sglang', 'Whisper']) {
      const record = records.find((each) => [each.name, each.slug, ...each.aliases].some((known) => known.toLowerCase() === name.toLowerCase()));
      expect((await search(name))[0]?.listing.slug).toBe(record?.slug);
    }
  });

  test('an unknown word beside known ones is forgiven; an excluded word stays excluded', async () => {
    expect((await search('transcribe speech from an audio recording into text zzzzunknown')).length).toBeGreaterThan(0);
    expect(await search('zzzzunknown')).toEqual([]);
    const without = slugsOf((await search('browser -playwright')).map(({ listing }) => listing));
    expect(without).not.toContain('playwright-mcp');
  });

  test('a search is narrowed by filters and never throws on what people type', async () => {
    const found = await search('run models', { kind: 'repository' }, 50);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ listing }) => listing.kind === 'repository')).toBe(true);
    for (const query of ['', '  ', 'the', '"', "a & b | !c <-> ('", ':*', '\\', '\u{1F600}', 'x'.repeat(5_000), '-', '"" -""'])
      expect(Array.isArray(await search(query))).toBe(true);
    expect(await search('run', {}, 2)).toHaveLength(2);
  });

  test('all active slugs are listed for the sitemap, in order', async () => {
    expect(slugsOf(await read(listAllSlugs))).toEqual(records.map(({ slug }) => slug).sort());
  });

  test('no statement is compiled', async () => {
    const { rows } = await database.pool.query('SELECT pg_jit_available() AS "compiles"');
    expect(rows).toEqual([{ compiles: false }]);
  });

  test('reads at the same time do not wait for each other for ever', async () => {
    const found = await Promise.all(Array.from({ length: 20 }, () => read((tx) => listTools(tx, { pageSize: 5 }))));
    expect(found.every(({ total }) => total === records.length)).toBe(true);
  });
});
