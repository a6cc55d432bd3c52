import fc from 'fast-check';
import type { CategoryId } from '../../../lib/catalog/categories';
import { type Kind, kinds } from '../../../lib/catalog/kinds';
import type { FactValue } from '../../../lib/catalog/record';
import { appliesTo, type Signal, type SignalId, signalIds, signals } from '../../../lib/catalog/signals';
import type { StoredFact, Tool } from '../../../lib/catalog/tool';
import type { RankedTool } from '../../../lib/rank/ranked-tool';
import { rankTool } from '../../../lib/rank/score';
import { isRankedSignal, scoring } from '../../../lib/rank/scoring';
import { aTool, today } from './a-tool';

const day = fc.integer({ min: 0, max: 2_000 }).map((days) => new Date(Date.UTC(2021, 2, 1) + days * 86_400_000).toISOString().slice(0, 10));

const decimal = fc.tuple(fc.nat(60), fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 9 })).map(([whole, fraction, digits]) => {
  const text = String(fraction).padStart(9, '0').slice(0, digits);
  return text === '' ? String(whole) : `${whole}.${text}`;
});

const textsOf: Partial<Record<SignalId, readonly string[]>> = {
  'pricing-model': ['usage-based', 'subscription', 'free tier', 'free software'],
  status: ['active', 'maintenance', 'archived', 'retires on 2026-11-30'],
  documentation: ['https://example.org/docs'],
  official: ['official', 'community'],
  'tool-effects': ['read-only', 'writes'],
};

/** Any value of the shape that a signal asks for; counts and scores are close together often enough to tie. */
export function anyValue(id: SignalId): fc.Arbitrary<FactValue> {
  const { type }: Signal = signals[id];
  const items = isRankedSignal(id) && scoring[id].scale.type === 'items' ? [...scoring[id].scale.of] : ['text', 'image', 'file', 'audio', 'video', 'other'];
  switch (type) {
    case 'count':
      return fc.oneof(fc.nat(5), fc.nat(3_000), fc.nat(20_000_000));
    case 'score':
      return fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double({ min: 0, max: 100, noNaN: true }));
    case 'share':
      return fc.oneof(
        fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
        fc.double({ min: 0, max: 1, noNaN: true }),
      );
    case 'decimal':
      return decimal;
    case 'date':
      return day;
    case 'text':
      return fc.constantFrom(...(textsOf[id] ?? ['one thing', 'another thing']));
    case 'list':
      return fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: items.length });
    case 'flag':
      return fc.boolean();
  }
}

const conditionsOf = fc.option(
  fc
    .record({ host: fc.constantFrom('OpenAI API', 'Mistral API', 'OpenRouter') }, { requiredKeys: [] })
    .chain((host) => fc.record({ effort: fc.constantFrom('low', 'high') }, { requiredKeys: [] }).map((effort) => ({ ...host, ...effort }))),
  { nil: undefined, freq: 2 },
);

/** One fact of a signal: a value under some conditions with or without an interval, or a reason why it cannot be asked. */
export function anyFact(id: SignalId): fc.Arbitrary<Omit<StoredFact, 'key'>> {
  const receipt = { asOf: day, source: fc.constant('a-source'), method: fc.constantFrom('measured' as const, 'vendor-claimed' as const, 'derived' as const) };
  const stated = fc.record({
    signal: fc.constant(id),
    value: anyValue(id),
    conditions: conditionsOf,
    spread: fc.option(fc.double({ min: 0, max: 20, noNaN: true }), { freq: 2 }),
    ...receipt,
  });
  const known = stated.map(({ spread, value, ...fact }) => ({
    ...fact,
    value,
    ...(typeof value === 'number' && spread !== null ? { interval: [value - spread, value + spread] as [number, number] } : {}),
  }));
  const gap = fc.record({ signal: fc.constant(id), notApplicable: fc.constant('It has none.'), ...receipt });
  return fc.oneof({ weight: 9, arbitrary: known }, { weight: 1, arbitrary: gap });
}

const withKeys = (facts: readonly Omit<StoredFact, 'key'>[]): StoredFact[] => facts.map((fact, index) => ({ ...fact, key: `fact-${index}` }));

/** Facts of one signal with keys of their own. */
export const factsOf = (id: SignalId, constraints: fc.ArrayConstraints): fc.Arbitrary<StoredFact[]> => fc.array(anyFact(id), constraints).map(withKeys);

const oddCategories: readonly CategoryId[] = ['inference-server', 'vector-database', 'coding-agent', 'browser-automation', 'workflow-builder'];

export const kindAndCategory: fc.Arbitrary<{ kind: Kind; category: CategoryId }> = fc
  .constantFrom(...kinds)
  .chain((kind) =>
    fc.record({ kind: fc.constant(kind), category: kind === 'model' ? fc.constantFrom('chat-model', 'embedding-model') : fc.constantFrom(...oddCategories) }),
  );

const factsByWhat = new Map<string, fc.Arbitrary<Omit<StoredFact, 'key'>[]>>();

/** None to two facts of each signal that applies; made once for each kind and category, because making it is slow. */
function factsOfTool(kind: Kind, category: CategoryId): fc.Arbitrary<Omit<StoredFact, 'key'>[]> {
  const made = factsByWhat.get(`${kind} ${category}`);
  if (made) return made;
  const asked = signalIds.filter((id) => appliesTo(id, kind, category));
  const each = asked.map((id) =>
    fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 3, arbitrary: fc.array(anyFact(id), { minLength: 1, maxLength: 2 }) }),
  );
  const facts = fc.tuple(...each).map((bySignal) => bySignal.flat());
  factsByWhat.set(`${kind} ${category}`, facts);
  return facts;
}

/** A tool of this kind and category, with facts whose keys are its own. */
export function toolOf({ kind, category, slug }: { kind: Kind; category: CategoryId; slug: string }): fc.Arbitrary<Tool> {
  return factsOfTool(kind, category).map((facts) => aTool({ slug, kind, category, facts: facts.map((fact, index) => ({ ...fact, key: `${slug}-${index}` })) }));
}

export const anyTool: fc.Arbitrary<Tool> = kindAndCategory.chain((what) => toolOf({ ...what, slug: 'any-tool' }));

const rank = (tool: Tool): RankedTool => ({
  ...tool,
  rank: rankTool(tool, today),
  standing: null,
  timesMatched: 0,
  outcomes: { worked: 0, failed: 0 },
  setApart: null,
});

const slugs = ['tool-a', 'tool-b', 'tool-c', 'tool-d'];
const alike = (count: number) => kindAndCategory.chain((what) => fc.tuple(...slugs.slice(0, count).map((slug) => toolOf({ ...what, slug }))));
const unlike = (count: number) => fc.tuple(...slugs.slice(0, count).map((slug) => kindAndCategory.chain((what) => toolOf({ ...what, slug }))));

/** Two to four ranked tools, more often rivals than not. */
export const anyRankedTools: fc.Arbitrary<RankedTool[]> = fc
  .constantFrom(2, 2, 2, 3, 4)
  .chain((count) => fc.oneof({ weight: 3, arbitrary: alike(count) }, { weight: 1, arbitrary: unlike(count) }))
  .map((tools) => tools.map(rank));
