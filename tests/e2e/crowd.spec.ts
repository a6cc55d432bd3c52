import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { normaliseNeed } from '../../lib/match/tidy-need';
import { makeNewDatabase } from '../support/new-database';
import { findServer, type TestServer } from '../support/postgres';
import { type RawResponse, requestRaw } from '../support/raw-request';
import { startReadySite, type TestSite } from '../support/server';
import { shippedTools } from '../support/shipped-tools';

/** Two hundred who search at once, each from another address, with the shipped catalogue. */
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const searchers = 200;
const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const forms = ['', '.json', '.md', '.csv'];
const needs = shippedTools.flatMap(({ capabilities }) => capabilities.flatMap(({ needs: [need] }) => need ?? []));

const folder = mkdtempSync(join(tmpdir(), 'unfragile-crowd-'));
let postgres: TestServer | null = null;

test.afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const search = (site: string, agent: Agent, number: number): Promise<RawResponse> =>
  requestRaw(site, `/search${forms[number % forms.length]}?q=${encodeURIComponent(needs[number] ?? '')}`, {
    headers: { 'user-agent': browser, 'x-forwarded-for': `198.51.100.${number}` },
    agent,
  });

const twin = z.object({ query: z.string(), hits: z.array(z.object({ tool: z.object({ slug: z.string() }) })) });

const keptRow = z.object({ text: z.string(), slugs: z.array(z.string()) });

/** What is kept of the searches: of each need the tools that were shown, in their order. */
async function readKept({ query }: TestSite): Promise<Map<string, string[]>> {
  const rows = await query(`
    SELECT n."text", array_remove(array_agg(t."slug" ORDER BY m."position"), NULL) AS "slugs" FROM "Search" s JOIN "Need" n ON n."id" = s."needId"
    LEFT JOIN "Match" m ON m."searchId" = s."id" LEFT JOIN "Tool" t ON t."id" = m."toolId" GROUP BY s."id", n."text"`);
  return new Map(rows.map((row) => keptRow.parse(row)).map(({ text, slugs }) => [text, slugs]));
}

for (const home of ['PGlite', 'PostgreSQL']) {
  test(`on ${home}, of ${searchers} who search at once each is answered or told when to come back, and what was shown is kept whole`, async () => {
    if (home === 'PostgreSQL') postgres = await findServer();
    test.skip(home === 'PostgreSQL' && postgres === null, 'There is no PostgreSQL here.');
    const url = postgres === null ? null : await makeNewDatabase(postgres);
    const environment = { DATA_DIR: join(folder, home), TRUST_PROXY: 'true', ...(url === null ? {} : { DATABASE_URL: url }) };
    const site = await startReadySite(environment);
    const agent = new Agent({ keepAlive: true, maxSockets: 2 * searchers });
    const answers = await Promise.all(Array.from({ length: searchers }, (_none, number) => search(site.address, agent, number)));
    // At once after the last answer: what was shown last is still to be kept.
    await site.stop();
    agent.destroy();
    for (const { status, headers, text } of answers) {
      if (status === 503) expect(text).toMatch(/Too many readers .* Try again then\./);
      else expect([200, 307], text.slice(0, 200)).toContain(status);
      expect(Number(headers['retry-after'] ?? '1')).toBeGreaterThan(0);
    }
    expect(site.readErrors()).toBe('');
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(searchers / 10);
    const again = await startReadySite(environment);
    const kept = await readKept(again);
    await again.stop();
    const shown = answers.flatMap(({ status, text }, number) =>
      status === 200 && forms[number % forms.length] === '.json' ? [twin.parse(JSON.parse(text))] : [],
    );
    expect(shown.length).toBeGreaterThan(0);
    for (const { query, hits } of shown) expect(kept.get(normaliseNeed(query)), query).toEqual(hits.map(({ tool }) => tool.slug));
  });
}
