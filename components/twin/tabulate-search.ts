import { toolHref } from '../../lib/address/href';
import { findCategory } from '../../lib/catalog/categories';
import { kindNames } from '../../lib/catalog/kinds';
import { roundPoints } from '../../lib/format/number';
import type { TextTable } from '../../lib/format/table';
import type { SearchPage } from '../../lib/pages/page-types';
import type { ToolCard } from '../../lib/pages/tool-card';
import { wordPrice } from '../wording/listing';
import { wordInForce, wordReasons, wordWeight } from '../wording/search';

const wordRank = ({ ranked, total }: ToolCard): string => (ranked ? `${roundPoints(total)}/100` : 'not ranked yet');
const wordRange = ({ ranked, low, high }: ToolCard): string => (ranked ? `${roundPoints(low)}–${roundPoints(high)}` : '');

const describeCard = (card: ToolCard, siteUrl: string): string[] => [
  card.name,
  card.vendor,
  kindNames[card.kind].one,
  findCategory(card.category)?.name ?? card.category,
  wordRank(card),
  wordRange(card),
  wordPrice(card),
  `${siteUrl}${toolHref(card.slug)}`,
];

/** What a search found, best answer first, with what matched and why; names that are merely near when nothing was found. */
export function tabulateSearch({ hits, nearest }: SearchPage, siteUrl: string): TextTable {
  const found = hits.map(({ tool, capability, words, shared, meaning, score }) => [
    ...describeCard(tool, siteUrl),
    capability?.name.replaceAll('`', '') ?? '',
    wordReasons({ words, shared, meaning }),
    words.length === 0 ? '' : wordWeight(score),
  ]);
  const near = hits.length > 0 ? [] : nearest.map((card) => [...describeCard(card, siteUrl), '', '', '']);
  const head = ['Tool', 'Vendor', 'Type', 'Category', 'UnfragileRank', 'Range', 'Price', 'Address', 'Capability', 'Because of', 'Score'];
  return { head: ['Place', ...head], rows: [...found, ...near].map((line, index) => [String(index + 1), ...line]) };
}

/** The same as a file of its own: each line says which filters it passed, chosen or read from the words. */
export function listSearch(page: SearchPage, siteUrl: string): TextTable {
  const { head, rows } = tabulateSearch(page, siteUrl);
  const inForce = wordInForce(page.filters);
  return { head: [...head, 'Narrowed to'], rows: rows.map((row) => [...row, inForce]) };
}
