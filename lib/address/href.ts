import type { CategoryId } from '../catalog/categories';
import type { Kind } from '../catalog/kinds';
import { type Form, joinSet, sortSlugs, type Twin } from './set';

/** Every address of the site is built here, so that a route moves in one place. */
export const homeHref = '/';
export const toolsHref = '/tools';
export const compareStartHref = '/compare';
export const searchPageHref = '/search';
export const methodologyHref = '/methodology';
/** How matches are counted, what is learned from them, and what is kept. */
export const matchesHref = '/methodology#matches';
/** How capabilities of several tools are lined up, and how often that is right. */
export const alignmentHref = '/methodology#alignment';
export const sourcesHref = '/sources';
export const modelPricesHref = '/api/model-prices';

const withForm = (path: string, form: Form | null): string => (form === null ? path : form === 'embed' ? `/embed${path}` : `${path}.${form}`);

export const toolHref = (slug: string, form: Exclude<Form, 'embed'> | null = null): string => withForm(`/tools/${slug}`, form);
export const categoryHref = (category: CategoryId): string => `/categories/${category}`;
export const kindHref = (kind: Kind): string => `/kinds/${kind}`;

export const capabilityHref = (job: string): string => `/capabilities/${job}`;

/** The addresses of a page in the forms that programs read. */
export const toolForms = (slug: string): Record<Twin, string> => ({ md: toolHref(slug, 'md'), json: toolHref(slug, 'json'), csv: toolHref(slug, 'csv') });

/** A tool's page that asks whether it did what was searched for; the question is view state, the page is the same. */
export const askedToolHref = (slug: string, query: string, token: string | null): string =>
  token === null ? toolHref(slug) : `${toolHref(slug)}?${new URLSearchParams({ q: query, match: token })}`;

/** The one address of a set of tools, in whatever order they are given. */
export const compareHref = (slugs: readonly string[], form: Exclude<Form, 'svg'> | null = null): string =>
  withForm(`/compare/${joinSet(sortSlugs(slugs))}`, form);

export const compareForms = (slugs: readonly string[]): Record<Twin, string> => ({
  md: compareHref(slugs, 'md'),
  json: compareHref(slugs, 'json'),
  csv: compareHref(slugs, 'csv'),
});

/** What changed about a tool, or between the tools of a set; also as a feed. */
export const changesHref = (slugs: readonly string[], feed: 'atom' | null = null): string =>
  `${slugs.length === 1 ? toolHref(slugs[0] ?? '') : compareHref(slugs)}/changes${feed === null ? '' : `.${feed}`}`;

/** Where one change stands on that page. */
export const changeAnchor = (id: string): string => `change-${id}`;

export const searchTwinHref = (twin: Twin): string => `${searchPageHref}.${twin}`;

/** `from` names the comparison the search was opened from. */
export function searchHref(query: string, from: readonly string[] = []): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  if (from.length > 0) parameters.set('from', joinSet(sortSlugs(from)));
  const text = parameters.toString();
  return text === '' ? searchPageHref : `${searchPageHref}?${text}`;
}
