import fc from 'fast-check';
import type { ReaderWeights } from '../../../lib/address/weights';
import { growing, mostOf, type Workload } from '../../../lib/address/workload';

const weight = fc.integer({ min: 0, max: 100 });

export const anyReaderWeights: fc.Arbitrary<ReaderWeights> = fc
  .record({ adoption: weight, quality: weight, ecosystem: weight, freshness: weight })
  .filter((weights) => Object.values(weights).some((each) => each > 0));

export const anyWorkload: fc.Arbitrary<Workload> = fc
  .record({
    input: fc.integer({ min: 0, max: mostOf.input }),
    output: fc.integer({ min: 0, max: mostOf.output }),
    cached: weight,
    written: weight,
    calls: fc.integer({ min: 1, max: mostOf.calls }),
    model: fc.option(fc.constantFrom('gpt-5-mini', 'claude-sonnet-4-5', 'a')),
    by: fc.constantFrom(...growing),
  })
  .map((workload) => ({ ...workload, written: Math.min(workload.written, 100 - workload.cached) }));
