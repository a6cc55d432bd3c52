import type { Workload } from '../address/workload';

/** Where a preset's tokens come from; null: they are an assumption of ours. Calls a day are always an assumption of ours. */
export type PresetSource = { title: string; address: string; readOn: string; says: string };

export type WorkloadPreset = {
  id: string;
  name: string;
  workload: Pick<Workload, 'input' | 'output' | 'cached' | 'written' | 'calls'>;
  source: PresetSource | null;
};

const traceLab = {
  title: 'TraceLab, University of Washington: tokens of one step of a coding agent',
  address: 'https://tracelab.cs.washington.edu/exp/llm_generation/token_length_distribution/',
  readOn: '2026-11-28',
} as const;

/**
 * Ready-made workloads. Those with a source are means, because costs add up as means do; a cached share is that of the repeated
 * prefix, as if every one of them were found in the cache.
 */
export const workloadPresets: readonly WorkloadPreset[] = [
  { id: 'chat', name: 'Chat', workload: { input: 1_500, output: 300, cached: 0, written: 0, calls: 1_000 }, source: null },
  { id: 'documents', name: 'Answers from documents', workload: { input: 6_000, output: 400, cached: 0, written: 0, calls: 1_000 }, source: null },
  { id: 'summaries', name: 'Summaries of long texts', workload: { input: 20_000, output: 800, cached: 0, written: 0, calls: 200 }, source: null },
  {
    id: 'codex',
    name: 'Coding agent (Codex)',
    // A repeated prefix of 116,623 tokens and 5,283 new ones.
    workload: { input: 121_906, output: 415, cached: 96, written: 0, calls: 500 },
    source: { ...traceLab, says: 'mean step of Codex: 116,623 tokens of repeated prefix, 5,283 new ones, 415 of output' },
  },
  {
    id: 'claude-code',
    name: 'Coding agent (Claude Code)',
    // A repeated prefix of 194,361 tokens and 8,479 new ones.
    workload: { input: 202_840, output: 690, cached: 96, written: 0, calls: 500 },
    source: { ...traceLab, says: 'mean step of Claude Code: 194,361 tokens of repeated prefix, 8,479 new ones, 690 of output' },
  },
  { id: 'embedding', name: 'Embedding documents', workload: { input: 500, output: 0, cached: 0, written: 0, calls: 10_000 }, source: null },
];
