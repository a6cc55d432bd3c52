import { readConversion } from '../match/conversions';
import { type Correction, correctNeed } from '../match/intended-name';
import { findLeastFit, type WordWeight } from '../match/judge-fit';
import { type Likeness, type Meaning, readMeaning } from '../match/meaning';
import { findShared, heard, pickDistinct, type RankedJob, rankJobs } from '../match/rank-jobs';
import { findBeside, stressRequest } from '../match/request';
import { normaliseNeed, splitExcluded, tidyNeed } from '../match/tidy-need';
import { type WeighedNeed, weighNeed } from '../match/weigh-need';
import { findCorrections } from './find-intended';
import { findServed, type Served } from './find-served';
import { findTerms } from './find-terms';
import type { ListFilters } from './list-filters';
import type { Listing } from './listing';
import type { Reading } from './read-snapshot';
import { type CapabilityRow, headlineMarks, readCapabilities, type Scored, scoreTools } from './score-tools';
import { getWordVectors } from './word-vectors';

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
  /** A job that it shares with other tools that were found, and what those speak for it. */
  shared: { job: string; weight: number } | null;
  /** How near what the tool says of itself is to what the need means. Words, shared job and this add up to the score. */
  meaning: Likeness | null;
  /** How many visitors confirmed that it served exactly this need; 0 below two. */
  confirmations: number;
};

/** A job that answers the need, and what the found tools speak for it. */
export type FoundJob = { job: string; score: number };

/** Jobs that a search names at most. */
const namedJobs = 3;
/** Whether something fits is judged by so many tools that the words put first, however many are shown. */
const judged = 10;

/**
 * What a search came to. `jobs` are the capabilities that do it, best first, and what speaks for each. `corrections` are the words that were read as names they nearly are. `nothing-fits` still holds the nearest tools, best first, and the words of the need that
 * none of them answers; it has none when no word of the need is in the catalogue.
 * `counted` are the best tools that filters are counted over, more than are shown.
 */
export type NeedSearch =
  | { type: 'empty' }
  | { type: 'found'; results: SearchResult[]; jobs: FoundJob[]; corrections: Correction[]; counted: Listing[] }
  | { type: 'nothing-fits'; results: SearchResult[]; jobs: FoundJob[]; unanswered: string[]; counted: Listing[] };

/** Where the words of a search come from: the whole need, which may be a name or have been served before, and filters read from it, which such tools need not pass. */
export type Origin = { typed: string; narrows: ListFilters };

/**
 * Searches for a need in plain words among active tools, best first; says so when nothing fits. What served the same need
 * for two visitors or more stands first, and is an answer however little of its text is like the need. Where nothing fits
 * as typed, words that no tool has are tried as misspelt names.
 */
export async function searchNeed(tx: Reading, typed: string, filters: ListFilters, limit: number, origin?: Origin): Promise<NeedSearch> {
  const text = tidyNeed(typed);
  if (text === '') return { type: 'empty' };
  const { unknown, ...asTyped } = await searchText(tx, text, filters, limit, origin ?? { typed: text, narrows: {} });
  if (asTyped.type === 'found') return asTyped;
  const corrections = await findCorrections(tx, text, unknown);
  if (corrections.length === 0) return asTyped;
  const meant = correctNeed(text, corrections);
  const { unknown: _still, ...corrected } = await searchText(tx, meant, filters, limit, { typed: meant, narrows: origin?.narrows ?? {} });
  return corrected.type === 'found' ? { ...corrected, corrections } : asTyped;
}

/** A search as it stands; `unknown` are the words that no tool has. */
async function searchText(
  tx: Reading,
  text: string,
  filters: ListFilters,
  limit: number,
  { typed, narrows }: Origin,
): Promise<Exclude<NeedSearch, { type: 'empty' }> & { unknown: string[] }> {
  const { wanted, excluded } = splitExcluded(text);
  const { rows, without, all } = await findTerms(tx, wanted, excluded, readConversion(wanted));
  const need = weighNeed(rows, all);
  const served = new Map((await findServed(tx, normaliseNeed(typed))).map((each) => [each.toolId, each]));
  const counts = new Map(rows.flatMap(({ termId, tools }) => (termId === null || tools === null ? [] : [[termId, tools] as const])));
  const unknown = rows.flatMap(({ how, termId, word }) => (how === 'same' && termId === null ? [word] : []));
  const asked = { name: typed.toLowerCase(), need, counts, served: [...served.keys()], without, filters, narrows };
  const scored = await scoreTools(tx, { ...asked, limit: Math.max(limit, heard) });
  const meant = addMeaning(scored, readMeaning(getWordVectors(), wanted));
  const ranked = rankJobs(stressRequest(meant, findBeside(wanted, rows)));
  const jobs = pickDistinct(ranked, namedJobs).map(({ job, score }) => ({ job, score }));
  const joined = joinShared(meant, ranked);
  const counted = joined.slice(0, heard).map(({ listing }) => listing);
  const results = await showResults(tx, joined.slice(0, limit), need, served);
  const confirmed = results.filter(({ confirmations }) => confirmations > 0);
  // The fit is that of the tool's own text, so it is sought where that text put the tools.
  const best = Math.max(0, ...scored.slice(0, judged).map(({ fit }) => fit));
  if (best >= findLeastFit(need.words)) return { type: 'found', results, jobs, corrections: [], counted, unknown };
  if (confirmed.length > 0) return { type: 'found', results: confirmed, jobs: [], corrections: [], counted: confirmed.map(({ listing }) => listing), unknown };
  const answered = new Set(results.flatMap(({ words }) => words.map(({ word }) => word)));
  return { type: 'nothing-fits', results, jobs, unanswered: need.words.map(({ word }) => word).filter((word) => !answered.has(word)), counted, unknown };
}

/** The tools that fit a need, best first; none when nothing fits. */
export async function searchTools(tx: Reading, query: string, filters: ListFilters, limit: number): Promise<SearchResult[]> {
  const found = await searchNeed(tx, query, filters, limit);
  return found.type === 'found' ? found.results : [];
}

type Meant = Scored & Pick<SearchResult, 'meaning'>;
type Joined = Meant & Pick<SearchResult, 'shared'>;

/** What a tool says of itself, or one of its capabilities, adds to its score as far as it means what the need means: whichever comes nearest. */
const addMeaning = (scored: readonly Scored[], findNearest: Meaning): Meant[] =>
  scored.map((tool) => {
    const { listing, claims, score } = tool;
    const meaning = findNearest([`${listing.name} ${listing.summary}`, ...claims.map(({ name }) => name)]);
    return { ...tool, score: score + (meaning?.weight ?? 0), meaning };
  });

/** What the jobs that found tools share adds to their scores; tools with a place keep it, equal scores keep their order. */
function joinShared(found: readonly Meant[], jobs: readonly RankedJob[]): Joined[] {
  const scores = new Map(jobs.map(({ job, score }) => [job, score]));
  const joined = found.map((tool) => {
    const shared = findShared(tool.claims, scores);
    return { ...tool, score: tool.score + (shared?.weight ?? 0), shared };
  });
  return joined.sort((a, b) => (a.place ?? found.length) - (b.place ?? found.length) || b.score - a.score);
}

/** Each tool with the capability whose own text fits best, or the one that a confirmed match was confirmed through. */
async function showResults(tx: Reading, tools: readonly Joined[], need: WeighedNeed, served: ReadonlyMap<string, Served>): Promise<SearchResult[]> {
  const best = tools.flatMap(({ claims: [claim] }) => (claim !== undefined && claim.score > 0 ? [claim.id] : []));
  const capabilities = await readCapabilities(tx, best, need);
  return tools.map(({ claims: [claim], place, ...tool }) => {
    const { capability: confirmed, confirmations } = served.get(tool.toolId) ?? { capability: null, confirmations: 0 };
    const found = claim && capabilities.get(claim.id);
    const capability = confirmed ? { ...confirmed, headline: splitHeadline(confirmed.description) } : found ? readCapability(found) : null;
    return { ...tool, exact: place === 0, capability, confirmations };
  });
}

const readCapability = ({ headline, ...capability }: CapabilityRow): FoundCapability => ({ ...capability, headline: splitHeadline(headline) });

/** The marks of code go: a stretch may begin between two of them. */
function splitHeadline(headline: string): Stretch[] {
  return headline
    .replaceAll('`', '')
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
