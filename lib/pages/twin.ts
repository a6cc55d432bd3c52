import { capabilityHref, compareHref, toolHref } from '../address/href';
import { filteredSearchHref } from '../address/search';
import type { Sources, StoredFact } from '../catalog/tool';
import { type AlignedJob, alignCapabilities } from '../compare/align-capabilities';
import type { Cell } from '../compare/row';
import type { RankedTool } from '../rank/ranked-tool';
import type { ComparePage, MissingPage, SearchPage, ToolPage } from './page-types';
import { makeReceipt } from './receipt';
import type { ToolCard } from './tool-card';

function describeTool(tool: RankedTool, siteUrl: string) {
  const { slug, name, kind, category, vendor, summary, pickFor, homepage, repository, aliases, rank, standing, timesMatched } = tool;
  return {
    address: `${siteUrl}${toolHref(slug)}`,
    slug,
    name,
    kind,
    category,
    vendor,
    summary,
    pickFor,
    homepage,
    repository,
    aliases,
    rank,
    standing,
    timesMatched,
  };
}

/** A cell as machines read it: its state, its text as shown, and the exact value. */
function describeCell(cell: Cell) {
  switch (cell.state) {
    case 'value':
      return { state: cell.state, text: cell.text, value: cell.exact, detail: cell.detail, receipts: cell.facts };
    case 'unknown':
    case 'not-applicable':
      return { state: cell.state, text: cell.text, value: null, detail: null, receipts: [] };
  }
}

/** The capabilities lined up as on the page, by their keys: in each job a list for each tool. */
function describeAlignment(tools: readonly RankedTool[]) {
  const { all, some, only } = alignCapabilities(tools);
  const describe = ({ does, ...job }: AlignedJob) => ({ ...job, does: does.map((capabilities) => capabilities.map(({ key }) => key)) });
  return { all: all.map(describe), some: some.map(describe), only: only.map((jobs) => jobs.map(describe)) };
}

const describeReceipts = (facts: readonly StoredFact[], sources: Sources) => Object.fromEntries(facts.map((fact) => [fact.key, makeReceipt(fact, sources)]));

/** The comparison page as JSON: the same rows, cells and clauses, with exact values and the receipts behind them. */
export function makeCompareTwin({ comparison, sources, snapshot, headline, indexable }: ComparePage, siteUrl: string) {
  const slugs = comparison.tools.map((tool) => tool.slug);
  return {
    address: `${siteUrl}${compareHref(slugs)}`,
    snapshot,
    headline,
    indexable,
    relation: { type: comparison.relation, pairs: comparison.relations },
    tools: comparison.tools.map((tool) => describeTool(tool, siteUrl)),
    verdict: comparison.verdict,
    rows: comparison.rows.map((row) => ({ ...row, cells: row.cells.map((cell, index) => ({ tool: slugs[index], ...describeCell(cell) })) })),
    histories: comparison.histories,
    alignment: describeAlignment(comparison.tools),
    capabilities: comparison.tools.map((tool) => ({
      tool: tool.slug,
      describedFrom: tool.describedFrom,
      capabilities: tool.capabilities,
      setApart: tool.setApart,
    })),
    receipts: describeReceipts(
      comparison.tools.flatMap((tool) => tool.facts),
      sources,
    ),
  };
}

/** The tool page as JSON. */
export function makeToolTwin({ tool, sources, snapshot }: ToolPage, siteUrl: string) {
  return {
    ...describeTool(tool, siteUrl),
    snapshot,
    describedFrom: tool.describedFrom,
    capabilities: tool.capabilities,
    setApart: tool.setApart,
    relations: tool.relations,
    receipts: describeReceipts(tool.facts, sources),
  };
}

/** The search page as JSON; `match` of a hit is the token with which a program says at /api/outcomes whether it worked. */
export function makeSearchTwin(page: SearchPage, siteUrl: string) {
  const { snapshot, query, from, filters, chosen, asWritten, read, isNarrowed, fits, corrections, jobs, hits, unanswered, nearest, related, counted } = page;
  const describeCard = (card: ToolCard) => ({ address: `${siteUrl}${toolHref(card.slug)}`, ...card });
  return {
    address: `${siteUrl}${filteredSearchHref(
      query,
      from.map(({ slug }) => slug),
      chosen,
      asWritten,
    )}`,
    snapshot,
    query,
    filters,
    read: read.map(({ filter, narrows, words }) => ({
      filter,
      value: narrows[filter],
      words,
      applied: isNarrowed,
    })),
    fits,
    corrections,
    capabilities: jobs.map((job) => ({ address: `${siteUrl}${capabilityHref(job.slug)}`, ...job })),
    hits: hits.map(({ tool, capability, words, score, confirmations, token }) => ({
      tool: describeCard(tool),
      ...{ capability, words, score, confirmations },
      match: token,
    })),
    unanswered,
    nearest: nearest.map(describeCard),
    related,
    counted,
  };
}

/** What stands where no tool has these names: the nearest ones. */
export function makeMissingTwin({ unknown, nearest }: MissingPage, siteUrl: string) {
  return {
    error: 'not-found',
    message: 'No tool of this name is listed.',
    names: unknown,
    nearest: nearest.map(({ slug, name }) => ({ slug, name, address: `${siteUrl}${toolHref(slug)}` })),
  };
}
