/** One entry of a feed. `id` is an IRI that never changes; times are ISO; `content` is plain text. */
export type AtomEntry = { id: string; title: string; updated: string; href: string; content: string };

export type AtomFeed = {
  id: string;
  title: string;
  subtitle: string;
  updated: string;
  href: string;
  self: string;
  author: string;
  entries: readonly AtomEntry[];
};

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as XML holds it: markup is escaped, and characters that XML has no way to write are left out. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (letter) => entities[letter] ?? '');
}

const element = (name: string, text: string, attributes = ''): string => `<${name}${attributes}>${escapeXml(text)}</${name}>`;
const link = (rel: string, type: string, href: string): string => `<link rel="${rel}" type="${type}" href="${escapeXml(href)}"/>`;

function formatEntry({ id, title, updated, href, content }: AtomEntry): string {
  const parts = [element('id', id), element('title', title), element('updated', updated), link('alternate', 'text/html', href)];
  return `<entry>${[...parts, element('content', content, ' type="text"')].join('')}</entry>`;
}

/** A feed as RFC 4287 has it. The same feed gives the same text. */
export function formatAtom({ id, title, subtitle, updated, href, self, author, entries }: AtomFeed): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    element('id', id),
    element('title', title),
    element('subtitle', subtitle),
    element('updated', updated),
    `<author>${element('name', author)}</author>`,
    link('alternate', 'text/html', href),
    link('self', 'application/atom+xml', self),
    ...entries.map(formatEntry),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}
