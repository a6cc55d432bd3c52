import { readFileSync } from 'node:fs';
import { noFilters } from '../../lib/address/search';
import { readSnapshot } from '../../lib/db/read-snapshot';
import { searchAsRead } from '../../lib/db/search-as-read';
import type { SearchResult } from '../../lib/db/search-tools';

/** A need in somebody's words and the slugs of all tools that truly serve it; none where nothing here does. */
export type OwnNeed = { need: string; fits: readonly string[] };

/** Lists of needs beside this file that were judged by hand over the shipped catalogue. */
export const ownSets = ['needs', 'needs-held-out'] as const;
export type OwnSet = (typeof ownSets)[number];

export const readOwnNeeds = (set: OwnSet): OwnNeed[] => JSON.parse(readFileSync(`tests/fixtures/${set}.json`, 'utf8'));

/** What a search said about a need: `fit` is that of the best tool, `first` the slugs of the first five. */
export type Told = OwnNeed & { answered: boolean; fit: number; first: string[]; results: SearchResult[] };

/** Asks the current database for each need. */
export async function askNeeds(needs: readonly OwnNeed[]): Promise<Told[]> {
  const told: Told[] = [];
  for (const each of needs) {
    const { value: asRead } = await readSnapshot((tx) => searchAsRead(tx, { typed: each.need, filters: noFilters, asWritten: [] }, 5));
    const value = asRead.search;
    const results = value.type === 'empty' ? [] : value.results;
    const fit = Math.max(0, ...results.map((result) => result.fit));
    told.push({ ...each, answered: value.type === 'found', fit, first: results.map(({ listing }) => listing.slug), results });
  }
  return told;
}

export type NeedScores = {
  answerable: number;
  /** Share of the answerable that were answered at all. */
  answered: number;
  /** Share of the answerable that were answered with a right tool among the first five. */
  recall5: number;
  /** Mean over the answerable of the right tools among the first five, of as many as could stand there. */
  strictRecall5: number;
  unanswerable: number;
  declined: number;
};

const countRight = ({ first, fits }: Told): number => first.filter((slug) => fits.includes(slug)).length;

/** A need that was declined has no right tool, whatever its nearest are. */
export function scoreNeeds(told: readonly Told[]): NeedScores {
  const answerable = told.filter(({ fits }) => fits.length > 0);
  const unanswerable = told.filter(({ fits }) => fits.length === 0);
  const mean = (score: (each: Told) => number): number => answerable.reduce((sum, each) => sum + (each.answered ? score(each) : 0), 0) / answerable.length;
  return {
    answerable: answerable.length,
    answered: mean(() => 1),
    recall5: mean((each) => (countRight(each) > 0 ? 1 : 0)),
    strictRecall5: mean((each) => countRight(each) / Math.min(5, each.fits.length)),
    unanswerable: unanswerable.length,
    declined: unanswerable.filter((each) => !each.answered).length,
  };
}
