import { expect } from 'vitest';
import type { Workload } from '../../../lib/address/workload';
import { type Crossover, costAt, findCheapest } from '../../../lib/compare/crossover';
import type { PricedModel } from '../../../lib/compare/workload';

/** Every quantity on the way is checked against the changes, and the cost on both sides of each. */
export function checkCrossover({ start, end, tools, changes }: Crossover, workload: Workload, model: PricedModel | null): void {
  const cheapest = (amount: number): string[] => findCheapest(costAt(tools, workload, amount, model));
  for (const { at, equal, from, to } of changes) {
    expect(at).toBeGreaterThanOrEqual(start);
    expect(at).toBeLessThan(end);
    expect(cheapest(at)).toEqual(expect.arrayContaining([...from]));
    expect(cheapest(at + 1)).toEqual(expect.arrayContaining([...to]));
    expect(cheapest(at).length > from.length).toBe(equal);
    expect(from.some((slug) => cheapest(at + 1).includes(slug) && cheapest(Math.min(end, at + 2)).includes(slug))).toBe(false);
  }
  const ends = [...changes.map(({ at }) => at), end];
  ends.forEach((last, index) => {
    const first = index === 0 ? start : (ends[index - 1] ?? start) + 1;
    const expected = changes[index]?.from ?? changes[index - 1]?.to;
    for (const amount of [first, Math.floor((first + last) / 2), last]) if (expected) expect(cheapest(amount)).toEqual(expect.arrayContaining([...expected]));
  });
}
