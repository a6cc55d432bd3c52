import {
  capabilityHref,
  categoryHref,
  compareHref,
  compareStartHref,
  homeHref,
  kindHref,
  methodologyHref,
  searchPageHref,
  sourcesHref,
  toolHref,
  toolsHref,
} from '../address/href';
import { categoryIds } from '../catalog/categories';
import { curatedPairs } from '../catalog/curated-pairs';
import { kinds } from '../catalog/kinds';
import { compareTools, passesEvidenceBar } from '../compare/compare';
import { getConfig } from '../config';
import { listJobs } from '../db/find-capabilities';
import { findTools } from '../db/find-tools';
import { listAllSlugs } from '../db/listing';
import { readSnapshot } from '../db/read-snapshot';
import { countedSince } from './counted';
import { leastIndexed } from './page-types';

/** Of each category the best ranked are paired for the sitemap: n tools make n(n−1)/2 pages, most of which nobody looks for. */
const pairedPerCategory = 12;

/** Addresses in one sitemap file; the protocol allows 50,000. */
const addressLimit = 50_000;

type Listed = Awaited<ReturnType<typeof listAllSlugs>>[number];

function pairBest(listed: readonly Listed[]): string[][] {
  return categoryIds.flatMap((category) => {
    const best = listed
      .filter((each) => each.category === category && each.ranked)
      .sort((a, b) => b.total - a.total)
      .slice(0, pairedPerCategory);
    return best.flatMap((one, index) => best.slice(index + 1).map((other) => [one.slug, other.slug]));
  });
}

/** The sitemap: every page that is indexed, comparisons above the evidence bar alone, with the date of its newest fact. */
export async function loadSitemap(): Promise<string> {
  const { siteUrl } = getConfig();
  const { value } = await readSnapshot(async (tx) => {
    const listed = await listAllSlugs(tx);
    const pairs = new Map([...curatedPairs.map((pair) => [...pair]), ...pairBest(listed)].map((pair) => [compareHref(pair), pair]));
    const tools = await findTools(tx, [...new Set([...pairs.values()].flat())]);
    return { listed, pairs, tools, jobs: await listJobs(tx, leastIndexed) };
  });
  const tools = new Map(value.tools.flatMap(({ tool, listing }) => (tool === null ? [] : [[tool.slug, { tool, newestFact: listing.newestFact }] as const])));
  const comparisons = [...value.pairs].flatMap(([path, pair]) => {
    const found = pair.flatMap((slug) => tools.get(slug) ?? []);
    if (
      found.length < pair.length ||
      !passesEvidenceBar(
        compareTools(
          found.map(({ tool }) => tool),
          { since: countedSince, until: countedSince },
        ),
      )
    )
      return [];
    return [
      {
        path,
        changed:
          found
            .map(({ newestFact }) => newestFact)
            .sort()
            .at(-1) ?? null,
      },
    ];
  });
  const inUse = new Set(value.listed.flatMap(({ category, kind }) => [category, kind]));
  const fixed = [
    homeHref,
    toolsHref,
    compareStartHref,
    searchPageHref,
    methodologyHref,
    sourcesHref,
    ...kinds.filter((kind) => inUse.has(kind)).map(kindHref),
    ...categoryIds.filter((id) => inUse.has(id)).map(categoryHref),
  ];
  const entries = [
    ...fixed.map((path) => ({ path, changed: null })),
    ...value.listed.map(({ slug, newestFact }) => ({ path: toolHref(slug), changed: newestFact })),
    ...value.jobs.map(({ slug }) => ({ path: capabilityHref(slug), changed: null })),
    ...comparisons,
  ];
  const lines = entries
    .slice(0, addressLimit)
    .map(({ path, changed }) => `  <url><loc>${siteUrl}${path}</loc>${changed === null ? '' : `<lastmod>${changed}</lastmod>`}</url>`);
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', ...lines, '</urlset>', ''].join('\n');
}
