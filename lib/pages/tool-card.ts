import type { CategoryId } from '../catalog/categories';
import type { Kind } from '../catalog/kinds';
import type { Modality } from '../catalog/modalities';
import type { SignalId } from '../catalog/signals';

/** A tool as lists show it. */
export type ToolCard = {
  slug: string;
  name: string;
  vendor: string;
  kind: Kind;
  category: CategoryId;
  summary: string;
  pricing: string | null;
  licence: string | null;
  openWeights: boolean | null;
  modalities: readonly Modality[];
  startingPrice: string | null;
  startingPriceSignal: SignalId | null;
  /** Points 0–100 with their range; the total means nothing while `ranked` is false. */
  total: number;
  low: number;
  high: number;
  ranked: boolean;
  coverage: number;
  standing: number | null;
  capabilityCount: number;
};

/** A comparison worth opening, its tools in canonical order. */
export type ComparisonLink = { slugs: readonly string[]; names: readonly string[] };
