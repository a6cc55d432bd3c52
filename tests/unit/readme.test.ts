import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findFact } from '../../lib/catalog/current';
import { variables } from '../../lib/config';
import { realTool } from './support/real-tools';

const readme = readFileSync('README.md', 'utf8');
const scripts: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8')).scripts;

/** Cells of the table rows that begin with `|`, without their marks. */
const rows = readme
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '').replaceAll('**', '')),
  );

test('the README is read in a few minutes: under 1,000 words', () => {
  expect(readme.split(/\s+/).filter((word) => /[a-z0-9]/i.test(word)).length).toBeLessThan(1000);
});

test('the table of variables is the one that the configuration reads', () => {
  for (const { name, default: preset, says } of variables) expect(rows).toContainEqual([name, preset, says]);
});

test('every npm script that the README names exists', () => {
  const commands = readme.slice(readme.indexOf('## Commands'), readme.indexOf('## Configuration'));
  const listed = [...commands.matchAll(/`([a-z]+(?::[a-z]+)?)(?: [^`]*)?`/g)].map(([, name = '']) => name).filter((name) => name !== 'npm');
  const run = [...readme.matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name);
  expect(listed.length).toBeGreaterThan(6);
  expect(run.length).toBeGreaterThan(1);
  for (const name of [...listed, ...run, 'start', 'test']) expect(Object.keys(scripts)).toContain(name);
});

test('the worked example is what the code computes', () => {
  const tool = realTool('gpt-oss-120b');
  const { rank } = tool;
  for (const { component, points, weight, contribution } of rank.components.filter((each) => each.weight > 0)) {
    const row = rows.find(([name = '']) => name.startsWith(`${component}:`));
    expect(row?.slice(1)).toEqual([points.toFixed(1), weight.toFixed(2), contribution.toFixed(1)]);
  }
  expect(rows.find(([name = '']) => name.startsWith('total'))?.at(-1)).toBe(rank.total.toFixed(1));
  expect(readme).toContain(`${findFact(tool.facts, 'hosts')?.value} hosts`);
});
