import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findJob, findJobsLike, isSharedCapability, listJobs } from '../../lib/db/find-capabilities';
import { readSnapshot } from '../../lib/db/read-snapshot';
import { makeTicket, recordSearch } from '../../lib/db/record-search';
import { isRollUpDue } from '../../lib/db/roll-up-due';
import { writeJobCounts } from '../../lib/db/write-claims';
import { homes, type TestDatabase, useDatabase } from '../support/databases';
import { fillDatabase } from '../support/records';

const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const hour = 3_600_000;

describe.each(homes)('%s', (home) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await useDatabase(home);
    await fillDatabase(database);
  });
  afterAll(() => database.drop());

  test('a job holds its tools, the highest rank first, each with what it claims', async () => {
    const { value } = await readSnapshot((tx) => findJob(tx, 'transcribe-speech', 10));
    const ranks = value?.listings.filter(({ ranked }) => ranked).map(({ total }) => total) ?? [];
    expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
    expect(value?.claims.every(({ slug }) => value.listings.some((each) => each.slug === slug))).toBe(true);
    expect((await readSnapshot((tx) => findJob(tx, 'no-such-job', 10))).value).toBeNull();
  });

  test('a job has a page when two tools share it, and its name may be misspelt', async () => {
    expect(await isSharedCapability('transcribe-speech')).toBe(true);
    expect(await isSharedCapability("'; --")).toBe(false);
    const { value } = await readSnapshot(async (tx) => ({ all: await listJobs(tx, 3), like: await findJobsLike(tx, 'transcribe speach', 3) }));
    expect(value.all.every(({ tools }) => tools >= 3)).toBe(true);
    expect(value.like[0]?.slug).toBe('transcribe-speech');
  });

  test('what is kept of each job is how many active tools claim it', async () => {
    const differing = `
      SELECT j."id" FROM "Capability" j WHERE j."tools" <> (SELECT count(DISTINCT t."id") FROM "ToolCapability" c JOIN "Tool" t ON t."id" = c."toolId"
        WHERE c."jobId" = j."id" AND c."withdrawnAt" IS NULL AND t."state" = 'active')`;
    expect((await database.pool.query(differing)).rows).toEqual([]);
    await database.pool.query('UPDATE "Capability" SET "tools" = "tools" + 1');
    await database.prisma.$transaction((tx) => writeJobCounts(tx));
    expect((await database.pool.query(differing)).rows).toEqual([]);
  });

  test.each(['speech', 'trans', 'Run models', 'sumarise', '100%', 'a_b'])('the indexes find for %j what a look at every job finds', async (text) => {
    const { rows } = await database.pool.query<{ id: string }>(
      `SELECT "id" FROM (SELECT j.*, CASE WHEN strpos(' ' || lower("name"), ' ' || $1) > 0 THEN 1
         ELSE greatest(similarity(lower("name"), $1), similarity("id", $1)) END AS "likeness" FROM "Capability" j) n
       WHERE "likeness" >= 0.2 AND "tools" >= 2 ORDER BY "likeness" DESC, "tools" DESC, "id" LIMIT 20`,
      [text.toLowerCase()],
    );
    const { value } = await readSnapshot((tx) => findJobsLike(tx, text, 20));
    expect(value.map(({ slug }) => slug)).toEqual(rows.map(({ id }) => id));
  });

  test('a roll-up is due when something is new and the last snapshot is an hour old', async () => {
    const later = new Date(Date.now() + 2 * hour);
    expect(await isRollUpDue(database, null, later)).toBe(false);
    const ticket = makeTicket('a need of the test', { visitor: 'one', userAgent });
    if (ticket === null) throw new Error('no ticket');
    await recordSearch(ticket, { surface: 'search-page', filters: {}, fits: true, shown: [] });
    expect(await isRollUpDue(database, null, new Date())).toBe(false);
    expect(await isRollUpDue(database, null, later)).toBe(true);
    expect(await isRollUpDue(database, new Date(Date.now() + hour / 2), new Date(Date.now() + 3 * hour))).toBe(false);
  });
});
