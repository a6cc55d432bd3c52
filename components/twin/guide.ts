import { compareHref, methodologyHref, searchTwinHref, sourcesHref, toolHref, toolsHref } from '../../lib/address/href';
import { setLimit } from '../../lib/address/set';
import { formatDay } from '../../lib/format/day';
import { formatCount } from '../../lib/format/number';
import type { SnapshotLine } from '../../lib/pages/snapshot';

/** llms.txt (llmstxt.org): a title, a summary, then lists of links, in Markdown. */
export function printGuide({ id, asOf, formula, toolCount, factCount }: SnapshotLine, siteUrl: string): string {
  const pair = ['vllm', 'sglang'];
  const link = (name: string, path: string, says: string): string => `- [${name}](${siteUrl}${path}): ${says}`;
  return `# Unfragile

> A directory that compares AI tools: models, repositories, frameworks, apps, agents and MCP servers. Every number has a source and a date; what nobody has measured is called unknown, never zero.

${formatCount(toolCount)} tools, ${formatCount(factCount)} facts, data as of ${formatDay(asOf)}. No account, no key.

## Read

Every tool, comparison and search has the same content in other forms: put .md, .json or .csv behind the path, or send Accept: text/markdown, application/json or text/csv. JSON has exact values and the receipt (source, date, conditions) of each.

${[
  link('A tool', toolHref('vllm', 'md'), 'rank with its range, facts, capabilities. `/tools/SLUG.md`'),
  link('A comparison', compareHref(pair, 'md'), `two to ${setLimit} tools. \`/compare/A-vs-B.md\`; any order or alias leads to the one address.`),
  link(
    'Search',
    `${searchTwinHref('json')}?q=transcribe+calls`,
    'a need in plain words, or a name: `/search.json?q=…`, narrowed by `kind`, `pricing`, `licence`, `weights`, `maxPrice` and `modality`. Words such as “free” or “MCP server for” are read as filters, listed under `read`; `as=written` searches the words as they stand, `kind=any` leaves that one unread.',
  ),
  link('All tools', toolsHref, 'a list to browse.'),
].join('\n')}

An unknown name answers 404 in the form asked for and names the nearest tools.

## Understand

${[
  link('Methodology', methodologyHref, `how ranks are computed (formula ${formula}), and what a range means.`),
  link('Sources', sourcesHref, 'every source, with its licence and the day it was read.'),
].join('\n')}

## Cite

Cite the page (its address without an ending), the date of the value, and its source. A rank goes with its range and its date: "UnfragileRank N/100 (LOW–HIGH), ${formatDay(asOf)}". Ranges that overlap are a tie; say so. This snapshot is ${id}.

## Tell what worked

Each hit of a search carries \`match\`. Send it back: POST ${siteUrl}/api/outcomes as a form with \`match\` and \`worked\` (yes or no). Confirmed matches improve the next search.
`;
}
