import type { Browse } from '../address/browse';
import type { CategoryId } from '../catalog/categories';
import type { Kind } from '../catalog/kinds';
import type { Source } from '../catalog/record';
import type { Sources } from '../catalog/tool';
import type { Comparison } from '../compare/compare';
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
  alternatives: readonly ToolCard[];
  comparisons: readonly ComparisonLink[];
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
  tool: ToolCard;
  /** The capability that matched best; null when the tool itself matched. */
  capability: { key: string; name: string; description: string } | null;
};

export type SearchPage = {
  snapshot: SnapshotLine;
  query: string;
  /** Tools of the comparison the search was opened from. */
  from: readonly ToolCard[];
  hits: readonly SearchHit[];
  /** Shown when nothing was found: the tools whose names are nearest. */
  nearest: readonly ToolCard[];
};

export type SourcesPage = {
  snapshot: SnapshotLine;
  /** With how many facts rest on each; shared data sets first, then the tools' own documents. */
  sources: readonly { source: Source; shared: boolean; facts: number; tools: number }[];
};

export type MissingPage = {
  /** Names in the address that no tool has. */
  unknown: readonly string[];
  nearest: readonly ToolCard[];
};
