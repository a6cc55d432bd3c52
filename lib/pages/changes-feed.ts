import { changeAnchor, changesHref } from '../address/href';
import { nameSourceChange } from '../compare/source-changes';
import { type AtomEntry, type AtomFeed, formatAtom } from '../format/atom';
import { joinWords } from '../format/number';
import type { ChangesPage } from './load-changes';

/** What an entry says, in words that the caller has. */
export type EntryWords = { title: string; content: string };

const headers = { 'content-type': 'application/atom+xml; charset=utf-8', 'x-robots-tag': 'noindex', 'access-control-allow-origin': '*' };

/** The feed of a log, or that no such tool is there. */
export function answerFeed(page: ChangesPage | null, siteUrl: string, wordEntries: (page: ChangesPage) => ReadonlyMap<string, EntryWords>): Response {
  if (page === null) return missingFeed();
  return new Response(formatAtom(makeChangesFeed(page, siteUrl, wordEntries(page))), { headers });
}

/** A feed has no way to say that nothing is there: a sentence does. */
export function missingFeed(): Response {
  return new Response('No tool of this name is listed, so there is no feed of it.\n', {
    status: 404,
    headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' },
  });
}

/** The log as a feed. `words` gives the words of an event or a reading by its id; ids and times never change, so neither does the feed while nothing does. */
export function makeChangesFeed(page: ChangesPage, siteUrl: string, words: ReadonlyMap<string, EntryWords>): AtomFeed {
  const slugs = page.tools.map(({ slug }) => slug);
  const [href, address] = [changesHref(slugs), `${siteUrl}${changesHref(slugs)}`];
  const tag = (rest: string): string => `tag:${new URL(siteUrl).hostname},2026:${rest}`;
  const makeEntry = (id: string, updated: string): AtomEntry[] => {
    const said = words.get(id);
    return said === undefined ? [] : [{ id: tag(`${href}/${id}`), ...said, updated, href: `${address}#${changeAnchor(id)}` }];
  };
  const entries = [
    ...page.moments.flatMap(({ at, events }) => events.flatMap(({ id }) => makeEntry(id, at))),
    ...page.readings.flatMap((reading) => makeEntry(nameSourceChange(reading), `${reading.after.asOf}T00:00:00Z`)),
  ].sort((a, b) => (a.updated === b.updated ? 0 : a.updated > b.updated ? -1 : 1));
  const names = page.tools.map(({ name }) => name);
  return {
    id: tag(href),
    title: `What changed: ${names.join(' vs ')}`,
    subtitle: `Prices, ranks and capabilities of ${joinWords(names)}${names.length > 1 ? ', and the answer between them' : ''}, each change with its sources.`,
    updated: entries.reduce((newest, { updated }) => (updated > newest ? updated : newest), page.since),
    href: address,
    self: `${siteUrl}${changesHref(slugs, 'atom')}`,
    author: 'Unfragile',
    entries,
  };
}
