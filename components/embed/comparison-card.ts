import { compareHref, homeHref, toolHref } from '../../lib/address/href';
import { formatDay } from '../../lib/format/day';
import { type Markup, markup } from '../../lib/format/markup';
import { roundPoints } from '../../lib/format/number';
import type { ComparePage } from '../../lib/pages/page-types';
import type { RankedTool } from '../../lib/rank/ranked-tool';

/** A page's colours and measures in as few lines as a card needs; app/globals.css has the whole. */
const style = `:root{color-scheme:light dark;--paper:#fcfcfb;--ink:#1a1a18;--muted:#5f5f58;--line:#dcdcd5;--track:#ecece7;--accent:#0b5a5c}
@media(prefers-color-scheme:dark){:root{--paper:#121311;--ink:#ecece8;--muted:#a3a49c;--line:#30322e;--track:#252724;--accent:#62c4be}}
*{box-sizing:border-box}body{margin:0;padding:16px;background:var(--paper);color:var(--ink);font:14px/20px system-ui,sans-serif;border:1px solid var(--line);border-radius:6px;min-height:100vh}
a{color:var(--accent)}h1{margin:0 0 12px;font-size:16px;line-height:22px;overflow-wrap:anywhere}p{margin:0}ul{margin:0 0 12px;padding:0;list-style:none;display:grid;gap:10px}
.n{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 12px}.n b{overflow-wrap:anywhere}.m{color:var(--muted)}.f{margin-bottom:12px;overflow-wrap:anywhere}
.t{position:relative;height:8px;margin-top:5px;background:var(--track);box-shadow:inset 0 0 0 1px var(--line)}.t i{position:absolute;display:block}.p{left:0;top:0;height:8px;background:var(--accent)}.r{top:3px;height:2px;background:var(--ink);outline:1px solid var(--paper)}.u{background:repeating-linear-gradient(-45deg,var(--line) 0 2px,transparent 2px 6px)}`;

/** A whole document around a card: no scripts, nothing from elsewhere. */
function wrapCard(title: string, body: Markup): string {
  return markup`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${{ markup: style }}</style></head>
<body>${body}</body></html>
`.markup;
}

function drawTrack({ rank: { ranked, total, low, high } }: RankedTool): Markup {
  const round = (points: number): number => Math.round(points * 10) / 10;
  const range = high > low ? markup`<i class="r" style="left:${round(low)}%;width:${round(high - low)}%"></i>` : markup``;
  return ranked
    ? markup`<div class="t" aria-hidden="true"><i class="p" style="width:${round(total)}%"></i>${range}</div>`
    : markup`<div class="t u" aria-hidden="true">${range}</div>`;
}

function wordRank({ rank: { ranked, total, low, high } }: RankedTool): Markup {
  if (!ranked) return markup`<span class="m">not ranked yet</span>`;
  const [from, to] = [roundPoints(low), roundPoints(high)];
  return markup`<span><b>${roundPoints(total)}/100</b>${from === to ? '' : markup` <span class="m">(${from}–${to})</span>`}</span>`;
}

/** A comparison as a card for other people's pages: names, ranks with ranges, one true fact, the date, and the way here. */
export function printCard({ comparison: { tools }, headline, snapshot }: ComparePage, siteUrl: string): string {
  const title = tools.map(({ name }) => name).join(' vs ');
  const link = (path: string, text: string): Markup => markup`<a href="${siteUrl}${path}" target="_blank" rel="noopener">${text}</a>`;
  const lines = tools.map((tool) => markup`<li><div class="n"><b>${link(toolHref(tool.slug), tool.name)}</b>${wordRank(tool)}</div>${drawTrack(tool)}</li>`);
  const address = compareHref(tools.map(({ slug }) => slug));
  return wrapCard(
    title,
    markup`<h1>${link(address, title)}</h1><ul>${lines}</ul><p class="f">${headline}</p><p class="m">UnfragileRank of 100, with its range. Data as of ${formatDay(snapshot.asOf)}. ${link(address, 'Sources and the whole comparison')}</p>`,
  );
}

/** What stands in the frame when no such comparison is there. */
export function printMissingCard(names: readonly string[], siteUrl: string): string {
  const says = names.length === 0 ? 'No comparison is here.' : `No comparison of ${names.join(', ')} is here.`;
  return wrapCard('Not found', markup`<p>${says} <a href="${siteUrl}${homeHref}" target="_blank" rel="noopener">Unfragile</a></p>`);
}
