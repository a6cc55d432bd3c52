import { capabilityHref, compareHref, compareStartHref, modelPricesHref, searchPageHref, searchTwinHref, toolHref } from '../address/href';
import { parseReported, reportPageHref } from '../address/report';
import { decodeSegment, type Form, parseSet, resolveSet, setLimit, splitEnding, type Twin, toolEndings, twins } from '../address/set';
import { findCategory } from '../catalog/categories';
import { kinds } from '../catalog/kinds';
import { routeChanges, splitChanges } from './route-changes';
import { formPath, isInternal } from './stored-address';

/** What the front does with a request for a page. `path` is what the application is asked for. */
export type Route =
  | { type: 'redirect'; location: string }
  /** A page that depends on its path alone: rendered without the query, kept for the snapshot. */
  | { type: 'page'; path: string }
  /** Rendered for every request; a search takes the database longer than any other page. */
  | { type: 'dynamic' | 'search'; path: string }
  /** Nothing is there: the page that says so, with status 404. A twin says it in its own format. */
  | { type: 'missing'; path: string };

/** A request for a page; `accepted` is the form that the reader's program prefers to HTML where an address names none. */
export type Asked = { path: string; query: string; accepted: Twin | null };

/** Slugs behind slugs and aliases; a name that no tool has is absent. */
export type FindSlugs = (names: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** True for a job that at least two tools share: only such have a page. */
export type HasCapability = (slug: string) => Promise<boolean>;

export type LookUp = { findSlugs: FindSlugs; hasCapability: HasCapability };

const pageOf = (path: string, form: Form | null): Route => ({ type: 'page', path: form === null ? path : formPath(form, path) });

const missing = (names: readonly string[], form: Form | null = null): Route => {
  // URLSearchParams takes any text; encodeURIComponent throws where a cut leaves half a letter.
  const query = new URLSearchParams(names.slice(0, setLimit).map((name) => ['name', name.slice(0, 120)])).toString();
  return { type: 'missing', path: addQuery(form === null ? '/missing' : formPath(form, '/missing'), query) };
};

async function routeSet(segment: string, { query, accepted }: Asked, { findSlugs }: LookUp): Promise<Route> {
  const { names, ending } = parseSet(segment);
  const found = await findSlugs(names);
  const set = resolveSet(segment, (each) => found.get(each) ?? null);
  switch (set.type) {
    case 'canonical':
      return pageOf(compareHref(set.slugs), ending ?? accepted);
    case 'elsewhere':
      return { type: 'redirect', location: addQuery(compareHref(set.slugs, ending), query, set.dropped > 0 ? { dropped: String(set.dropped) } : {}) };
    case 'single':
      return { type: 'redirect', location: addQuery(toolHref(set.slug, ending), query) };
    case 'unknown':
      return missing(set.unknown, ending ?? accepted);
    case 'empty':
      return { type: 'redirect', location: compareStartHref };
  }
}

/** The card of a comparison, to be put into other people's pages. It has no endings: one that is there belongs to a name. */
async function routeEmbed(segment: string, { query }: Asked, { findSlugs }: LookUp): Promise<Route> {
  const { names } = parseSet(segment, []);
  const found = await findSlugs(names);
  const set = resolveSet(segment, (each) => found.get(each) ?? null, []);
  switch (set.type) {
    case 'canonical':
      return pageOf(compareHref(set.slugs), 'embed');
    case 'elsewhere':
      return { type: 'redirect', location: addQuery(compareHref(set.slugs, 'embed'), query) };
    case 'single':
      return missing([set.slug], 'embed');
    case 'unknown':
      return missing(set.unknown, 'embed');
    case 'empty':
      return missing([], 'embed');
  }
}

async function routeTool(segment: string, { query, accepted }: Asked, { findSlugs }: LookUp): Promise<Route> {
  const asked = decodeSegment(segment);
  const { name, ending } = splitEnding(asked, toolEndings);
  // An alias may end like a twin (`next.json`): the whole text is looked up first.
  const found = await findSlugs([asked.toLowerCase(), name.toLowerCase()]);
  const whole = found.get(asked.toLowerCase());
  const slug = whole ?? found.get(name.toLowerCase());
  if (slug === undefined) return missing([name], ending ?? accepted);
  const form = whole === undefined ? ending : null;
  const canonical = toolHref(slug, form);
  if (canonical !== `/tools/${segment}`) return { type: 'redirect', location: addQuery(canonical, query) };
  return pageOf(toolHref(slug), form ?? accepted);
}

/** The form that reports an error: it depends on its query, and is there for tools alone. */
async function routeReport(query: string, { findSlugs }: LookUp): Promise<Route> {
  const parsed = parseReported(new URLSearchParams(query));
  if (parsed.type === 'wrong') return missing([]);
  const { tool } = parsed.reported;
  return (await findSlugs([tool])).get(tool) === tool ? { type: 'dynamic', path: addQuery(reportPageHref, query) } : missing([tool]);
}

/** `/compare?tools=a&tools=b`, as a form without JavaScript sends it. */
async function routePicked(query: string, { findSlugs }: LookUp): Promise<Route> {
  const names = new URLSearchParams(query)
    .getAll('tools')
    .flatMap((each) => each.split(','))
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== '');
  if (names.length === 0) return { type: 'page', path: compareStartHref };
  const found = await findSlugs(names);
  const unknown = names.filter((name) => !found.has(name));
  if (unknown.length > 0) return missing(unknown);
  const slugs = [...new Set(names.flatMap((name) => found.get(name) ?? []))];
  const [only] = slugs;
  if (slugs.length === 1 && only !== undefined) return { type: 'redirect', location: `${compareStartHref}?first=${only}` };
  const dropped = slugs.length - setLimit;
  return { type: 'redirect', location: addQuery(compareHref(slugs.slice(0, setLimit)), '', dropped > 0 ? { dropped: String(dropped) } : {}) };
}

async function routeCapability(segment: string, { query }: Asked, { hasCapability }: LookUp): Promise<Route> {
  const asked = decodeSegment(segment);
  const slug = asked.trim().toLowerCase();
  if (!(await hasCapability(slug))) return { type: 'missing', path: addQuery('/missing', '', { capability: asked.slice(0, 120) }) };
  const canonical = capabilityHref(slug);
  return canonical === `/capabilities/${segment}` ? { type: 'page', path: canonical } : { type: 'redirect', location: addQuery(canonical, query) };
}

function addQuery(path: string, query: string, more: Readonly<Record<string, string>> = {}): string {
  const extra = new URLSearchParams(more).toString();
  const all = [query, extra].filter((part) => part !== '').join('&');
  return all === '' ? path : `${path}?${all}`;
}

const closedLists: ReadonlyMap<string, (name: string) => boolean> = new Map([
  ['categories', (name: string): boolean => findCategory(name) !== null],
  ['kinds', (name: string): boolean => kinds.some((kind) => kind === name)],
]);

const wholePages: ReadonlySet<string> = new Set(['/', '/methodology', '/sources', '/sitemap.xml', '/robots.txt', '/llms.txt', modelPricesHref]);

/**
 * Decides what a GET of `path?query` leads to. Every address that is not the canonical one redirects in one
 * hop and keeps its query; names are looked up before anything is rendered or stored.
 */
export async function findRoute(asked: Asked, lookUp: LookUp): Promise<Route> {
  const { path, query } = asked;
  // To a browser two slashes, or one and a backslash, begin the address of another site.
  if (!/^\/(?!\/)[^\\]*$/.test(path)) return missing([]);
  const plain = path.length > 1 ? path.replaceAll(/\/{2,}/g, '/').replace(/\/$/, '') : path;
  const route = await routePlain({ ...asked, path: plain }, lookUp);
  const moves = plain !== path && route.type !== 'redirect' && route.type !== 'missing';
  return moves ? { type: 'redirect', location: addQuery(plain, query) } : route;
}

/** The search page, or its twin: rendered for every request, since it depends on what is typed. */
function routeSearch({ path, query, accepted }: Asked): Route {
  const twin = twins.find((each) => path === searchTwinHref(each)) ?? (path === searchPageHref ? accepted : null);
  return { type: 'search', path: addQuery(twin === null ? path : formPath(twin, searchPageHref), query) };
}

/** The route of a path without a slash at its end or two in a row. */
async function routePlain(asked: Asked, lookUp: LookUp): Promise<Route> {
  const changes = splitChanges(asked.path);
  const whole = await routeNamed(asked, lookUp);
  // An alias may end like a log of changes (`owner/changes`): the whole text is looked up first.
  if (changes === null || whole.type !== 'missing') return whole;
  return routeChanges(await routeNamed({ ...asked, path: changes.page, accepted: null }, lookUp), changes.feed, asked);
}

async function routeNamed(asked: Asked, lookUp: LookUp): Promise<Route> {
  const { path, query } = asked;
  const [, first = '', second = '', ...rest] = path.split('/');
  if (isInternal(path)) return missing([]);
  // Aliases such as `google/gemini-2.5-flash` hold slashes.
  if (first === 'compare' && second !== '') return routeSet([second, ...rest].join('/'), asked, lookUp);
  if (first === 'tools' && second !== '') return routeTool([second, ...rest].join('/'), asked, lookUp);
  if (first === 'capabilities') return routeCapability([second, ...rest].join('/'), asked, lookUp);
  if (first === 'embed' && second === 'compare') return routeEmbed(rest.join('/'), asked, lookUp);
  if (path === reportPageHref) return routeReport(query, lookUp);
  if (first.startsWith('search')) return routeSearch(asked);
  if (path === compareStartHref && query !== '' && !query.startsWith('first=')) return routePicked(query, lookUp);
  const isMember = closedLists.get(first);
  if (isMember && second !== '' && (rest.length > 0 || !isMember(second))) return missing([second]);
  if (wholePages.has(path)) return { type: 'page', path };
  const listed = path === '/tools' || path === compareStartHref || (isMember !== undefined && second !== '');
  return listed && query === '' ? { type: 'page', path } : { type: 'dynamic', path: addQuery(path, query) };
}
