import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { makeNewDatabase } from '../support/new-database';
import { findServer, type TestServer } from '../support/postgres';
import { requestRaw } from '../support/raw-request';
import { pickRecords, readShippedFiles } from '../support/record-files';
import { makeEnvironment, startReadySite, type TestSite } from '../support/server';

/** From a need to a count, over HTTP alone: a server on a few tools, visitors by their addresses, and the operator's commands. */
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const slugs = ['whisper', 'faster-whisper', 'whisper-cpp', 'vllm', 'sglang', 'pgvector', 'comfyui'];
const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const fitting = '/search?q=transcribe+recordings+of+speech';
const unlike = '/search?q=recordings+of+my+grandmother+in+the+attic+of+her+farmhouse';
const repeats = 1_000;

const agent = new Agent({ keepAlive: true, maxSockets: 8 });
const as = (visitor: string, more: Record<string, string> = {}) => ({ 'user-agent': browser, 'x-forwarded-for': visitor, ...more });

type Place = { site: TestSite; environment: Record<string, string>; isShared: boolean };

const command = async ({ environment }: Place, ...given: string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, ['--import', 'tsx', join('lib', 'commands', 'matches.ts'), ...given], { env: makeEnvironment(environment) }))
    .stdout;

/** The embedded database serves one process: the server stops for the operator's command, and starts again. */
async function operate(place: Place, ...given: string[]): Promise<string> {
  if (!place.isShared) await place.site.stop();
  const said = await command(place, ...given);
  if (!place.isShared) place.site = await startReadySite(place.environment);
  return said;
}

const read = async ({ site }: Place, path: string, visitor = '198.51.100.99'): Promise<string> =>
  (await requestRaw(site.address, path, { headers: as(visitor), agent })).text;

/** The token with which a page asks about whisper. */
const findToken = (html: string): string => /name="match" value="([^"]+\.whisper\.[^"]+)"/.exec(html)?.[1] ?? '';

const answer = ({ site }: Place, token: string, visitor: string, more: Record<string, string> = {}) =>
  requestRaw(site.address, '/api/outcomes', {
    method: 'POST',
    headers: as(visitor, { 'content-type': 'application/x-www-form-urlencoded', ...more }),
    body: new URLSearchParams({ match: token, worked: 'yes' }).toString(),
    agent,
  });

async function confirm(place: Place, path: string, visitor: string): Promise<void> {
  const token = findToken(await read(place, path, visitor));
  expect(token).not.toBe('');
  // A search is noted after its page is sent; behind a thousand others that takes a moment, and an answer to it waits.
  await expect.poll(async () => (await answer(place, token, visitor)).status, { timeout: 20_000 }).toBe(303);
}

async function repeatAll(place: Place): Promise<number[]> {
  const token = findToken(await read(place, fitting, '198.51.100.1'));
  const turns = Array.from({ length: repeats }, async (_none, turn) => {
    if (turn % 5 === 0) await read(place, fitting, '198.51.100.1');
    return (await answer(place, token, '198.51.100.1')).status;
  });
  return Promise.all(turns);
}

const folder = mkdtempSync(join(tmpdir(), 'unfragile-learning-'));
let postgres: TestServer | null = null;

test.beforeAll(() => {
  for (const { place, text } of pickRecords(readShippedFiles(), slugs)) {
    const path = join(folder, 'catalog', place);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
});

test.afterAll(async () => {
  agent.destroy();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A new database of PostgreSQL, or null where there is none. */
async function makeUrl(): Promise<string | null> {
  postgres = await findServer();
  if (postgres === null) return null;
  return makeNewDatabase(postgres);
}

for (const home of ['PGlite', 'PostgreSQL']) {
  test(`on ${home}, what two visitors confirm is counted once each, answers the need, and is withdrawn and rebuilt by command`, async () => {
    const url = home === 'PGlite' ? null : await makeUrl();
    test.skip(home === 'PostgreSQL' && url === null, 'There is no PostgreSQL here.');
    const environment = {
      CATALOG_DIR: join(folder, 'catalog'),
      DATA_DIR: join(folder, home),
      TRUST_PROXY: 'true',
      ...(url === null ? {} : { DATABASE_URL: url }),
    };
    const place: Place = { site: await startReadySite(environment), environment, isShared: url !== null };
    try {
      expect(await read(place, unlike)).toContain('Nothing here fits');
      expect(await read(place, '/tools/whisper')).toMatch(/Not matched yet since 23 November 2026, up to \d/);

      expect(new Set(await repeatAll(place))).toEqual(new Set([303, 429]));
      await confirm(place, fitting, '198.51.100.2');
      for (const visitor of ['198.51.100.3', '198.51.100.4']) await confirm(place, unlike, visitor);

      const uncounted: Record<string, string>[] = [
        { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' },
        { 'x-not-counted': '1' },
        { 'sec-purpose': 'prefetch' },
      ];
      for (const [index, more] of uncounted.entries()) {
        const asked = await requestRaw(place.site.address, fitting, { headers: as(`198.51.100.1${index}`, more), agent });
        expect(findToken(asked.text)).toBe('');
      }
      expect((await answer(place, 'made-up', '198.51.100.5')).status).toBe(403);

      expect(await operate(place, 'roll-up')).toContain('1 tools learned');
      const counted = 'Matched 2 times since 23 November 2026, up to';
      await expect.poll(() => read(place, '/tools/whisper'), { timeout: 5_000 }).toContain(counted);
      expect(await read(place, '/tools/whisper')).toContain('worked for 4 of the 4 who said');
      expect(await read(place, fitting, '198.51.100.50')).toContain(counted);
      expect(await read(place, '/compare/faster-whisper-vs-whisper')).toMatch(/since 23 November 2026, up to [^;<]+; worked for 4 of the 4 who said/);
      const answered = await read(place, unlike, '198.51.100.51');
      expect(answered).toContain('readers who searched for this said that it worked');
      expect(answered).not.toContain('Nothing here fits');

      expect(await operate(place)).toMatch(/whisper.*“transcribe recordings of speech”, 2 since .*\n.*2 needs were learned/s);
      expect(await operate(place, 'rebuild')).toContain('rebuilt from the log');
      expect(await operate(place)).toContain('2 needs were learned');
      expect(await operate(place, 'withdraw', '--need', 'recordings of my grandmother in the attic of her farmhouse', '--reason', 'a joke')).toContain(
        '2 outcomes withdrawn',
      );
      expect(await read(place, unlike, '198.51.100.52')).toContain('Nothing here fits');
      expect(await operate(place, 'purge', '--before', '2026-01-01')).toContain('0 searches deleted');
    } finally {
      await place.site.stop();
    }
  });
}
