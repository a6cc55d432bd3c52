import { expect, test } from 'vitest';
import type { Source } from '../../../lib/catalog/record';
import { drawCrossover } from '../../../lib/compare/crossover';
import { makeOverviewRows } from '../../../lib/compare/overview-rows';
import { findBases } from '../../../lib/compare/price-basis';
import { relateSet } from '../../../lib/compare/relation';
import { computeCost, type PricedModel } from '../../../lib/compare/workload';
import { anOffer, aWorkload } from '../support/a-workload';
import { checkCrossover } from '../support/check-crossover';
import { realCuratedPairs, realPairs, realTool, sharedSources } from '../support/real-tools';

const sources: Readonly<Record<string, Source>> = Object.fromEntries(sharedSources.map((source) => [source.id, source]));
const pairs = [...realCuratedPairs, ...realPairs.filter((_pair, index) => index % 12 === 3)];
const model: PricedModel = { slug: 'm', name: 'M', offer: anOffer({ input: '1', output: '4', 'cache-read': '0.1', 'cache-write': '1.25' }) };
const workloads = [aWorkload(), aWorkload({ cached: 90, by: 'cached' }), aWorkload({ by: 'output' }), aWorkload({ output: 0, written: 10, by: 'calls' })];
const basisOf = (slug: string) => findBases([realTool(slug)], sources)[0]?.basis;

test('how a tool is paid for', () => {
  expect(basisOf('claude-sonnet-4-5')).toMatchObject({ kind: 'tokens', writesText: true, offer: { host: 'Anthropic API', prices: { input: { usd: '3' } } } });
  expect(basisOf('fugu-ultra')).toMatchObject({ kind: 'tokens', offer: { promptLimit: 272_000 } });
  expect(basisOf('vllm')).toEqual({ kind: 'self-hosted', supply: 'the hardware and the weights' });
  expect(basisOf('crewai')).toEqual({ kind: 'needs-model' });
});

test('every flagship pair and a sample: costs are of the price that the table shows, swap with the tools, and keep the rules of a crossover', () => {
  let computed = 0;
  for (const [one, other] of pairs) {
    const about = `${one.slug} ${other.slug}`;
    const tools = findBases([one, other], sources);
    expect([...findBases([other, one], sources)].reverse(), about).toEqual(tools);
    const counted = { since: '2026-08-01', until: '2026-08-22' };
    const shown = makeOverviewRows([one, other], relateSet([one, other]).type, counted).find(({ id }) => id === 'starting-price');
    tools.forEach(({ basis }, index) => {
      const cell = shown?.cells[index];
      if (basis.kind === 'tokens') expect(cell, about).toMatchObject({ exact: basis.offer.prices.input?.usd });
    });
    for (const workload of workloads) {
      const costs = tools.map(({ basis }) => computeCost(basis, workload, model));
      computed += costs.filter(({ kind }) => kind === 'cost').length;
      costs.forEach((cost, index) => {
        const { basis } = tools[index] ?? {};
        if (cost.kind === 'cost') expect(['tokens', 'needs-model'], about).toContain(basis?.kind);
        if (cost.kind === 'cost' && cost.usd === '0')
          expect(
            cost.lines.every(({ price }) => Number(price.usd) === 0),
            about,
          ).toBe(true);
        if (basis?.kind === 'tokens' && cost.kind === 'cost')
          expect(new Set(cost.lines.map(({ meter }) => basis.offer.prices[meter]))).not.toContain(undefined);
      });
      const drawn = drawCrossover(tools, workload, model);
      checkCrossover(drawn, workload, model);
      const swapped = drawCrossover([...tools].reverse(), workload, model);
      expect(
        swapped.changes.map(({ at, equal }) => ({ at, equal })),
        about,
      ).toEqual(drawn.changes.map(({ at, equal }) => ({ at, equal })));
    }
  }
  expect(computed).toBeGreaterThan(100);
});
