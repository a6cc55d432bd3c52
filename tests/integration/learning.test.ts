import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startRollUps } from '../../lib/commands/roll-up-timer';
import { learnFromLog, listLearned, purgeLog, rebuildFromLog, rollUpMatches, withdrawOutcomes } from '../../lib/db/learn';
import type { ListFilters } from '../../lib/db/list-filters';
import { findListings } from '../../lib/db/listing';
import { readOutcomes } from '../../lib/db/read-outcomes';
import { readSnapshot } from '../../lib/db/read-snapshot';
import { makeTicket, makeToken, recordOutcome, recordSearch } from '../../lib/db/record-search';
import { searchNeed } from '../../lib/db/search-tools';
import { judgeOutcomes } from '../../lib/rank/match-graph';
import { homes, type TestDatabase, useDatabase } from '../support/databases';
import { readIndex } from '../support/read-index';
import { fillDatabase } from '../support/records';

const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const need = 'speak my grandmother’s letters out of the attic';

describe.each(homes)('%s', (home) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await useDatabase(home);
    await fillDatabase(database);
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await database.pool.query('DELETE FROM "Search"; DELETE FROM "Need"; DELETE FROM "MatchCount"');
    await learnFromLog(database);
    await rollUpMatches(database);
  });

  const scoreWhisper = async (): Promise<number> => {
    const { value } = await readSnapshot((tx) => searchNeed(tx, need, {}, 100));
    return (value.type === 'empty' ? [] : value.results).find(({ toolId }) => toolId === 'whisper')?.score ?? 0;
  };
  const readCounts = async (slug: string) => {
    const [listing] = (await readSnapshot((tx) => findListings(tx, [slug]))).value;
    return { timesMatched: listing?.timesMatched, worked: listing?.worked, failed: listing?.failed };
  };
  const search = async (text: string, filters: ListFilters = {}) => (await readSnapshot((tx) => searchNeed(tx, text, filters, 20))).value;

  /** Searches as this visitor, sees a tool, and says whether it worked. */
  const say = async (
    visitor: string,
    worked: boolean | null,
    agent: string | null = userAgent,
    { text = need, tool = 'whisper', note = null }: { text?: string; tool?: string; note?: string | null } = {},
  ) => {
    const ticket = makeTicket(text, { visitor, userAgent: agent });
    if (ticket === null) return null;
    await recordSearch(ticket, {
      surface: 'search-page',
      filters: { kind: 'app' },
      fits: true,
      shown: [{ toolId: tool, capabilityId: tool === 'whisper' ? 'whisper:translate-into-english' : null }],
    });
    return worked === null ? null : recordOutcome({ token: makeToken(ticket, tool), worked, note }, { visitor, userAgent: agent });
  };
  const readLearned = async () => JSON.stringify((await database.pool.query('SELECT * FROM "LearnedNeed" ORDER BY "id"')).rows);

  test('a tool rises for a need that somebody confirmed, and sinks again when that is withdrawn', async () => {
    const before = await scoreWhisper();
    expect(await say('one', true)).toEqual({ type: 'recorded' });
    expect(await learnFromLog(database)).toBe(1);
    expect(await scoreWhisper()).toBeGreaterThan(before);
    expect(await listLearned(database)).toMatchObject([{ tool: 'whisper', need, confirmations: 1 }]);
    expect(await withdrawOutcomes(database, { need, tool: 'whisper', reason: 'a joke' })).toBe(1);
    expect(await scoreWhisper()).toBe(before);
    expect(await listLearned(database)).toEqual([]);
  });

  test('one visitor who repeats a thousand times moves every count by one', { timeout: 120_000 }, async () => {
    const ticket = makeTicket(need, { visitor: 'one', userAgent });
    for (let turn = 0; turn < 1_000; turn += 1) await say('one', turn % 2 === 1);
    expect(makeTicket(`  ${need.toUpperCase()}! `, { visitor: 'one', userAgent })).toEqual(ticket);
    await learnFromLog(database);
    await rollUpMatches(database);
    expect(await readCounts('whisper')).toEqual({ timesMatched: 1, worked: 1, failed: 0 });
    expect(await listLearned(database)).toMatchObject([{ confirmations: 1 }]);
    await say('two', true);
    await rollUpMatches(database);
    expect(await readCounts('whisper')).toEqual({ timesMatched: 2, worked: 2, failed: 0 });
    const outcomes = await readOutcomes(database);
    expect(judgeOutcomes(outcomes.get('repository') ?? [])).toMatchObject({ enough: false, toolsWithEnough: 0, outcomes: 2 });
    expect(judgeOutcomes(outcomes.get('model') ?? [])).toMatchObject({ outcomes: 0 });
  });

  test('a need that two visitors confirmed is answered by what served it, and by nothing once as many denied it', async () => {
    expect((await search(need)).type).toBe('nothing-fits');
    await say('one', true);
    await learnFromLog(database);
    expect((await search(need)).type).toBe('nothing-fits');
    await say('two', true);
    await learnFromLog(database);
    const found = await search(`  ${need.toUpperCase()}. `);
    expect(found).toMatchObject({ type: 'found', results: [{ toolId: 'whisper', confirmations: 2, capability: { key: 'translate-into-english' } }] });
    expect((await search(need, { kind: 'model' })).type).toBe('nothing-fits');
    for (const visitor of ['three', 'four']) await say(visitor, false);
    await learnFromLog(database);
    expect((await search(need)).type).toBe('nothing-fits');
  });

  test('what served a need stands before what only sounds like it, and after a tool of that very name', async () => {
    const spoken = 'speech to text';
    const before = await search(spoken);
    expect(before.type === 'found' && before.results[0]?.toolId).not.toBe('pgvector');
    for (const visitor of ['one', 'two']) await say(visitor, true, userAgent, { text: spoken, tool: 'pgvector' });
    for (const visitor of ['one', 'two']) await say(visitor, true, userAgent, { text: 'vllm', tool: 'pgvector' });
    await learnFromLog(database);
    const after = await search(spoken);
    expect(after.type === 'found' && after.results.map(({ toolId }) => toolId).slice(0, 2)).toEqual([
      'pgvector',
      before.type === 'found' && before.results[0]?.toolId,
    ]);
    const named = await search('vLLM');
    expect(named.type === 'found' && named.results.slice(0, 2)).toMatchObject([
      { toolId: 'vllm', exact: true },
      { toolId: 'pgvector', confirmations: 2 },
    ]);
  });

  test('a search is kept with its need, filters and results; of the visitor nothing but a hash that is another one tomorrow', async () => {
    await say('203.0.113.7', true);
    const { rows } = await database.pool.query(
      'SELECT n."text", s."surface", s."filters", s."fits", s."at" IS NOT NULL AS "dated", m."toolId", m."position" FROM "Search" s JOIN "Need" n ON n."id" = s."needId" JOIN "Match" m ON m."searchId" = s."id"',
    );
    expect(rows).toEqual([{ text: need, surface: 'search-page', filters: { kind: 'app' }, fits: true, dated: true, toolId: 'whisper', position: 0 }]);
    const tables = ['Search', 'Need', 'Match', 'Outcome', 'MatchCount', 'LearnedNeed'];
    const kept = await Promise.all(tables.map((table) => database.pool.query(`SELECT to_jsonb(t)::text AS "row" FROM "${table}" t`)));
    expect(JSON.stringify(kept.map(({ rows: all }) => all))).not.toMatch(/203\.0\.113|Firefox/);
    const today = makeTicket(need, { visitor: '203.0.113.7', userAgent });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 });
    expect(makeTicket(need, { visitor: '203.0.113.7', userAgent })?.visitorHash).not.toBe(today?.visitorHash);
    vi.useRealTimers();
  });

  test('a secret or an address is answered and kept neither as a need nor as a note', async () => {
    for (const text of ['why does sk-abcdefghijklmnop1234 fail', 'write to jane@example.org'])
      expect(makeTicket(text, { visitor: 'one', userAgent })).toBeNull();
    await say('one', true, userAgent, { note: 'mail jane@example.org' });
    expect((await database.pool.query('SELECT "note" FROM "Outcome"')).rows).toEqual([{ note: null }]);
  });

  test('what our own records say a tool serves counts nothing and teaches nothing', async () => {
    expect((await database.pool.query(`SELECT count(*)::int AS "n" FROM "ToolCapability" WHERE jsonb_array_length("needs") > 0`)).rows[0]?.n).toBeGreaterThan(
      100,
    );
    expect((await database.pool.query('SELECT 1 FROM "MatchCount" UNION ALL SELECT 1 FROM "LearnedNeed"')).rows).toEqual([]);
    expect(await readCounts('whisper')).toEqual({ timesMatched: 0, worked: 0, failed: 0 });
  });

  test('the server learns and rolls up by itself when something is new and the last snapshot is an hour old', async () => {
    for (const visitor of ['one', 'two']) await say(visitor, true);
    await database.pool.query(`UPDATE "CurrentSnapshot" SET "since" = now() - interval '2 hours'`);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const lines: string[] = [];
    const rollUps = startRollUps((_level, message) => lines.push(message));
    vi.advanceTimersByTime(10 * 60_000);
    vi.useRealTimers();
    await rollUps.stop();
    expect(lines).toEqual(['rolled up']);
    expect(await readCounts('whisper')).toEqual({ timesMatched: 2, worked: 2, failed: 0 });
    expect((await search(need)).type).toBe('found');
  });

  test('a search without an outcome teaches nothing, and a need that as many denied as confirmed neither', async () => {
    await say('one', null);
    expect(await learnFromLog(database)).toBe(0);
    await say('one', true);
    await say('two', false);
    expect(await learnFromLog(database)).toBe(0);
    await say('three', true);
    expect(await learnFromLog(database)).toBe(1);
  });

  test.each([null, 'curl/8.5.0', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'HeadlessChrome/130.0'])(
    '%s is answered and not counted',
    async (agent) => {
      expect(await say('robot', true, agent)).toBeNull();
      expect((await database.pool.query('SELECT 1 FROM "Search"')).rows).toEqual([]);
    },
  );

  test('a token that was not signed here is refused, and so is one of a search that was not kept', async () => {
    const ticket = makeTicket(need, { visitor: 'one', userAgent });
    if (ticket === null) throw new Error('no ticket');
    const token = makeToken(ticket, 'whisper');
    expect(await recordOutcome({ token: token.replace('whisper', 'comfyui'), worked: true, note: null }, { visitor: 'one', userAgent })).toEqual({
      type: 'refused',
      why: 'wrong-token',
    });
    expect(await recordOutcome({ token: 'x', worked: true, note: null }, { visitor: 'one', userAgent })).toEqual({ type: 'refused', why: 'wrong-token' });
    expect(await recordOutcome({ token, worked: true, note: null }, { visitor: 'one', userAgent })).toEqual({ type: 'refused', why: 'unknown-match' });
  });

  test('what was learned is the same after it was rebuilt from the log', async () => {
    for (const visitor of ['one', 'two', 'three']) await say(visitor, true);
    await learnFromLog(database);
    const before = await readLearned();
    const index = await readIndex(database);
    await rebuildFromLog(database);
    expect(await readLearned()).toBe(before);
    expect(JSON.parse(before)).toHaveLength(1);
    expect(await readIndex(database)).toBe(index);
  });

  test('a purge deletes old searches and keeps what they counted and taught', async () => {
    await say('one', null);
    await say('two', true);
    await learnFromLog(database);
    await rollUpMatches(database);
    const before = await readLearned();
    expect(await purgeLog(database, new Date(Date.now() + 86_400_000))).toBe(1);
    await learnFromLog(database);
    await rollUpMatches(database);
    expect(await readLearned()).toBe(before);
    expect(await readCounts('whisper')).toEqual({ timesMatched: 2, worked: 1, failed: 0 });
  });
});
