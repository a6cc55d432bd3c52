import { expect, test } from '@playwright/test';
import { readRows } from '../support/comparison-page';
import { readTwin } from '../support/comparison-twin';
import { requestRaw } from '../support/raw-request';
import { readCsv, readMarkdownTables } from '../support/read-tables';
import { samplePairs } from '../support/sample-pairs';

test.use({ javaScriptEnabled: false });

/** A change of the seed changes which pairs are drawn; a failure names its pair. TWIN_PAIRS=all reads every one, which takes minutes. */
const drawn = samplePairs(300, 20_261_128);
const sampled = process.env.TWIN_PAIRS === 'all' ? drawn : drawn.filter((_, index) => index % 6 < 2);
const groups = [0, 1, 2, 3].map((part) => sampled.filter((_, index) => index % 4 === part));

groups.forEach((sets, part) => {
  test(`the page says what its twins say, cell by cell, for sampled pairs (${part + 1} of ${groups.length})`, async ({ page, baseURL }) => {
    test.setTimeout(600_000);
    const site = baseURL ?? '';
    await page.route('**/*', (route) => (route.request().resourceType() === 'document' ? route.continue() : route.abort()));
    for (const set of sets) {
      const twin = await readTwin(site, set);
      const [markdown, csv] = await Promise.all(['md', 'csv'].map((form) => requestRaw(site, `/compare/${set}.${form}`)));
      expect((await page.goto(`/compare/${set}`))?.status(), set).toBe(200);
      const rows = await readRows(page);
      expect(rows.map(({ id }) => id).toSorted(), set).toEqual(twin.rows.map(({ id }) => id).toSorted());
      const [, ...lines] = readCsv(csv?.text ?? '');
      const [table, lined] = readMarkdownTables(markdown?.text ?? '');
      const stacked = table?.rows ?? [];
      expect(await page.locator('.caps-match').allTextContents(), set).toEqual(lined?.rows.map(([match]) => match) ?? []);
      expect([lines.length, stacked.length], set).toEqual([rows.length, rows.length]);
      twin.rows.forEach((row, at) => {
        const shown = rows.find(({ id }) => id === row.id);
        expect(shown?.label, `${set} ${row.id}`).toBe(row.label);
        expect([lines[at]?.[0], stacked[at]?.[0]?.split('\n')[0]], `${set} ${row.id}`).toEqual([row.label, row.label]);
        row.cells.forEach((cell, index) => {
          const where = `${set} ${row.id} ${cell.tool}`;
          const there = shown?.cells[index];
          const detail = cell.state === 'value' ? (cell.detail ?? '') : '';
          const leads = row.lead?.slug === cell.tool;
          if (row.id === 'documentation' && cell.state === 'value') expect(there?.href, where).toBe(cell.text);
          else expect(there?.text, where).toBe(cell.text);
          if (cell.state === 'value' && row.id !== 'start-here' && row.id !== 'documentation') expect(there?.detail, where).toBe(detail);
          expect(there?.leads, where).toBe(leads);
          expect(lines[at]?.slice(2 + 2 * index, 4 + 2 * index), where).toEqual([cell.text, detail]);
          const expected = [cell.text, detail, leads ? `▲ leads, ${row.lead?.difference}` : ''].filter((line) => line !== '').join('\n');
          expect(stacked[at]?.[index + 1], where).toBe(expected);
        });
      });
    }
  });
});
