import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { printComparison, printTool } from '../../../components/twin/markdown';
import { stackComparison, tabulateAlignment, tabulateComparison } from '../../../components/twin/tabulate-comparison';
import { tabulateTool } from '../../../components/twin/tabulate-tool';
import { compareTools } from '../../../lib/compare/compare';
import { printCsv } from '../../../lib/format/table';
import type { ComparePage, ToolPage } from '../../../lib/pages/page-types';
import { readCsv, readMarkdownTable, readMarkdownTables } from '../../support/read-tables';
import { realCuratedPairs, realPairs, realTool, realTools, sourcesOf } from '../support/real-tools';

const counted = { since: '2026-11-23', until: '2026-11-28' };
const snapshot = { id: 'a'.repeat(64), asOf: '2026-08-22', formula: '1', toolCount: 2, factCount: 20, committedAt: '2026-11-28T00:00:00.000Z' };
const site = 'https://unfragile.test';

const pairs = [...realCuratedPairs, ...realPairs.filter((_, index) => index % 17 === 0)];

test('the rows of every comparison stand in its Markdown and its CSV, cell by cell', () => {
  expect(pairs.length).toBeGreaterThan(300);
  for (const pair of pairs) {
    const comparison = compareTools(pair, counted);
    const page: ComparePage = { snapshot, comparison, sources: sourcesOf(pair), names: {}, alternatives: [], indexable: true, headline: '' };
    const at = pair.map(({ slug }) => slug).join(' ');
    const [table, lined] = readMarkdownTables(printComparison(page, site));
    expect(table, at).toEqual(stackComparison(comparison));
    expect(lined?.rows ?? [], at).toEqual(tabulateAlignment(pair).rows);
    const [head = [], ...rows] = readCsv(printCsv(tabulateComparison(comparison)));
    expect(head.slice(0, 4), at).toEqual(['Row', 'Note', comparison.tools[0]?.name, `${comparison.tools[0]?.name}: detail`]);
    expect(rows.length, at).toBe(comparison.rows.length);
    comparison.rows.forEach((row, index) => {
      const cells = rows[index] ?? [];
      expect(cells[0], at).toBe(row.label);
      expect([cells[2], cells[4]], `${at} ${row.id}`).toEqual(row.cells.map(({ text }) => text));
      expect([cells[3], cells[5]], `${at} ${row.id}`).toEqual(row.cells.map((cell) => (cell.state === 'value' ? (cell.detail ?? '') : '')));
      expect(cells[6] === '', `${at} ${row.id}`).toBe(row.lead === null);
    });
  }
});

test('the lines of every tool stand in its Markdown and its CSV, and what is unknown is said', () => {
  for (const tool of realTools) {
    const table = tabulateTool(tool, sourcesOf([tool]));
    const page: ToolPage = { snapshot, tool, sharing: {}, sources: sourcesOf([tool]), names: {}, alternatives: [], headline: '', comparisons: [], counted };
    const tidy = (cell: string): string => cell.replace(/\s+/g, ' ').trim();
    expect(readMarkdownTable(printTool(page, site)).rows, tool.slug).toEqual(table.rows.map((row) => row.map(tidy)));
    expect(readCsv(printCsv(table)), tool.slug).toEqual([table.head, ...table.rows]);
    expect(
      table.rows.every((row) => row.length === table.head.length && row[2] !== ''),
      tool.slug,
    ).toBe(true);
  }
  expect(tabulateTool(realTool('dreambooth-stable-diffusion'), {}).rows.some(([, , value]) => value === 'unknown')).toBe(true);
});

test('a name that would be a formula, a column or a mark of Markdown stays a name', () => {
  const evil = { ...realTool('vllm'), name: '=HYPERLINK("http://evil.example")|*x*,"y"\n<script>' };
  const comparison = compareTools([evil, realTool('sglang')], counted);
  const csv = printCsv(tabulateComparison(comparison));
  expect(parse(csv, { record_delimiter: '\r\n' })[0]).toContain(`'${evil.name}`);
  const page: ComparePage = { snapshot, comparison, sources: sourcesOf([evil]), names: {}, alternatives: [], indexable: true, headline: '' };
  const markdown = printComparison(page, site);
  expect(readMarkdownTable(markdown).head).toContain(evil.name.replace('\n', '\n'));
  expect(markdown).not.toMatch(/(?<!\\)<script/);
});
