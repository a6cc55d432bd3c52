import type { Metadata } from 'next';
import { changesHref } from '../../lib/address/href';
import { joinWords } from '../../lib/format/number';
import type { ChangesPage } from '../../lib/pages/load-changes';

/** The head of a log of changes. Search engines list the page that it belongs to, not every log beside it. */
export function describeChanges({ tools }: ChangesPage): Metadata {
  const slugs = tools.map(({ slug }) => slug);
  const names = tools.map(({ name }) => name);
  return {
    title: `What changed: ${names.join(' vs ')}`,
    description: `Prices, ranks and capabilities of ${joinWords(names)} that changed, each with its date and source.`,
    alternates: { canonical: changesHref(slugs), types: { 'application/atom+xml': changesHref(slugs, 'atom') } },
    robots: { index: false, follow: true },
  };
}
