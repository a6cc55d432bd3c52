import { findNearest } from '../db/find-names';
import { readSnapshot } from '../db/read-snapshot';
import type { MissingPage } from './page-types';

const nearestShown = 6;

/** What is offered where an address names tools that are not listed. */
export async function loadMissing(names: readonly string[]): Promise<MissingPage> {
  const { value } = await readSnapshot((tx) => findNearest(tx, names, nearestShown));
  return { unknown: names, nearest: value };
}
