import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { wordAlternatives, wordNothingApart, wordUnique } from '../../../components/wording/set-apart';
import type { FactValue } from '../../../lib/catalog/record';
import type { SignalId } from '../../../lib/catalog/signals';
import { makePeer, type Peer, toPeerCapability } from '../../../lib/derive/peer';
import { fewestOthers, findSetApart, leastShare, type SetApart } from '../../../lib/derive/set-apart';
import { aCapability, aFact, aTool } from '../support/a-tool';

type Figures = Partial<Record<SignalId, FactValue>>;

/** A model that calls tools, with these figures; the capability follows from its request features. */
function aPeer(slug: string, figures: Figures, jobs: readonly string[] = ['call-tools'], price: string | null = null): Peer {
  const features = aFact('api-features', ['tools', slug]);
  const facts = [features, ...Object.entries(figures).map(([signal, value]) => aFact(signal as SignalId, value))];
  const tool = aTool({ slug, name: slug.toUpperCase(), kind: 'model', category: 'chat-model', facts });
  const capabilities = jobs.map((job) => toPeerCapability({ ...aCapability(job), derivedFrom: [features.key] }));
  return makePeer(tool, capabilities, price === null ? null : { value: price, signal: 'price-input' });
}

const contexts = (...values: number[]): Peer[] => values.map((value, index) => aPeer(`m${index}`, { 'context-tokens': value }));
const claimsOf = (peers: readonly Peer[], slug: string): readonly SetApart[] => findSetApart(peers).get(slug)!.claims;

test('a figure in the best fifth among enough others sets a tool apart, with its share and the nearest', () => {
  const peers = [...contexts(10, 20, 30, 40, 50, 60, 70, 80, 90), aPeer('top', { 'context-tokens': 85 }, ['call-tools'], '0.1')];
  expect(claimsOf(peers, 'top')).toEqual([
    {
      ...{ type: 'larger-than', capability: 'call-tools', signal: 'context-tokens', value: 85, share: 8 / 9, level: 0, among: 9 },
      group: { category: 'chat-model', job: 'call-tools' },
      nearest: [
        { slug: 'm7', name: 'M7', value: 80, price: null },
        { slug: 'm8', name: 'M8', value: 90, price: null },
      ],
      parents: [aFact('context-tokens', 85).key, aFact('api-features', ['tools', 'top']).key],
    },
  ]);
});

test('below the threshold, among too few, or without a figure nothing is said', () => {
  expect(claimsOf(contexts(10, 20, 30, 40, 50, 60, 70, 80, 90), 'm6')).toEqual([]);
  expect(claimsOf(contexts(10, 20, 30, 40, 50, 60, 70, 80), 'm7')).toEqual([]);
  const report = findSetApart([...contexts(10, 20, 30, 40, 50, 60, 70, 80, 90), aPeer('unknown', {})]).get('unknown')!;
  expect(report.claims).toEqual([]);
  expect(findSetApart(contexts(1, 2)).get('m1')!.judged).toEqual([]);
});

test('equal values are level, not worse: a value that many share needs enough below it', () => {
  expect(claimsOf(contexts(...Array.from({ length: 10 }, () => 50)), 'm3')).toEqual([]);
  const [claim] = claimsOf(contexts(1, 2, 3, 4, 5, 6, 7, 8, 50, 50), 'm9');
  expect(claim).toMatchObject({ share: 8 / 9, level: 1, among: 9, nearest: [{ slug: 'm8', value: 50 }, { slug: 'm7' }] });
});

test('a low price sets apart, and a price of nothing is no price', () => {
  const cached = (slug: string, price: string) => aPeer(slug, { 'price-cache-read': price }, ['cache-prompts']);
  const peers = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((price) => cached(`m${price}`, price));
  const [claim] = claimsOf([...peers, cached('low', '0.50')], 'low');
  expect(claim).toMatchObject({ type: 'smaller-than', value: '0.50', share: 1, among: 9 });
  expect(claimsOf([...peers, cached('free', '0')], 'free')).toEqual([]);
});

test('figures under different conditions are not held against each other', () => {
  const peers = contexts(10, 20, 30, 40, 50, 60, 70, 80, 90);
  const other = aPeer('other', {});
  const facts = [aFact('context-tokens', 500, { conditions: { mode: 'beta' } })];
  const tool = { ...aTool({ slug: 'other', kind: 'model', category: 'chat-model' }), facts };
  expect(claimsOf([...peers, makePeer(tool, other.capabilities, null)], 'other')).toEqual([]);
});

test('a figure is used once for a tool, and never where somebody wrote what is unique', () => {
  const figures = (value: number): Figures => ({ 'context-tokens': value });
  const jobs = ['call-tools', 'long-context'];
  const peers = [10, 20, 30, 40, 50, 60, 70, 80, 90].map((value) => aPeer(`m${value}`, figures(value), jobs));
  expect(claimsOf(peers, 'm90').map(({ capability }) => capability)).toEqual(['call-tools']);
  const written = peers.map((peer) => ({ ...peer, capabilities: peer.capabilities.map((each) => ({ ...each, spoken: true })) }));
  expect(findSetApart(written).get('m90')).toEqual({ claims: [], judged: [] });
});

test('a job that at most a tenth do is one of few, among those of which it could be known', () => {
  const plain = Array.from({ length: 19 }, (_, index) => aPeer(`m${index}`, {}));
  const peers = [...plain, aPeer('rare', {}, ['call-tools', 'predict-edits'])];
  expect(claimsOf(peers, 'rare')).toMatchObject([{ type: 'one-of', capability: 'predict-edits', signal: 'api-features', holders: 1, among: 20, others: [] }]);
  const more = [...peers, aPeer('second', {}, ['predict-edits']), aPeer('third', {}, ['predict-edits'])];
  expect(claimsOf(more, 'rare')).toEqual([]);
});

test('tools that nobody has sorted are not held against each other', () => {
  const peers = contexts(10, 20, 30, 40, 50, 60, 70, 80, 90, 100).map((peer) => ({ ...peer, category: 'unsorted' as const }));
  expect([...findSetApart(peers).values()].every(({ claims, judged }) => claims.length === 0 && judged.length === 0)).toBe(true);
});

/** Pseudo-random but the same every time. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state;
  }
}

test('every share is that of a plain count, and the order of the tools changes nothing', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const next = numbers(seed);
    const peers = Array.from({ length: 30 }, (_, index) => {
      const value = next.next().value % 12;
      return aPeer(`m${index}`, value === 0 ? {} : { 'context-tokens': value, 'price-input': String(value) });
    });
    const reports = findSetApart(peers);
    expect(findSetApart([...peers].reverse())).toEqual(new Map([...reports].reverse()));
    for (const peer of peers)
      for (const claim of reports.get(peer.slug)!.claims) {
        if (claim.type === 'one-of') throw new Error('no job here is rare');
        const own = peer.figures.get(claim.signal)!.value;
        const others = peers.filter((each) => each !== peer).flatMap((each) => each.figures.get(claim.signal)?.value ?? []);
        const worse = others.filter((value) => (claim.type === 'larger-than' ? value < own : value > own)).length;
        expect(claim.among).toBe(others.length);
        expect(claim.among).toBeGreaterThanOrEqual(fewestOthers);
        expect(claim.share).toBe(worse / others.length);
        expect(claim.share).toBeGreaterThanOrEqual(leastShare);
        expect(claim.level).toBe(others.filter((value) => value === own).length);
        expect(claim.nearest.every(({ slug }) => slug !== peer.slug)).toBe(true);
      }
  }
});

test('of two tools only one can have the larger figure', () => {
  const peers = contexts(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  for (const [slug, { claims }] of findSetApart(peers))
    for (const claim of claims)
      if (claim.type === 'larger-than')
        expect(
          peers.filter((each) => each.figures.get('context-tokens')!.value > peers.find((peer) => peer.slug === slug)!.figures.get('context-tokens')!.value)
            .length,
        ).toBeLessThanOrEqual(2);
});

test('the sentences', () => {
  const peers = [...contexts(1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000), aPeer('near', { 'context-tokens': 1_000_000 }, ['call-tools'], '0.10')];
  const [claim] = claimsOf([...peers, aPeer('top', { 'context-tokens': 1_048_576 })], 'top');
  expect(wordUnique(claim!)).toBe('Context of 1,048,576 tokens: larger than every one of the 9 other tool-calling chat models here.');
  expect(renderToStaticMarkup(wordAlternatives(claim!)).replace(/<[^>]+>/g, '')).toBe('nearest: NEAR (1,000,000, $0.10 per 1M input tokens) and M7 (8,000).');
  const group = { category: 'chat-model', job: 'predict-edits' } as const;
  const few = {
    type: 'one-of',
    capability: 'x',
    signal: 'api-features',
    holders: 2,
    among: 40,
    group,
    others: [{ slug: 'b', name: 'B' }],
    parents: [],
  } as const;
  expect(wordUnique(few)).toBe('Of the 40 tools under Chat models with known API features, one of 2 that do this.');
  expect(renderToStaticMarkup(wordAlternatives(few))).toBe('also <span><a href="/tools/b">B</a></span>.');
  expect(wordNothingApart({ claims: [], judged: ['x'] }, 1)).toBe('Held against the others of its category, no figure here sets it apart.');
  expect(wordNothingApart({ claims: [], judged: [] }, 1)).toBe('Too few others with known figures to say what sets it apart.');
  expect([wordNothingApart(null, 1), wordNothingApart({ claims: [few], judged: [] }, 1), wordNothingApart({ claims: [], judged: [] }, 0)]).toEqual([
    null,
    null,
    null,
  ]);
});
