import { type CategoryId, findCategory } from '../catalog/categories';
import { conditionsKey, findCurrentFacts, findFact } from '../catalog/current';
import { findStartingPrice } from '../catalog/listing';
import { appliesTo, type SignalId, signals } from '../catalog/signals';
import type { Sources, StoredFact, Tool } from '../catalog/tool';
import type { PricedTool } from './crossover';
import { alignConditions } from './same-conditions';
import type { Basis, Meter, MeterPrice, Offer } from './workload';

type Priced = Pick<Tool, 'slug' | 'kind' | 'category' | 'facts'>;

const meterSignals = {
  input: 'price-input',
  output: 'price-output',
  'cache-read': 'price-cache-read',
  'cache-write': 'price-cache-write',
} as const satisfies Record<Meter, SignalId>;

const otherUnits = ['price-image', 'price-audio-minute', 'price-million-characters', 'price-video-second'] as const;

/** Categories whose software sends what it works on to a language model: its tokens are paid there. */
const callsModels: ReadonlySet<CategoryId> = new Set<CategoryId>([
  'chat-interface',
  'coding-agent',
  'coding-assistant',
  'general-agent',
  'deep-research',
  'llm-framework',
  'structured-output',
  'llm-gateway',
  'workflow-builder',
  'llm-evaluation',
  'llm-guardrails',
  'rag-engine',
  'agent-memory',
  'text-to-sql',
]);

/** The prices of one host under one set of conditions: those of `input`, which stands in the table's price row. */
export function makeOffer(facts: readonly StoredFact[], input: StoredFact, sources: Sources): Offer {
  const key = conditionsKey(input.conditions);
  const prices: Partial<Record<Meter, MeterPrice>> = {};
  for (const meter of ['input', 'output', 'cache-read', 'cache-write'] as const) {
    const fact = meter === 'input' ? input : findCurrentFacts(facts, meterSignals[meter]).find((each) => conditionsKey(each.conditions) === key);
    const source = fact && sources[fact.source];
    if (typeof fact?.value !== 'string') continue;
    prices[meter] = { usd: fact.value, asOf: fact.asOf, source: source?.title ?? fact.source, address: fact.address ?? source?.address ?? '' };
  }
  const limit = /^up to ([\d,]+) tokens$/.exec(input.conditions?.prompt ?? '')?.[1];
  return { host: input.conditions?.host ?? 'its maker', promptLimit: limit === undefined ? null : Number(limit.replaceAll(',', '')), prices };
}

function findBasis(tool: Priced, input: StoredFact | null, sources: Sources): Basis {
  if (typeof input?.value === 'string')
    return { kind: 'tokens', offer: makeOffer(tool.facts, input, sources), writesText: appliesTo('price-output', tool.kind, tool.category) };
  const other = otherUnits.find((signal) => findFact(tool.facts, signal)?.value !== undefined);
  if (other !== undefined) return { kind: 'other-unit', unit: signals[other].unit.replace(/^USD /, '') };
  const pricing = findFact(tool.facts, 'pricing-model')?.value;
  if (pricing === 'free software') {
    if (tool.kind !== 'model' && callsModels.has(tool.category)) return { kind: 'needs-model' };
    return { kind: 'self-hosted', supply: findCategory(tool.category)?.supply ?? 'the machine' };
  }
  if (pricing === 'subscription') {
    const month = findFact(tool.facts, 'price-month')?.value;
    return { kind: 'subscription', usdPerMonth: typeof month === 'string' ? month : null };
  }
  if (pricing === 'free tier') return { kind: 'free-tier' };
  return input?.notApplicable === undefined ? { kind: 'unknown' } : { kind: 'not-sold', why: input.notApplicable };
}

/** How each tool of a comparison is paid for, by the same prices as the rows of its table: at the same sort of host where all have one. */
export function findBases(tools: readonly Priced[], sources: Sources): PricedTool[] {
  const aligned = alignConditions(tools, 'price-input');
  return tools.map((tool, index) => {
    const price = (aligned.same ? aligned.facts[index] : null) ?? findStartingPrice(tool);
    return { slug: tool.slug, basis: findBasis(tool, price?.signal === 'price-input' ? price : null, sources) };
  });
}
