import type { SetTool } from './read-set';

/** A number from 0 to 1 that is the same for the same place in every run. */
function draw(seed: number): number {
  let mixed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
}

/**
 * The tools of a set and as many more as asked, the same in every run: each made-up one has the name of one tool, the first
 * half of the description of a second and the last half of that of a third, so that words keep their frequencies but no two
 * tools are the same.
 */
export function scaleTools(tools: readonly SetTool[], count: number): SetTool[] {
  const pick = (seed: number): SetTool | undefined => tools[Math.floor(draw(seed) * tools.length)];
  const made = Array.from({ length: Math.max(0, count - tools.length) }, (_none, index): SetTool => {
    const [named, first, last] = [pick(3 * index + 1), pick(3 * index + 2), pick(3 * index + 3)];
    const [head, tail] = [first?.description.split(' ') ?? [], last?.description.split(' ') ?? []];
    const description = [...head.slice(0, Math.ceil(head.length / 2)), ...tail.slice(Math.floor(tail.length / 2))].join(' ');
    return { id: `made-up ${index}`, name: `${named?.name ?? ''} ${index}`, description, capabilities: last?.capabilities ?? [], extra: first?.extra ?? '' };
  });
  return [...tools, ...made];
}
