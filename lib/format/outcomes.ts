import { formatCount } from './number';

/** "; worked for 3 of the 4 who said": what readers said of a tool after a search; nothing where nobody has. */
export function describeOutcomes({ worked, failed }: { worked: number; failed: number }): string {
  const all = worked + failed;
  if (all === 0) return '';
  return all === 1
    ? `; the one reader who said says it ${worked === 1 ? 'worked' : 'did not work'}`
    : `; worked for ${formatCount(worked)} of the ${formatCount(all)} who said`;
}
