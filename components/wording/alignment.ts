import type { AlignedJob } from '../../lib/compare/align-capabilities';
import { joinWords } from '../../lib/format/number';

const counts = ['none', 'one', 'two', 'three', 'four'];

/** The heading of what every one of so many tools does. */
export function wordAll(tools: number, found: boolean): string {
  const all = tools === 2 ? 'both' : `all ${counts[tools] ?? tools}`;
  return found ? `${all.charAt(0).toUpperCase()}${all.slice(1)} do it` : `No job that ${all} do`;
}

/** How sure it is that capabilities do the same job. */
export const wordStrength = ({ strength }: AlignedJob): string => `Match ${Math.round((strength ?? 0) * 100)} of 100`;

/** What says that capabilities do the same job: what they are filed under, the words they share. */
export function wordSignals({ job, words }: AlignedJob): string {
  const said = words.map((pair) => `“${joinWords(pair, 'or')}”`);
  const signals = [...(job === null ? [] : ['filed under the same job']), ...(said.length === 0 ? [] : [`they speak of ${joinWords(said)}`])];
  return signals.join('; ');
}
