import { findLeastFit, type WordWeight } from '../match/judge-fit';
import { splitExcluded, tidyNeed } from '../match/tidy-need';
import { weighNeed } from '../match/weigh-need';
import { findTerms } from './find-terms';
import type { ListFilters } from './list-filters';
import type { Listing } from './listing';
import type { Reading } from './read-snapshot';
import { type CapabilityRow, headlineMarks, scoreTools } from './score-tools';

/** A stretch of text; `hit` where it is what was searched for. */
export type Stretch = { text: string; hit: boolean };

export type FoundCapability = { id: string; key: string; job: string; name: string; description: string; headline: Stretch[] };

/** A tool that a search found, why, and the capability that fits best; null when only the tool's own text did. */
export type SearchResult = {
  toolId: string;
  listing: Listing;
  capability: FoundCapability | null;
  exact: boolean;
  score: number;
  fit: number;
  words: WordWeight[];
};

/**
 * What a search came to. `nothing-fits` still holds the nearest tools, best first, and the words of the need that
 * none of them answers; it has none when no word of the need is in the catalogue.
 */
export type NeedSearch =
  | { type: 'empty' }
  | { type: 'found'; results: SearchResult[] }
  | { type: 'nothing-fits'; results: SearchResult[]; unanswered: string[] };

/** Searches for a need in plain words among active tools, best first; says so when nothing fits. */
export async function searchNeed(tx: Reading, typed: string, filters: ListFilters, limit: number): Promise<NeedSearch> {
  const text = tidyNeed(typed);
  if (text === '') return { type: 'empty' };
  const { wanted, excluded } = splitExcluded(text);
  const { rows, without, all } = await findTerms(tx, wanted, excluded);
  const need = weighNeed(rows, all);
  const counts = new Map(rows.flatMap(({ termId, tools }) => (termId === null || tools === null ? [] : [[termId, tools] as const])));
  const scored = await scoreTools(tx, { name: text.toLowerCase(), need, counts, without, filters, limit });
  const results = scored.map(({ capability, ...tool }) => ({ ...tool, capability: capability && readCapability(capability) }));
  const best = Math.max(0, ...results.map(({ fit }) => fit));
  if (best >= findLeastFit(need.words)) return { type: 'found', results };
  const answered = new Set(results.flatMap(({ words }) => words.map(({ word }) => word)));
  return { type: 'nothing-fits', results, unanswered: need.words.map(({ word }) => word).filter((word) => !answered.has(word)) };
}

/** The tools that fit a need, best first; none when nothing fits. */
export async function searchTools(tx: Reading, query: string, filters: ListFilters, limit: number): Promise<SearchResult[]> {
  const found = await searchNeed(tx, query, filters, limit);
  return found.type === 'found' ? found.results : [];
}

const readCapability = ({ headline, ...capability }: CapabilityRow): FoundCapability => ({ ...capability, headline: splitHeadline(headline) });

function splitHeadline(headline: string): Stretch[] {
  return headline
    .split(headlineMarks.opens)
    .flatMap((part, index) => {
      const [first = '', rest] = part.split(headlineMarks.closes);
      return rest === undefined
        ? [{ text: first, hit: index > 0 }]
        : [
            { text: first, hit: true },
            { text: rest, hit: false },
          ];
    })
    .filter(({ text }) => text !== '');
}
