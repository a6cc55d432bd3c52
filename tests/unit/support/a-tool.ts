import type { Capability, FactValue, Method } from '../../../lib/catalog/record';
import type { SignalId } from '../../../lib/catalog/signals';
import type { StoredFact, Tool } from '../../../lib/catalog/tool';
import type { RankedTool } from '../../../lib/rank/ranked-tool';
import { rankTool } from '../../../lib/rank/score';

/** The day on which made-up tools are ranked. */
export const today = '2026-08-22';

/** How long searches of made-up tools were counted. */
export const counted = { since: '2026-01-01', until: today };

/** A fact with plain receipts; its key says what it says, so that equal facts have equal keys. */
export function aFact(signal: SignalId, value: FactValue, more: Partial<StoredFact> = {}): StoredFact {
  const fact = { signal, value, asOf: today, source: 'a-source', method: 'measured' as Method, ...more };
  return { key: JSON.stringify([fact.signal, fact.value, fact.conditions, fact.asOf, fact.method, fact.notApplicable, fact.interval]), ...fact };
}

/** A fact that says why a signal cannot be asked of a tool. */
export function aGap(signal: SignalId, notApplicable = 'It has none.', more: Partial<StoredFact> = {}): StoredFact {
  const { value: _value, ...fact } = aFact(signal, 'none', { ...more, notApplicable });
  return fact;
}

export function aCapability(key: string, more: Partial<Capability> = {}): Capability {
  return {
    key,
    job: key,
    name: `Does ${key}`,
    description: 'A capability that exists for the sake of a test, and for nothing else.',
    versus: [],
    inputs: ['text'],
    outputs: ['text'],
    limitations: [],
    needs: ['something to test with'],
    evidence: [{ source: 'a-source', address: 'https://example.org/a' }],
    ...more,
  };
}

/** A repository of inference servers with no facts, unless told otherwise. */
export function aTool(more: Partial<Tool> = {}): Tool {
  const slug = more.slug ?? 'a-tool';
  return {
    id: slug,
    slug,
    kind: 'repository',
    category: 'inference-server',
    name: slug,
    vendor: 'A vendor',
    summary: 'A tool that exists for the sake of a test.',
    pickFor: 'trying out a comparison of made-up tools',
    describedFrom: 'nothing',
    homepage: null,
    repository: null,
    aliases: [],
    facts: [],
    capabilities: [aCapability('first'), aCapability('second')],
    relations: [],
    ...more,
  };
}

/** The tool as the formula ranks it; `rank` given by hand replaces what the formula says. */
export function aRankedTool(more: Partial<RankedTool> = {}): RankedTool {
  const tool = aTool(more);
  return { ...tool, rank: rankTool(tool, today), standing: null, timesMatched: 0, outcomes: { worked: 0, failed: 0 }, setApart: null, ...more };
}

/** A ranked tool with a rank of these figures and no components. */
export function aToolWithRank(slug: string, [low, total, high]: readonly [number, number, number], more: Partial<RankedTool> = {}): RankedTool {
  const tool = aRankedTool({ slug, ...more });
  return { ...tool, rank: { ...tool.rank, low, total, high, ranked: true, coverage: 1, ...more.rank } };
}
