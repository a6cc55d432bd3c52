import { findJobsLike, findPastNeeds } from '../db/find-capabilities';
import { type NameSuggestion, suggestNames } from '../db/find-names';
import { readSnapshot } from '../db/read-snapshot';

const suggestionsShown = 8;
const jobsShown = 3;
const needsShown = 2;

export type Suggested =
  | ({ type: 'tool' } & NameSuggestion)
  | { type: 'capability'; slug: string; name: string; tools: number }
  | { type: 'need'; text: string };

/** Tools for what was typed so far; then, unless tools alone are asked for, jobs that tools share and needs of others. */
export async function loadSuggestions(typed: string, toolsAlone: boolean): Promise<readonly Suggested[]> {
  const text = typed.replaceAll('\0', '').trim();
  if (text === '') return [];
  const { value } = await readSnapshot(async (tx) => {
    const names = await suggestNames(tx, text, suggestionsShown);
    const jobs = toolsAlone || text.length < 3 ? [] : await findJobsLike(tx, text, jobsShown);
    const needs = toolsAlone || text.length < 3 ? [] : await findPastNeeds(tx, text, needsShown);
    return { names: names.slice(0, suggestionsShown - jobs.length - needs.length), jobs, needs };
  });
  return [
    ...value.names.map((name) => ({ type: 'tool' as const, ...name })),
    ...value.jobs.map(({ slug, name, tools }) => ({ type: 'capability' as const, slug, name, tools })),
    ...value.needs.map((need) => ({ type: 'need' as const, text: need })),
  ];
}
