import { shippedTools } from '../../support/shipped-tools';
import type { SetTool } from './read-set';

/** A number from 0 to 1 that is the same for the same place in every run. */
function draw(seed: number): number {
  let mixed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
}

/** The shipped records as tools of a set: real names, summaries and capabilities, so that made-up tools have the words of a whole catalogue. */
const listShipped = (): SetTool[] =>
  shippedTools.map(({ id, name, summary, capabilities }) => ({
    id: `shipped ${id}`,
    name,
    description: summary,
    capabilities: capabilities.slice(0, 3).map((each) => each.name),
    extra: '',
  }));

/**
 * The tools of a set, those that are shipped, and as many more as asked, the same in every run: each made-up one has the name of one
 * tool, the first half of the description of a second and the last half of that of a third, so that words keep their frequencies
 * but no two tools are the same.
 */
export function scaleTools(tools: readonly SetTool[], count: number): SetTool[] {
  const real = [...tools, ...listShipped()];
  const pick = (seed: number): SetTool | undefined => real[Math.floor(draw(seed) * real.length)];
  const made = Array.from({ length: Math.max(0, count - real.length) }, (_none, index): SetTool => {
    const [named, first, last] = [pick(3 * index + 1), pick(3 * index + 2), pick(3 * index + 3)];
    const [head, tail] = [first?.description.split(' ') ?? [], last?.description.split(' ') ?? []];
    const description = [...head.slice(0, Math.ceil(head.length / 2)), ...tail.slice(Math.floor(tail.length / 2))].join(' ');
    return { id: `made-up ${index}`, name: `${named?.name ?? ''} ${index}`, description, capabilities: last?.capabilities ?? [], extra: first?.extra ?? '' };
  });
  return [...real, ...made].slice(0, Math.max(count, tools.length));
}
