import type { RankedTool } from '../rank/ranked-tool';
import { findHistories, type History } from './history';
import { makeOverviewRows } from './overview-rows';
import { type Relation, type RelationType, relateSet } from './relation';
import type { Row } from './row';
import { makeSignalRows } from './signal-rows';
import { type Clause, decideVerdict } from './verdict';

/** Two to four tools side by side, in the canonical order of their slugs. */
export type Comparison = {
  tools: readonly RankedTool[];
  relation: RelationType;
  relations: readonly Relation[];
  rows: readonly Row[];
  verdict: readonly Clause[];
  histories: readonly History[];
};

/** Compares tools. The order in which they are given changes nothing. */
export function compareTools(given: readonly RankedTool[], counted: { since: string; until: string }): Comparison {
  const tools = [...given].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const { type: relation, pairs: relations } = relateSet(tools);
  const rows = [...makeOverviewRows(tools, relation, counted), ...makeSignalRows(tools)];
  return { tools, relation, relations, rows, verdict: decideVerdict(tools, rows, relation), histories: findHistories(tools) };
}

/** Leads a comparison needs before it is worth a search engine's while. */
const leadsToIndex = 2;
const capabilitiesToIndex = 6;

/** The evidence bar: rivals, all of them ranked and decomposed, with leads that rest on facts. Only these are indexed. */
export function passesEvidenceBar({ tools, relation, rows }: Comparison): boolean {
  if (relation !== 'rivals') return false;
  if (tools.some((tool) => !tool.rank.ranked || tool.capabilities.length < capabilitiesToIndex)) return false;
  return rows.filter((row) => row.lead !== null).length >= leadsToIndex;
}
