import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatDay } from '../../../lib/format/day';
import { formulaVersion, minimumCoverage } from '../../../lib/rank/formula';
import { scoring } from '../../../lib/rank/scoring';
import { asOf, realTool } from '../support/real-tools';
import { renderExample } from '../support/worked-example';

const readme = readFileSync('lib/rank/README.md', 'utf8');

/** The text under a heading, up to the next heading. */
function findSection(heading: string): string {
  const section = readme.split(/^#+ /m).find((each) => each.startsWith(heading));
  if (section === undefined) throw new Error(`lib/rank/README.md has no heading "${heading}"`);
  return section;
}

const tablesOf = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .join('\n');

test.each(['claude-sonnet-4-5', 'vllm', 'dreambooth-stable-diffusion'])('the worked example of %s prints what the code computes', (slug) => {
  expect(tablesOf(findSection(slug))).toBe(tablesOf(renderExample(realTool(slug))));
});

test('it names the formula version, the minimum coverage and the day of the examples', () => {
  expect(readme).toContain(`formula version \`${formulaVersion}\``);
  expect(readme).toContain(`minimum coverage is ${minimumCoverage * 100} %`);
  expect(readme).toContain(`scored on ${formatDay(asOf)}`);
});

test('every scored signal has its anchors in it', () => {
  const anchors = findSection('Why each anchor is where it is');
  expect(Object.keys(scoring).filter((signal) => !anchors.includes(`\`${signal}\``))).toEqual([]);
});

test('it can be read in one sitting', () => {
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
});
