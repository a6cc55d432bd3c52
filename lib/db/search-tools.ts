import { type Correction, correctNeed } from '../match/intended-name';
import { findLeastFit, type WordWeight } from '../match/judge-fit';
import { normaliseNeed, splitExcluded, tidyNeed } from '../match/tidy-need';
import { weighNeed } from '../match/weigh-need';
import { findCorrections } from './find-intended';
import { findServed, type Served } from './find-served';
import { findTerms } from './find-terms';
import type { ListFilters } from './list-filters';
import type { Listing } from './listing';
import type { Reading } from './read-snapshot';
import { type CapabilityRow, headlineMarks, type Scored, scoreTools } from './score-tools';

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
  /** How many visitors confirmed that it served exactly this need; 0 below two. */
  confirmations: number;
};

/**
 * What a search came to. `corrections` are the words that were read as names they nearly are. `nothing-fits` still holds the nearest tools, best first, and the words of the need that
 * none of them answers; it has none when no word of the need is in the catalogue.
 */
export type NeedSearch =
  | { type: 'empty' }
  | { type: 'found'; results: SearchResult[]; corrections: Correction[] }
  | { type: 'nothing-fits'; results: SearchResult[]; unanswered: string[] };

/**
 * Searches for a need in plain words among active tools, best first; says so when nothing fits. What served the same need
 * for two visitors or more stands first, and is an answer however little of its text is like the need. Where nothing fits
 * as typed, words that no tool has are tried as misspelt names.
 */
export async function searchNeed(tx: Reading, typed: string, filters: ListFilters, limit: number): Promise<NeedSearch> {
  const text = tidyNeed(typed);
  if (text === '') return { type: 'empty' };
  const { unknown, ...asTyped } = await searchText(tx, text, filters, limit);
  if (asTyped.type === 'found') return asTyped;
  const corrections = await findCorrections(tx, text, unknown);
  if (corrections.length === 0) return asTyped;
  const { unknown: _still, ...corrected } = await searchText(tx, correctNeed(text, corrections), filters, limit);
  return corrected.type === 'found' ? { ...corrected, corrections } : asTyped;
}

/** A search as it stands; `unknown` are the words that no tool has. */
async function searchText(
  tx: Reading,
  text: string,
  filters: ListFilters,
  limit: number,
): Promise<Exclude<NeedSearch, { type: 'empty' }> & { unknown: string[] }> {
  const { wanted, excluded } = splitExcluded(text);
  const { rows, without, all } = await findTerms(tx, wanted, excluded);
  const need = weighNeed(rows, all);
  const served = new Map((await findServed(tx, normaliseNeed(text))).map((each) => [each.toolId, each]));
  const counts = new Map(rows.flatMap(({ termId, tools }) => (termId === null || tools === null ? [] : [[termId, tools] as const])));
  const unknown = rows.flatMap(({ how, termId, word }) => (how === 'same' && termId === null ? [word] : []));
  const scored = await scoreTools(tx, { name: text.toLowerCase(), need, counts, served: [...served.keys()], without, filters, limit });
  const results = scored.map((tool) => describeResult(tool, served.get(tool.toolId)));
  const confirmed = results.filter(({ confirmations }) => confirmations > 0);
  const best = Math.max(0, ...results.map(({ fit }) => fit));
  if (best >= findLeastFit(need.words)) return { type: 'found', results, corrections: [], unknown };
  if (confirmed.length > 0) return { type: 'found', results: confirmed, corrections: [], unknown };
  const answered = new Set(results.flatMap(({ words }) => words.map(({ word }) => word)));
  return { type: 'nothing-fits', results, unanswered: need.words.map(({ word }) => word).filter((word) => !answered.has(word)), unknown };
}

/** The tools that fit a need, best first; none when nothing fits. */
export async function searchTools(tx: Reading, query: string, filters: ListFilters, limit: number): Promise<SearchResult[]> {
  const found = await searchNeed(tx, query, filters, limit);
  return found.type === 'found' ? found.results : [];
}

/** A confirmed match shows the capability that it was confirmed through. */
function describeResult({ capability, ...tool }: Scored, served: Served | undefined): SearchResult {
  const confirmed = served?.capability;
  const shown = confirmed ? { ...confirmed, headline: [{ text: confirmed.description, hit: false }] } : capability && readCapability(capability);
  return { ...tool, capability: shown, confirmations: served?.confirmations ?? 0 };
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
