import { compareHref, toolHref } from '../../lib/address/href';
import { filteredSearchHref, searchFilters } from '../../lib/address/search';
import { findCategory } from '../../lib/catalog/categories';
import { kindNames } from '../../lib/catalog/kinds';
import type { Sources } from '../../lib/catalog/tool';
import { describeOrigin } from '../../lib/compare/capability-origin';
import type { Clause } from '../../lib/compare/verdict';
import { formatDay } from '../../lib/format/day';
import { escapeMarkdown, printMarkdownLink, printMarkdownTable } from '../../lib/format/table';
import type { ComparePage, MissingPage, SearchPage, ToolPage } from '../../lib/pages/page-types';
import type { SnapshotLine } from '../../lib/pages/snapshot';
import type { RankedTool } from '../../lib/rank/ranked-tool';
import { wordClause } from '../wording/clause';
import { explainRelation, explainSet, wordRelation } from '../wording/relation';
import { wordRead, wordUnanswered } from '../wording/search';
import { printNode } from './print-node';
import { stackComparison, tabulateAlignment } from './tabulate-comparison';
import { tabulateSearch } from './tabulate-search';
import { tabulateTool } from './tabulate-tool';

/** Blocks of a Markdown text, an empty line between them. */
const joinBlocks = (blocks: readonly string[]): string => `${blocks.map((block) => block.trimEnd()).join('\n\n')}\n`;

function printOrigin(address: string, { asOf, id, formula }: SnapshotLine): string {
  return `Page: <${address}>. Data as of ${formatDay(asOf)}, snapshot ${id.slice(0, 12)}, formula ${formula}.`;
}

function printCapabilities(tool: RankedTool): string {
  const lines = tool.capabilities.map(
    ({ name, description }) => `- **${escapeMarkdown(name.replaceAll('`', ''))}**: ${escapeMarkdown(description.replaceAll('`', ''))}`,
  );
  return [`${tool.capabilities.length}, ${escapeMarkdown(describeOrigin(tool))}.`, '', ...lines].join('\n');
}

function printSources(sources: Sources): string {
  const sorted = Object.values(sources).sort((a, b) => (a.title < b.title ? -1 : 1));
  return sorted
    .map(
      ({ title, address, publisher, licence, readOn }) =>
        `- ${printMarkdownLink(title, address)}, ${escapeMarkdown(publisher)}, ${licence ?? 'no licence stated'}, read ${formatDay(readOn)}`,
    )
    .join('\n');
}

/** A comparison as Markdown: the answer, the table, what each does, the sources. */
export function printComparison({ comparison, sources, snapshot }: ComparePage, siteUrl: string): string {
  const { tools, rows, relation, relations, verdict } = comparison;
  const find = (slug: string): RankedTool => {
    const tool = tools.find((each) => each.slug === slug);
    if (!tool) throw new Error(`${slug} is not in its own comparison`);
    return tool;
  };
  const [only] = relations;
  const why = relations.length === 1 && only ? explainRelation(only, find(only.from), find(only.to)) : explainSet(relation, tools);
  const say = (clause: Clause): string => {
    const labels = clause.kind === 'pick' ? clause.leads.flatMap((id) => rows.find((row) => row.id === id) ?? []) : [];
    const leads = labels.map(({ label, lead }) => `${label}: ${lead?.difference}`).join('; ');
    return `- ${printNode(wordClause(clause, find))}${leads === '' ? '' : ` Leads: ${escapeMarkdown(leads)}.`}`;
  };
  const lined = tabulateAlignment(tools);
  return joinBlocks([
    `# ${escapeMarkdown(tools.map(({ name }) => name).join(' vs '))}`,
    `**${wordRelation(relation, tools.length)}:** ${printNode(why)}`,
    verdict.map(say).join('\n'),
    printMarkdownTable(stackComparison(comparison)),
    ...(lined.rows.length === 0 ? [] : ['## What they do, side by side', printMarkdownTable(lined)]),
    ...tools.flatMap((tool) => [`## What ${escapeMarkdown(tool.name)} does`, printCapabilities(tool)]),
    '## Sources',
    printSources(sources),
    printOrigin(`${siteUrl}${compareHref(tools.map(({ slug }) => slug))}`, snapshot),
  ]);
}

/** A tool as Markdown. */
export function printTool({ tool, sources, snapshot }: ToolPage, siteUrl: string): string {
  const { name, vendor, kind, category, summary, homepage } = tool;
  return joinBlocks([
    `# ${escapeMarkdown(name)}`,
    escapeMarkdown(summary),
    `${kindNames[kind].one} · ${findCategory(category)?.name ?? category} · ${escapeMarkdown(vendor)}${homepage === null ? '' : ` · ${printMarkdownLink('home page', homepage)}`}`,
    printMarkdownTable(tabulateTool(tool, sources)),
    '## Capabilities',
    printCapabilities(tool),
    '## Sources',
    printSources(sources),
    printOrigin(`${siteUrl}${toolHref(tool.slug)}`, snapshot),
  ]);
}

/** What a search found, as Markdown. */
export function printSearch(page: SearchPage, siteUrl: string): string {
  const { query, from, chosen, asWritten, read, fits, unanswered, hits, nearest, snapshot } = page;
  const slugs = from.map(({ slug }) => slug);
  const says =
    query === ''
      ? 'Say what you need done: `?q=` takes it in your own words.'
      : fits
        ? `${hits.length} ${hits.length === 1 ? 'tool' : 'tools'}, best answer first.`
        : `Nothing here fits: ${escapeMarkdown(wordUnanswered(unanswered))}.${hits.length + nearest.length > 0 ? ' The nearest are:' : ''}`;
  return joinBlocks([
    query === '' ? '# Search' : `# Search: ${escapeMarkdown(query)}`,
    ...(read.length === 0 ? [] : [`${escapeMarkdown(wordRead(page))} As written: <${siteUrl}${filteredSearchHref(query, slugs, chosen, searchFilters)}>`]),
    says,
    ...(hits.length + nearest.length > 0 ? [printMarkdownTable(tabulateSearch(page, siteUrl))] : []),
    printOrigin(`${siteUrl}${filteredSearchHref(query, slugs, chosen, asWritten)}`, snapshot),
  ]);
}

/** What stands where no tool has these names. */
export function printMissing({ unknown, nearest }: MissingPage, siteUrl: string): string {
  const names = unknown.map((name) => `“${escapeMarkdown(name)}”`).join(', ');
  return joinBlocks([
    '# Not found',
    `No tool is listed under ${names === '' ? 'this address' : names}.${nearest.length === 0 ? '' : ' The nearest names are:'}`,
    ...(nearest.length === 0 ? [] : [nearest.map(({ slug, name }) => `- ${printMarkdownLink(name, `${siteUrl}${toolHref(slug, 'md')}`)}`).join('\n')]),
  ]);
}
