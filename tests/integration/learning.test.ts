import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { learnFromLog, listLearned, purgeLog, rebuildFromLog, rollUpMatches, withdrawOutcomes } from '../../lib/db/learn';
import { findListings } from '../../lib/db/listing';
import { readSnapshot } from '../../lib/db/read-snapshot';
import { makeTicket, makeToken, recordOutcome, recordSearch } from '../../lib/db/record-search';
import { searchNeed } from '../../lib/db/search-tools';
import { homes, type TestDatabase, useDatabase } from '../support/databases';
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
  const timesMatched = async (slug: string) => (await readSnapshot((tx) => findListings(tx, [slug]))).value[0]?.timesMatched;

  /** Searches as this visitor, sees whisper, and says whether it worked. */
  const say = async (visitor: string, worked: boolean | null, agent: string | null = userAgent) => {
    const ticket = makeTicket(need, { visitor, userAgent: agent });
    if (ticket === null) return null;
    await recordSearch(ticket, {
      surface: 'search-page',
      filters: {},
      fits: true,
      shown: [{ toolId: 'whisper', capabilityId: 'whisper:translate-to-english' }],
    });
    return worked === null ? null : recordOutcome({ token: makeToken(ticket, 'whisper'), worked, note: null }, { visitor, userAgent: agent });
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

  test('one visitor who repeats a thousand times moves every count by one', async () => {
    const ticket = makeTicket(need, { visitor: 'one', userAgent });
    for (let turn = 0; turn < 20; turn += 1) await say('one', true);
    expect(makeTicket(`  ${need.toUpperCase()}! `, { visitor: 'one', userAgent })).toEqual(ticket);
    await learnFromLog(database);
    await rollUpMatches(database);
    expect(await timesMatched('whisper')).toBe(1);
    expect(await listLearned(database)).toMatchObject([{ confirmations: 1 }]);
    await say('two', true);
    await rollUpMatches(database);
    expect(await timesMatched('whisper')).toBe(2);
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
    await rebuildFromLog(database);
    expect(await readLearned()).toBe(before);
    expect(JSON.parse(before)).toHaveLength(1);
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
    expect(await timesMatched('whisper')).toBe(2);
  });
});
