import { listSourcesWithCounts } from '../db/find-sources';
import { readSnapshot } from '../db/read-snapshot';
import type { SourcesPage } from './page-types';

export async function loadSources(): Promise<SourcesPage> {
  const { snapshot, value } = await readSnapshot(listSourcesWithCounts);
  return { snapshot, sources: value.map(({ shared, facts, tools, ...source }) => ({ source, shared, facts, tools })) };
}
