import type { Browse } from '../address/browse';
import type { SearchFilter, SearchFilters } from '../address/search';
import type { CategoryId } from '../catalog/categories';
import type { Kind } from '../catalog/kinds';
import type { Evidence, Source } from '../catalog/record';
import type { Sources } from '../catalog/tool';
import type { Comparison } from '../compare/compare';
import type { Correction } from '../match/intended-name';
import type { WordWeight } from '../match/judge-fit';
import type { Likeness } from '../match/meaning';
import type { ReadFilter } from '../match/read-intent';
import type { RankedTool } from '../rank/ranked-tool';
import type { SnapshotLine } from './snapshot';
import type { ComparisonLink, ToolCard } from './tool-card';

export type Counted<Id extends string> = { id: Id; count: number };

export type HomePage = {
  snapshot: SnapshotLine;
  categories: readonly Counted<CategoryId>[];
  kinds: readonly Counted<Kind>[];
  comparisons: readonly ComparisonLink[];
};

/** How many tools each choice of a filter would leave, given the other filters. Choices with none are left out. */
export type Facets = Record<'category' | 'kind' | 'pricing' | 'licence' | 'weights' | 'vendor' | 'ranked', readonly { value: string; count: number }[]>;

export type BrowsePage = {
  snapshot: SnapshotLine;
  browse: Browse;
  /** Fixed by the address of the page (`/categories/x`), so not a filter that can be taken off. */
  fixed: 'category' | 'kind' | null;
  /** Path without the query. */
  path: string;
  total: number;
  pages: number;
  tools: readonly ToolCard[];
  facets: Facets;
};

export type ToolPage = {
  snapshot: SnapshotLine;
  tool: RankedTool;
  sources: Sources;
  /** Names and slugs of the tools that its capabilities are held against. */
  names: Readonly<Record<string, string>>;
  /** How many tools share each job of its capabilities. */
  sharing: Readonly<Record<string, number>>;
  alternatives: readonly ToolCard[];
  /** One true sentence for whoever receives the link. */
  headline: string;
  comparisons: readonly ComparisonLink[];
  /** Days between which matches were counted. */
  counted: { since: string; until: string };
};

export type ComparePage = {
  snapshot: SnapshotLine;
  comparison: Comparison;
  sources: Sources;
  names: Readonly<Record<string, string>>;
  /** Other tools of the same categories, to add or to swap in. */
  alternatives: readonly ToolCard[];
  /** Passes the evidence bar: in the sitemap, and indexed. */
  indexable: boolean;
  /** One true sentence for whoever receives the link. */
  headline: string;
};

export type SearchHit = {
  tool: ToolCard & { timesMatched: number; worked: number; failed: number };
  /** The capability that matched best; null when the tool itself matched. `hit` marks the words of the need; `sharedBy` counts the tools with the job. */
  capability: { key: string; job: string; name: string; headline: readonly { text: string; hit: boolean }[]; sharedBy: number } | null;
  /** What each word gave to the score. */
  words: readonly WordWeight[];
  /** What other answers gave that share this capability with it. */
  shared: { name: string; weight: number } | null;
  /** What its text gave by meaning what the need means, and the words that say so most. Words, shared capability and this add up to the score. */
  meaning: Likeness | null;
  score: number;
  /** How many readers confirmed it for exactly this need; 0 below two. */
  confirmations: number;
  /** With which the reader says whether it worked; null when the search is not recorded. */
  token: string | null;
};

export type SearchFacets = Record<SearchFilter, readonly { value: string; count: number }[]>;

export type SearchPage = {
  snapshot: SnapshotLine;
  query: string;
  /** Tools of the comparison the search was opened from. */
  from: readonly ToolCard[];
  /** In force: chosen ones, and those read from the words of the need. */
  filters: SearchFilters;
  /** Those that stand in the address. */
  chosen: SearchFilters;
  /** Those that the address says are not to be read from the words. */
  asWritten: readonly SearchFilter[];
  /** What the words of the need ask for beside the job. */
  read: readonly ReadFilter[];
  /** False where something was read, and nothing that passes it fits: then the hits answer the rest of the need. */
  isNarrowed: boolean;
  /** Of the best answers, how many each choice would leave. */
  facets: SearchFacets;
  /** False: nothing fits, and the hits are merely the nearest. */
  fits: boolean;
  hits: readonly SearchHit[];
  /** Words that were read as names they nearly are, because nothing fits them as typed. */
  corrections: readonly Correction[];
  /** The capabilities that do what is needed, best first; none when nothing fits. */
  jobs: readonly Job[];
  /** Words of the need that nothing answers, when nothing fits. */
  unanswered: readonly string[];
  /** Shown when nothing was found at all: the tools whose names are nearest. */
  nearest: readonly ToolCard[];
  /** Other needs that the best answers serve. */
  related: readonly string[];
  /** Days between which matches were counted. */
  counted: { since: string; until: string };
};

export type CapabilityPage = {
  snapshot: SnapshotLine;
  job: Job;
  /** Best ranked first; not all of them when there are very many. */
  tools: readonly { tool: ToolCard & { timesMatched: number; worked: number; failed: number }; claims: readonly Claim[] }[];
  sources: Sources;
  served: readonly { text: string; confirmations: number }[];
  /** Confirmed by one visitor, and so not shown. */
  servedOnce: number;
  counted: { since: string; until: string };
};

/** A capability of fewer tools has a page, and no place in the sitemap. */
export const leastIndexed = 3;

export type Job = { slug: string; name: string; tools: number };
export type Claim = { key: string; name: string; description: string; isDerived: boolean; needs: readonly string[]; evidence: readonly Evidence[] };

export type SourcesPage = {
  snapshot: SnapshotLine;
  /** With how many facts rest on each; shared data sets first, then the tools' own documents. */
  sources: readonly { source: Source; shared: boolean; facts: number; tools: number }[];
};

export type MissingPage = {
  /** Names in the address that no tool has. */
  unknown: readonly string[];
  nearest: readonly ToolCard[];
  /** Set when a capability was asked for: what is nearest to it. */
  capability: { asked: string; nearest: readonly Job[] } | null;
};
