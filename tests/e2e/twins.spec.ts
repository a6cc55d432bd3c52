import { expect, test } from '@playwright/test';
import { readRows } from '../support/comparison-page';
import { readTwin } from '../support/comparison-twin';
import { requestRaw } from '../support/raw-request';
import { readCsv, readMarkdownTables } from '../support/read-tables';
import { samplePairs } from '../support/sample-pairs';

test.use({ javaScriptEnabled: false });

/** A change of the seed changes which pairs are drawn; a failure names its pair. */
const drawn = samplePairs(300, 20_261_128);
const groups = [0, 1, 2, 3].map((part) => drawn.filter((_, index) => index % 4 === part));

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
      // What each form says of a row and its cells, held together in one comparison: one of each value would be tens of thousands.
      const told = twin.rows.map((row, at) => {
        const shown = rows.find(({ id }) => id === row.id);
        const isLink = row.id === 'documentation';
        const isPlain = isLink || row.id === 'start-here';
        return row.cells.map((cell, index) => {
          const there = shown?.cells[index];
          const isValue = cell.state === 'value';
          const detail = isValue ? (cell.detail ?? '') : '';
          const leads = row.lead?.slug === cell.tool;
          const stack = [cell.text, detail, leads ? `▲ leads, ${row.lead?.difference}` : ''].filter((line) => line !== '').join('\n');
          const where = `${row.id} ${cell.tool}`;
          return {
            page: [where, shown?.label, isLink && isValue ? there?.href : there?.text, isValue && !isPlain ? there?.detail : null, there?.leads],
            csv: [where, lines[at]?.[0], ...(lines[at]?.slice(2 + 2 * index, 4 + 2 * index) ?? [])],
            markdown: [where, stacked[at]?.[0]?.split('\n')[0], stacked[at]?.[index + 1]],
            twin: {
              page: [where, row.label, cell.text, isValue && !isPlain ? detail : null, leads],
              csv: [where, row.label, cell.text, detail],
              markdown: [where, row.label, stack],
            },
          };
        });
      });
      expect(told.flat().length, set).toBeGreaterThan(20);
      for (const form of ['page', 'csv', 'markdown'] as const)
        expect(
          told.flat().map((cell) => cell[form]),
          `${set} as ${form}`,
        ).toEqual(told.flat().map(({ twin: said }) => said[form]));
    }
  });
});
