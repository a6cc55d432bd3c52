import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportData, restoreData } from '../../lib/db/export-data';
import { learnFromLog } from '../../lib/db/learn';
import { migrateDatabase } from '../../lib/db/prepare';
import { makeTicket, makeToken, recordOutcome, recordSearch } from '../../lib/db/record-search';
import { finishSuggestion, listSuggestions, storeSuggestion } from '../../lib/db/suggestions';
import { homes, type TestDatabase, useDatabase } from '../support/databases';

const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

describe.each(homes)('%s', (home) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await useDatabase(home);
    await migrateDatabase(database, () => {});
  });
  afterAll(() => database.drop());

  test('a suggestion is tidied, kept once, and its visitor is kept as a hash alone', async () => {
    expect(await storeSuggestion({ text: '  Some\u0000\n tool ', visitor: '192.0.2.1' })).toEqual({ type: 'stored' });
    expect(await storeSuggestion({ text: 'some TOOL', visitor: '192.0.2.2' })).toEqual({ type: 'stored' });
    expect(await listSuggestions({ all: false })).toMatchObject([{ text: 'Some tool', state: 'open' }]);
    const { rows } = await database.pool.query('SELECT * FROM "ToolSuggestion"');
    expect(rows[0].visitorHash).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify(rows)).not.toContain('192.0.2');
  });

  test('an empty or a long suggestion, or too many from one visitor, is refused', async () => {
    expect(await storeSuggestion({ text: ' \n', visitor: null })).toEqual({ type: 'refused', why: 'empty' });
    expect(await storeSuggestion({ text: 'x'.repeat(301), visitor: null })).toEqual({ type: 'refused', why: 'too-long' });
    expect(await storeSuggestion({ text: '\u{1F600}'.repeat(300), visitor: null })).toEqual({ type: 'stored' });
    for (let n = 0; n < 10; n += 1) expect(await storeSuggestion({ text: `tool ${n}`, visitor: '192.0.2.9' })).toEqual({ type: 'stored' });
    expect(await storeSuggestion({ text: 'one more', visitor: '192.0.2.9' })).toEqual({ type: 'refused', why: 'too-many' });
    expect(await storeSuggestion({ text: 'one more', visitor: '192.0.2.8' })).toEqual({ type: 'stored' });
  });

  test('what was exported is restored in an empty database, and restoring twice changes nothing', async () => {
    const id = (await listSuggestions({ all: false }))[0]!.id;
    expect(await finishSuggestion(id.slice(0, 8))).toBe(true);
    expect(await finishSuggestion(id)).toBe(false);
    expect(await finishSuggestion('')).toBe(false);
    const readAll = async () => (await database.pool.query('SELECT * FROM "ToolSuggestion" ORDER BY "id"')).rows;
    const before = await readAll();
    const text = (await exportData()).join('\n');
    expect(await restoreData(text)).toEqual({ restored: 0, known: before.length, unlisted: 0 });
    await database.pool.query('DELETE FROM "ToolSuggestion"');
    expect(await restoreData(text)).toEqual({ restored: before.length, known: 0, unlisted: 0 });
    expect(await readAll()).toEqual(before);
  });

  test('a file of the first version is still read', async () => {
    const text = (await exportData()).join('\n').replace('"version":3', '"version":1');
    await database.pool.query('DELETE FROM "ToolSuggestion"');
    expect(await restoreData(text)).toMatchObject({ known: 0, unlisted: 0 });
    expect((await listSuggestions({ all: true })).length).toBeGreaterThan(0);
  });

  test('searches, matches, outcomes and counts are restored, and what was learned follows to the same bytes', async () => {
    await database.pool.query(`
      DELETE FROM "ToolSuggestion";
      INSERT INTO "Tool" ("id", "slug", "kind", "category", "name", "vendor", "summary", "pickFor", "describedFrom", "recordHash", "origin")
      VALUES ('scribe', 'scribe', 'app', 'none', 'Scribe', '', 'writes down what is said', '', '', '', 'source')`);
    for (const visitor of ['one', 'two']) {
      const searcher = { visitor, userAgent };
      const ticket = makeTicket('minutes of a meeting', searcher)!;
      await recordSearch(ticket, { surface: 'search-page', filters: { kind: 'app' }, fits: false, shown: [{ toolId: 'scribe', capabilityId: null }] });
      await recordOutcome({ token: makeToken(ticket, 'scribe'), worked: true, note: `said ${visitor}` }, searcher);
    }
    await learnFromLog(database);
    await database.pool.query(`INSERT INTO "MatchCount" VALUES ('scribe', 7, 2, 0, '2026-11-20', 5)`);
    const tables = ['Need', 'Search', 'Match', 'Outcome', 'MatchCount', 'LearnedNeed'];
    const readAll = async () => {
      const read = [];
      for (const table of tables) read.push((await database.pool.query(`SELECT * FROM "${table}" ORDER BY 1, 2`)).rows);
      return read;
    };
    const clear = () => database.pool.query('DELETE FROM "Search"; DELETE FROM "Need"; DELETE FROM "MatchCount"; DELETE FROM "LearnedNeed"');
    const before = await readAll();
    expect(before.map((rows) => rows.length)).toEqual([1, 2, 2, 2, 1, 1]);
    const text = (await exportData()).join('\n');
    await clear();
    expect(await restoreData(text)).toEqual({ restored: 8, known: 0, unlisted: 0 });
    expect(await readAll()).toEqual(before);
    expect(await restoreData(text)).toEqual({ restored: 0, known: 8, unlisted: 0 });
    await clear();
    await database.pool.query(`DELETE FROM "Tool" WHERE "id" = 'scribe'`);
    expect(await restoreData(text)).toEqual({ restored: 3, known: 0, unlisted: 5 });
  });

  test('a broken file restores nothing and names its line', async () => {
    const lines = await exportData();
    await database.pool.query('DELETE FROM "ToolSuggestion"');
    await expect(restoreData([...lines, '{"table":"Tool","row":{}}'].join('\n'))).rejects.toThrow(`Line ${lines.length + 1} cannot be restored`);
    await expect(restoreData('{}')).rejects.toThrow('Line 1 cannot be restored');
    await expect(restoreData(lines.join('\n').replace('"version":3', '"version":4'))).rejects.toThrow('The file is of version 4; this program reads up to 3.');
    expect(await listSuggestions({ all: true })).toEqual([]);
  });
});
