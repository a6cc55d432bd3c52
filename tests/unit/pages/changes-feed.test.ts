import { expect, test } from 'vitest';
import { wordEntries } from '../../../components/changes/word-entries';
import type { ChangeEvent } from '../../../lib/compare/change-log';
import type { RankState } from '../../../lib/compare/tool-change';
import { formatAtom } from '../../../lib/format/atom';
import { answerFeed, makeChangesFeed } from '../../../lib/pages/changes-feed';
import type { ChangesPage } from '../../../lib/pages/load-changes';
import { parseFeed } from '../../support/parse-xml';
import { aFact } from '../support/a-tool';

const [cheap, dear] = [aFact('price-output', '2.5', { asOf: '2026-05-12', conditions: { host: 'OpenRouter' } }), aFact('price-output', '3', { asOf: '2026-08-01', conditions: { host: 'OpenRouter' } })]; // biome-ignore format: two prices

const aPage = (more: Partial<ChangesPage> = {}): ChangesPage => ({
  tools: [
    { slug: 'a', name: 'A & <B>' },
    { slug: 'b', name: 'Bé' },
  ],
  since: '2026-03-01T10:00:00.000Z',
  ...{ moments: [], readings: [], hasOlder: false, facts: {}, sources: {} },
  ...more,
});

const read = (page: ChangesPage) => parseFeed(formatAtom(makeChangesFeed(page, 'https://unfragile.example', wordEntries(page))));
const moment = (...events: ChangeEvent[]) => ({ at: '2026-09-01T10:00:00.000Z', fromSnapshot: 'old', toSnapshot: 'new', events });
const state = (total: number, ranked = true): RankState => ({ ...{ total, low: total - 5, high: total + 5, ranked }, kind: 'model', category: 'chat-model' });

test('a log without changes is a feed without entries, as old as the listing of its tools', () => {
  expect(read(aPage())).toMatchObject({
    id: 'tag:unfragile.example,2026:/compare/a-vs-b/changes',
    title: 'What changed: A & <B> vs Bé',
    updated: '2026-03-01T10:00:00.000Z',
    self: 'https://unfragile.example/compare/a-vs-b/changes.atom',
    entries: [],
  });
});

test('every kind of change is an entry, newest first, in words, with its receipts and its line on the page', () => {
  const causes = [
    { type: 'facts', signals: [{ signal: 'stars', before: null, after: 'x' }] },
    { type: 'day', before: '2026-08-22', after: '2026-09-01' },
    { type: 'formula', before: '1', after: '2' },
    { type: 'sorted' },
  ] as const;
  const page = aPage({
    moments: [
      moment(
        { id: 'm-verdict', kind: 'verdict', before: { type: 'tie', slugs: ['a', 'b'] }, after: { type: 'higher', slug: 'b' } },
        { id: 'm-0', kind: 'rank', slug: 'a', before: state(60), after: state(50, false), causes },
        { id: 'm-1', kind: 'capability', slug: 'a', key: 'x', name: 'Reads <tables>', change: 'gone' },
      ),
    ],
    readings: [{ slug: 'b', before: cheap, after: dear }],
    sources: {
      'a-source': { id: 'a-source', title: 'A source', publisher: 'P', address: 'https://example.org/a', licence: null, readOn: '2026-08-01', kind: 'api' },
    },
  });
  const { entries, updated } = read(page);
  expect(updated).toBe('2026-09-01T10:00:00.000Z');
  expect(entries.map(({ title }) => title)).toEqual([
    'The answer on rank: a tie between A & <B> and Bé → Bé ranks higher',
    'A & <B>, rank: 60/100, between 55 and 65 → not ranked yet',
    'A & <B>, capability: “Reads <tables>” is listed no more',
    'Bé, output price at OpenRouter (USD per 1M output tokens): $2.50 → $3.00',
  ]);
  expect(entries[1]?.content).toContain('formula 2 replaced 1');
  expect(entries[3]).toMatchObject({
    updated: '2026-08-01T00:00:00Z',
    content: expect.stringContaining('After: $3.00, OpenRouter, 1 August 2026, A source, https://example.org/a'),
  });
  expect(entries[0]?.href).toBe('https://unfragile.example/compare/a-vs-b/changes#change-m-verdict');
});

test('no such tool, no feed: a sentence with status 404', async () => {
  const answer = answerFeed(null, 'https://unfragile.example', wordEntries);
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
    404,
    'text/plain; charset=utf-8',
    expect.stringContaining('No tool'),
  ]);
});
