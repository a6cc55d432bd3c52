import { formatDay } from '../../lib/format/day';
import { markup } from '../../lib/format/markup';
import { roundPoints } from '../../lib/format/number';
import type { ToolPage } from '../../lib/pages/page-types';

const label = 'UnfragileRank';
const height = 22;
const padding = 8;

/** Width of a text at 11 px as most sans-serif fonts draw it; `textLength` makes every font keep to it. */
const measure = (text: string): number =>
  Math.round([...text].reduce((sum, letter) => sum + (/[ .,/():’]|[ijlt1]/.test(letter) ? 4 : /[A-Zmw–]/.test(letter) ? 8 : 6.4), 0));

const wordRank = ({ ranked, total, low, high }: ToolPage['tool']['rank']): string => {
  if (!ranked) return 'not ranked yet';
  const [from, to] = [roundPoints(low), roundPoints(high)];
  return from === to ? `${roundPoints(total)}/100` : `${roundPoints(total)}/100 (${from}–${to})`;
};

/** A badge in SVG: the rank with its range, or that there is none yet, and the day of the data. */
export function printBadge({ tool: { name, rank }, snapshot }: Pick<ToolPage, 'tool' | 'snapshot'>): string {
  const parts = [
    { text: label, fill: '#1a1a18' },
    { text: wordRank(rank), fill: rank.ranked ? '#0b5a5c' : '#5f5f58' },
    { text: formatDay(snapshot.asOf), fill: '#3d3d38' },
  ].map((part) => ({ ...part, length: measure(part.text) }));
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, { length }) => sum + length + 2 * padding, 0));
  const width = parts.reduce((sum, { length }) => sum + length + 2 * padding, 0);
  const title = `${label} of ${name}: ${wordRank(rank)}, ${formatDay(snapshot.asOf)}`;
  const drawn = parts.map(
    ({ text, fill, length }, index) =>
      markup`<rect x="${starts[index] ?? 0}" width="${length + 2 * padding}" height="${height}" fill="${fill}"/><text x="${(starts[index] ?? 0) + padding}" y="15" textLength="${length}" lengthAdjust="spacingAndGlyphs">${text}</text>`,
  );
  return markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t"><title id="t">${title}</title><clipPath id="c"><rect width="${width}" height="${height}" rx="4"/></clipPath><g clip-path="url(#c)" fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">${drawn}</g></svg>
`.markup;
}
