import { expect, test } from 'vitest';
import { parseNpmDownloads } from '@/lib/sources/npm-downloads';

const parse = (...rows: object[]) => parseNpmDownloads(rows.map((row) => JSON.stringify(row)).join('\n'), { asOf: '2026-03-02' });
const playwright = { name: '@playwright/mcp', repo: 'https://github.com/microsoft/playwright-mcp', downloads_month: 6293363, downloads_asof: '2026-03-01' };

test('a package has its own name and no repository’s, and makes no tool', () => {
  expect(parse(playwright)).toEqual({
    rejected: [],
    entries: [
      {
        at: 'line 1',
        names: ['npm:@playwright/mcp'],
        tool: null,
        facts: [
          {
            signal: 'downloads-30d',
            value: 6293363,
            method: 'measured',
            source: 'npm-downloads',
            asOf: '2026-03-01',
            address: 'https://www.npmjs.com/package/@playwright/mcp',
            conditions: { registry: 'npm', package: '@playwright/mcp' },
          },
        ],
      },
    ],
  });
});

test('no downloads are a figure, and unknown ones make no entry', () => {
  const values = [0, null, -1, '1,000'].map((count) => parse({ ...playwright, downloads_month: count }).entries[0]?.facts[0]?.value);
  expect(values).toEqual([0, undefined, undefined, undefined]);
});

test('a package named twice keeps its first figure; what is no package is rejected', () => {
  const { entries, rejected } = parse(playwright, { ...playwright, downloads_month: 1 }, { ...playwright, name: '../../etc' });
  expect(entries.map(({ facts }) => facts[0]?.value)).toEqual([6293363]);
  expect(rejected.map(({ reason }) => reason)).toEqual(['"@playwright/mcp" stands already at line 1', 'the row has no name of an npm package']);
});
