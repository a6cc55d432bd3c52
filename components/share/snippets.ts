import { markup } from '../../lib/format/markup';
import { escapeMarkdown } from '../../lib/format/table';

/** What a card needs in height: its title and fact, then each tool. */
const [restHeight, toolHeight] = [190, 50] as const;

/** The frame that shows a comparison on another page. */
export function writeFrame(address: string, title: string, tools: number): string {
  return markup`<iframe src="${address}" title="${title}" width="100%" height="${restHeight + toolHeight * tools}" style="border:0;max-width:560px" loading="lazy"></iframe>`
    .markup;
}

type Badge = { address: string; badge: string; name: string };

export const writeMarkdownBadge = ({ address, badge, name }: Badge): string => `[![UnfragileRank of ${escapeMarkdown(name)}](${badge})](${address})`;

export const writeHtmlBadge = ({ address, badge, name }: Badge): string =>
  markup`<a href="${address}"><img src="${badge}" alt="UnfragileRank of ${name}" height="22"></a>`.markup;
