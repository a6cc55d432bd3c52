import { type NameSuggestion, suggestNames } from '../db/find-names';
import { readSnapshot } from '../db/read-snapshot';

const suggestionsShown = 8;

/** Tools for what was typed so far. */
export async function loadSuggestions(typed: string): Promise<readonly NameSuggestion[]> {
  if (typed.trim() === '') return [];
  return (await readSnapshot((tx) => suggestNames(tx, typed, suggestionsShown))).value;
}
