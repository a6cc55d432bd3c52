import { joinSet, sortSlugs } from '../../lib/address/set';
import { curatedPairs } from '../../lib/catalog/curated-pairs';
import { shippedTools } from './shipped-tools';

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function* drawNumbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}

/** `count` sets in their canonical form: half of them curated pairs, the others drawn from all pairs of tools. */
export function samplePairs(count: number, seed: number): string[] {
  const numbers = drawNumbers(seed);
  const draw = (): string => shippedTools[Math.floor(numbers.next().value * shippedTools.length)]?.slug ?? '';
  const curated = curatedPairs.map((pair) => joinSet(sortSlugs(pair)));
  const reference = curated.at(-1) ?? '';
  const pairs = new Set([reference, ...curated.slice(0, Math.floor(count / 2) - 1)]);
  while (pairs.size < count) {
    const [one, other] = [draw(), draw()];
    if (one !== other) pairs.add(joinSet(sortSlugs([one, other])));
  }
  return [...pairs];
}
