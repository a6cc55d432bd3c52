import { findCurrentFacts } from './current';
import { appliesTo, type SignalId, signalIds } from './signals';
import type { StoredFact, Tool } from './tool';

/** Every signal that can be asked of a tool of its kind and category, with its current facts; none where nothing is known. */
export function listAskedFacts(tool: Pick<Tool, 'kind' | 'category' | 'facts'>): { signal: SignalId; facts: readonly StoredFact[] }[] {
  return signalIds.filter((id) => appliesTo(id, tool.kind, tool.category)).map((signal) => ({ signal, facts: findCurrentFacts(tool.facts, signal) }));
}
