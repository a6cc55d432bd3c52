import { expect, test } from '@playwright/test';
import { readRows } from '../support/comparison-page';
import { readTwin } from '../support/comparison-twin';
import { samplePairs } from '../support/sample-pairs';

test.use({ javaScriptEnabled: false });

/** A change of the seed changes which pairs are drawn; a failure names its pair. */
const sampled = samplePairs(40, 20_261_123);
const groups = [0, 1, 2, 3].map((part) => sampled.filter((_, index) => index % 4 === part));

groups.forEach((sets, part) => {
  test(`the page says what its JSON says, cell by cell, for sampled pairs (${part + 1} of ${groups.length})`, async ({ page, baseURL }) => {
    for (const set of sets) {
      const twin = await readTwin(baseURL ?? '', set);
      await page.route('**/*', (route) => (route.request().resourceType() === 'document' ? route.continue() : route.abort()));
      expect((await page.goto(`/compare/${set}`))?.status(), set).toBe(200);
      const rows = await readRows(page);
      expect(rows.map(({ id }) => id).toSorted(), set).toEqual(twin.rows.map(({ id }) => id).toSorted());
      for (const row of twin.rows) {
        const shown = rows.find(({ id }) => id === row.id);
        expect(shown?.label, `${set} ${row.id}`).toBe(row.label);
        row.cells.forEach((cell, index) => {
          const at = `${set} ${row.id} ${cell.tool}`;
          const there = shown?.cells[index];
          if (row.id === 'documentation' && cell.state === 'value') expect(there?.href, at).toBe(cell.text);
          else expect(there?.text, at).toBe(cell.text);
          if (cell.state === 'value' && row.id !== 'start-here' && row.id !== 'documentation') expect(there?.detail, at).toBe(cell.detail ?? '');
          expect(there?.leads, at).toBe(row.lead?.slug === cell.tool);
        });
      }
    }
  });
});
