import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameReported } from '../../lib/address/report';
import { exportData, restoreData } from '../../lib/db/export-data';
import { makeFormToken } from '../../lib/db/form-token';
import { migrateDatabase } from '../../lib/db/prepare';
import { listReports, type NewReport, resolveReport, storeReport } from '../../lib/db/reports';
import { keepReport } from '../../lib/pages/keep-report';
import { homes, type TestDatabase, useDatabase } from '../support/databases';
import { pickRecords, readShippedFiles } from '../support/record-files';
import { importTestFiles } from '../support/records';

describe.each(homes)('%s', (home) => {
  let database: TestDatabase;
  let fact = '';
  beforeAll(async () => {
    database = await useDatabase(home);
    await migrateDatabase(database, () => {});
    await importTestFiles(database, pickRecords(readShippedFiles(), ['vllm', 'docling']));
    fact = (await database.pool.query(`SELECT "key" FROM "Fact" WHERE "toolId" = 'vllm' AND "signal" = 'licence' LIMIT 1`)).rows[0].key;
  });
  afterAll(() => database.drop());

  const aReport = (more: Partial<NewReport> = {}): NewReport => ({
    ...{ tool: 'vllm', fact, row: 'licence', page: '/tools/vllm', reason: 'wrong-value', note: 'it is MIT' },
    ...more,
  });
  const countRows = async (): Promise<number> => (await database.pool.query('SELECT count(*)::int AS n FROM "ErrorReport"')).rows[0].n;

  test('a report is kept with its fact, once for a visitor, who is kept as a hash alone', async () => {
    for (let n = 0; n < 2; n += 1) expect(await storeReport(aReport(), '192.0.2.1')).toEqual({ type: 'stored' });
    expect(await storeReport(aReport({ fact: null, row: 'rank', reason: 'other', note: null }), null)).toEqual({ type: 'stored' });
    expect(await listReports({ all: false })).toMatchObject([
      {
        tool: 'vllm',
        fact,
        row: 'licence',
        page: '/tools/vllm',
        reason: 'wrong-value',
        note: 'it is MIT',
        value: '"Apache-2.0"',
        address: expect.stringMatching(/^https:/),
      },
      { tool: 'vllm', fact: null, row: 'rank', reason: 'other', note: null, value: null },
    ]);
    const { rows } = await database.pool.query('SELECT * FROM "ErrorReport" ORDER BY "createdAt"');
    expect(rows[0].visitorHash).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify(rows)).not.toContain('192.0.2');
  });

  test('what is about no tool, or about a fact of another one, is refused, and so are too many; nothing of it is written', async () => {
    const before = await countRows();
    expect(await storeReport(aReport({ tool: 'nobody' }), '192.0.2.2')).toEqual({ type: 'refused', why: 'unknown-tool' });
    expect(await storeReport(aReport({ tool: 'docling' }), '192.0.2.2')).toEqual({ type: 'refused', why: 'unknown-fact' });
    expect(await countRows()).toBe(before);
    for (let n = 0; n < 20; n += 1) expect(await storeReport(aReport({ note: `${n}` }), '192.0.2.3')).toEqual({ type: 'stored' });
    expect(await storeReport(aReport({ note: 'one more' }), '192.0.2.3')).toEqual({ type: 'refused', why: 'too-many' });
    expect(await countRows()).toBe(before + 20);
  });

  test('a form is kept when all of it is right; each thing that is wrong is said, and nothing is half written', async () => {
    const reported = { tool: 'vllm', fact, row: 'licence', from: '/compare/sglang-vs-vllm' };
    const token = (age: number): string => makeFormToken(nameReported(reported), Date.now() - age);
    const good = { ...reported, token: token(5_000), reason: 'outdated', note: ' new\r\nlicence\u0000\u202e ', website: '' };
    const send = async (more: Record<string, string>) => {
      const kept = await keepReport(new URLSearchParams({ ...good, ...more }));
      return kept.type === 'kept' ? 200 : kept.status;
    };
    const before = await countRows();
    const wrong: [Record<string, string>, number][] = [
      [{ website: 'https://buy.example' }, 400],
      [{ token: '' }, 403],
      [{ token: `${token(5_000).slice(0, -1)}!` }, 403],
      [{ row: 'rank' }, 403],
      [{ tool: 'docling' }, 403],
      [{ token: token(100) }, 429],
      [{ token: token(25 * 3_600_000) }, 410],
      [{ token: token(-60_000) }, 429],
      [{ reason: 'because' }, 400],
      [{ note: 'x'.repeat(301) }, 413],
      [{ tool: "'; DROP TABLE" }, 400],
      [{ fact: 'x' }, 400],
      [{ from: '//elsewhere.example' }, 400],
      [{ from: 'javascript:alert(1)' }, 400],
    ];
    for (const [more, status] of wrong) expect([more, await send(more)]).toEqual([more, status]);
    expect(await countRows()).toBe(before);
    expect(await send({})).toBe(200);
    const [kept] = (await listReports({ all: false })).filter(({ reason }) => reason === 'outdated');
    expect(kept).toMatchObject({ note: 'new licence', page: '/compare/sglang-vs-vllm' });
  });

  test('an operator resolves a report by the beginning of its id, once', async () => {
    const [first] = await listReports({ all: false });
    expect(await resolveReport('', null)).toBe(false);
    expect(await resolveReport(first!.id.slice(0, 13), 'corrected')).toBe(true);
    expect(await resolveReport(first!.id, null)).toBe(false);
    expect((await listReports({ all: false })).map(({ id }) => id)).not.toContain(first!.id);
    expect((await listReports({ all: true })).find(({ id }) => id === first!.id)).toMatchObject({ resolution: 'corrected', resolvedAt: expect.any(String) });
  });

  test('reports are exported and restored to the same rows', async () => {
    const readAll = async () => (await database.pool.query('SELECT * FROM "ErrorReport" ORDER BY "id"')).rows;
    const before = await readAll();
    const text = (await exportData()).join('\n');
    await database.pool.query('DELETE FROM "ErrorReport"');
    expect(await restoreData(text)).toEqual({ restored: before.length, known: 0, unlisted: 0 });
    expect(await readAll()).toEqual(before);
  });
});
