import { type SearchFilter, type SearchFilters, searchFilters } from '../address/search';
import { parseSet, setLimit } from '../address/set';
import { findCategory } from '../catalog/categories';
import { findJobs, findRelatedNeeds } from '../db/find-capabilities';
import { findNearest } from '../db/find-names';
import { findListings } from '../db/listing';
import { type Reading, readSnapshot } from '../db/read-snapshot';
import { makeTicket, makeToken, recordSearch, type SearchTicket, type Surface } from '../db/record-search';
import { doAfterwards } from '../db/request-context';
import { findSlugs } from '../db/resolve-slugs';
import { type SearchAsRead, searchAsRead } from '../db/search-as-read';
import { type NeedSearch, type SearchResult, searchNeed } from '../db/search-tools';
import type { Correction } from '../match/intended-name';
import { countChoices } from './count-choices';
import { findCounted } from './counted';
import { findSearcher } from './find-searcher';
import type { Job, SearchFacets, SearchHit, SearchPage } from './page-types';

const hitsShown = 20;
const nearestShown = 6;
const relatedShown = 6;
/** A capability is named beside the first one when so much of what speaks for that speaks for it. */
const leastOfFirst = 0.5;

export type AskedSearch = { query: string; from: string; filters: SearchFilters; asWritten: readonly SearchFilter[]; surface: Surface };
/** A search for exactly the name of one tool leads to that tool. */
export type LoadedSearch = { type: 'tool'; slug: string } | { type: 'page'; page: SearchPage };

/** What to look for when a search is opened from rivals and nothing was typed: the job they share. */
function findSharedJob(from: readonly { category: string }[]): string {
  const [category, ...others] = new Set(from.map((tool) => tool.category));
  return category === undefined || others.length > 0 ? '' : (findCategory(category)?.job ?? '');
}

const listCorrections = (search: NeedSearch): readonly Correction[] => (search.type === 'found' ? search.corrections : []);

const resultsOf = (search: NeedSearch): SearchResult[] => (search.type === 'empty' ? [] : search.results);

/** Each filter's choices are counted as if it alone were off; filters that are off share one search. */
async function countFacets(tx: Reading, { text, filters, search }: SearchAsRead): Promise<SearchFacets> {
  const cards = async (filter: SearchFilter) => {
    const found = filters[filter] === null ? search : await searchNeed(tx, text, { ...filters, [filter]: null }, hitsShown);
    return countChoices(found.type === 'empty' ? [] : found.counted, filter);
  };
  return {
    kind: await cards('kind'),
    pricing: await cards('pricing'),
    licence: await cards('licence'),
    weights: await cards('weights'),
    maxPrice: await cards('maxPrice'),
    modality: await cards('modality'),
  };
}

const jobsOf = (results: readonly SearchResult[]): string[] =>
  results.flatMap(({ capability, shared }) => [capability?.job, shared?.job].filter((job) => job !== undefined));

/** The jobs that answer the need, best first: none when nothing fits. */
function listAnswering(search: NeedSearch): string[] {
  if (search.type !== 'found') return [];
  const [first] = search.jobs;
  return search.jobs.filter(({ score }) => score >= leastOfFirst * (first?.score ?? 0)).map(({ job }) => job);
}

function makeHit(
  { toolId, listing, capability, words, shared, meaning, score, confirmations }: SearchResult,
  jobs: ReadonlyMap<string, Job>,
  ticket: SearchTicket | null,
): SearchHit {
  const shown = capability && {
    key: capability.key,
    job: capability.job,
    name: capability.name,
    headline: capability.headline,
    sharedBy: jobs.get(capability.job)?.tools ?? 0,
  };
  const alike = shared && { name: jobs.get(shared.job)?.name ?? shared.job, weight: shared.weight };
  return { tool: listing, capability: shown, words, shared: alike, meaning, score, confirmations, token: ticket && makeToken(ticket, toolId) };
}

/** Keeps the search once its page is sent; what robots and prefetches ask has no ticket. */
function keep(ticket: SearchTicket | null, surface: Surface, { filters, search }: SearchAsRead, shown: readonly SearchResult[]): void {
  if (ticket === null || search.type === 'empty') return;
  const chosen = Object.fromEntries(searchFilters.flatMap((filter) => (filters[filter] === null ? [] : [[filter, filters[filter]]])));
  const matches = shown.map(({ toolId, capability }) => ({ toolId, capabilityId: capability?.id ?? null }));
  doAfterwards(() => recordSearch(ticket, { surface, filters: chosen, fits: search.type === 'found', shown: matches }));
}

/** What a search found, and why. `from` is the set of tools it was opened from, as in a comparison's address. */
export async function loadSearch(asked: AskedSearch): Promise<LoadedSearch> {
  const { query, from, filters, asWritten, surface } = asked;
  const { snapshot, value } = await readSnapshot(async (tx) => {
    // A query may hold what no address does, and PostgreSQL has no text with a null byte.
    const names = parseSet(from).names.filter((name) => !name.includes('\0'));
    const slugs = [...(await findSlugs(tx, names.slice(0, setLimit))).values()];
    const opened = await findListings(tx, slugs);
    const text = query.replaceAll('\0', ' ').trim() || findSharedJob(opened);
    // Only what somebody typed is read: the job of rivals is a text of ours.
    const unread = query.trim() === '' ? searchFilters : asWritten;
    const asRead = await searchAsRead(tx, { typed: text, filters, asWritten: unread }, hitsShown);
    const { search } = asRead;
    const [exact, ...others] = resultsOf(search).filter((result) => result.exact);
    if (exact !== undefined && others.length === 0 && listCorrections(search).length === 0) return exact.listing.slug;
    const fits = search.type === 'found';
    const shown = resultsOf(search).slice(0, fits ? hitsShown : nearestShown);
    const ticket = query.trim() === '' ? null : makeTicket(text, findSearcher());
    keep(ticket, surface, asRead, shown);
    const jobs = new Map((await findJobs(tx, [...listAnswering(search), ...jobsOf(shown)])).map((job) => [job.slug, job]));
    const claims = shown.flatMap(({ capability }) => (capability === null ? [] : [capability.id]));
    return {
      query: search.type === 'empty' ? '' : text,
      from: opened,
      filters: asRead.filters,
      chosen: filters,
      asWritten,
      read: asRead.read,
      isNarrowed: asRead.isNarrowed,
      facets: await countFacets(tx, asRead),
      fits,
      hits: shown.map((result) => makeHit(result, jobs, ticket)),
      corrections: listCorrections(search),
      jobs: listAnswering(search).flatMap((slug) => jobs.get(slug) ?? []),
      unanswered: search.type === 'nothing-fits' ? search.unanswered : [],
      nearest: shown.length === 0 && search.type !== 'empty' ? await findNearest(tx, [text, ...text.split(/\s+/)].slice(0, 8), nearestShown) : [],
      related: await findRelatedNeeds(tx, claims.slice(0, nearestShown), text, relatedShown),
    };
  });
  return typeof value === 'string' ? { type: 'tool', slug: value } : { type: 'page', page: { snapshot, ...value, counted: findCounted(snapshot.committedAt) } };
}
