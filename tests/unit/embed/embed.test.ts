import { expect, test } from 'vitest';
import { printBadge } from '../../../components/embed/badge';
import { printCard, printMissingCard } from '../../../components/embed/comparison-card';
import { writeFrame, writeHtmlBadge, writeMarkdownBadge } from '../../../components/share/snippets';
import { compareTools } from '../../../lib/compare/compare';
import { roundPoints } from '../../../lib/format/number';
import { findMarkupFaults } from '../../support/find-markup-faults';
import { parsePage } from '../../support/html-tree';
import { realTool, realTools } from '../support/real-tools';

const snapshot = { id: 'a', asOf: '2026-08-22', formula: '1', toolCount: 1, factCount: 1, committedAt: '2026-11-28T00:00:00Z' };
const evil = { ...realTool('vllm'), name: '<script>alert(1)</script>"\'&' };

test('a badge says the rank with its range, or that there is none, and its date', () => {
  for (const tool of realTools) {
    const badge = printBadge({ tool, snapshot });
    const { ranked, total, low, high } = tool.rank;
    const range = roundPoints(low) === roundPoints(high) ? '' : ` (${roundPoints(low)}–${roundPoints(high)})`;
    const says = ranked ? `${roundPoints(total)}/100${range}` : 'not ranked yet';
    expect(badge, tool.slug).toContain(`>${says}</text>`);
    expect(badge).toContain('>22 August 2026</text>');
    expect(badge).toMatch(/role="img" aria-labelledby="t"><title id="t">UnfragileRank of /);
  }
});

test('no name leaves its place in a badge, a card or a snippet', () => {
  const comparison = compareTools([evil, realTool('sglang')], { since: '2026-11-23', until: '2026-11-28' });
  const page = { snapshot, comparison, sources: {}, names: {}, alternatives: [], indexable: true, headline: evil.name };
  const printed = [
    printBadge({ tool: evil, snapshot }),
    printCard(page, 'https://unfragile.test'),
    printMissingCard([evil.name], 'https://unfragile.test'),
    writeFrame('https://unfragile.test/embed/compare/a-vs-b', evil.name, 2),
    writeHtmlBadge({ address: 'https://unfragile.test', badge: 'https://unfragile.test/a.svg', name: evil.name }),
  ];
  for (const text of printed) {
    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;script&gt;');
  }
  expect(writeMarkdownBadge({ address: 'https://a', badge: 'https://b', name: evil.name })).not.toMatch(/(?<!\\)</);
});

test('a card is a whole document without scripts, and every link of it opens outside the frame', () => {
  const comparison = compareTools([realTool('vllm'), realTool('sglang')], { since: '2026-11-23', until: '2026-11-28' });
  const html = printCard({ snapshot, comparison, sources: {}, names: {}, alternatives: [], indexable: true, headline: 'A fact.' }, 'https://unfragile.test');
  expect(findMarkupFaults(parsePage(html))).toEqual([]);
  expect(html.match(/<a /g)?.length).toBe(4);
  expect(html.match(/<a href="https:\/\/unfragile\.test\/[^"]*" target="_blank" rel="noopener">/g)?.length).toBe(4);
});
