import { z } from 'zod';
import type { Fact } from '../catalog/record';
import { type SignalId, signals } from '../catalog/signals';
import type { Reject } from './collect-entries';
import { httpsOnly, readDay, readPercent, stateFacts } from './state-facts';

export const modelsDevBenchmark = z.object({
  name: z.string(),
  score: z.number(),
  metric: z.string().nullish(),
  source: z.string(),
  date: z.string().nullish(),
  harness: z.string().nullish(),
  variant: z.string().nullish(),
  dataset: z.string().nullish(),
  version: z.union([z.string(), z.number()]).nullish(),
});
type Benchmark = z.infer<typeof modelsDevBenchmark>;

const shares: ReadonlyMap<string, SignalId> = new Map([
  ['swe-bench verified', 'swe-bench-verified'],
  ['swe-bench pro', 'swe-bench-pro'],
  ['swe bench pro', 'swe-bench-pro'],
  ['livecodebench', 'livecodebench'],
  ['humanity’s last exam', 'humanitys-last-exam'],
  ['gpqa diamond', 'gpqa-diamond'],
  ['scicode', 'scicode'],
  ['swe-atlas codebase qna', 'swe-atlas-qna'],
] as const);

/** Who keeps a board of its own, or shows that of others; every other address is the maker's word for its own model. */
const boards = /^https:\/\/((labs\.)?scale\.com|(www\.)?swebench\.com|artificialanalysis\.ai|livecodebench\.github\.io|openrouter\.ai)\//;

/** The result with the conditions that the file states. */
function stateShare(each: Benchmark, signal: SignalId, asOf: string, reject: Reject): Fact[] {
  const value = readPercent(each.score);
  if (value === null) reject(`${each.name.slice(0, 60)}: ${each.score} is no percentage`);
  const stated = {
    benchmark: signals[signal].label,
    harness: each.harness,
    effort: each.variant,
    dataset: each.dataset,
    version: each.version,
    metric: each.metric,
  };
  const conditions = Object.fromEntries(Object.entries(stated).flatMap(([name, text]) => (text ? [[name, String(text).slice(0, 160)]] : [])));
  const measured = boards.test(each.source);
  const state = stateFacts({
    asOf: readDay(each.date) ?? asOf,
    source: 'models-dev',
    method: measured ? 'measured' : 'vendor-claimed',
    address: httpsOnly(each.source),
  });
  return state(signal, value, { conditions, note: 'Read from models.dev, which names this address.' });
}

function stateCodingIndex(each: Benchmark, asOf: string): Fact[] {
  const state = stateFacts({ asOf: readDay(each.date) ?? asOf, source: 'models-dev', method: 'measured', address: httpsOnly(each.source) });
  const conditions = { benchmark: 'Artificial Analysis', ...(each.source.startsWith('https://openrouter.ai/') ? { 'published-by': 'OpenRouter API' } : {}) };
  return state('aa-coding', each.score, { conditions, note: 'Read from models.dev, which names this address.' });
}

/** Results of the benchmarks that have a signal; Aider's come from Aider itself, where each run has its own date. */
export function stateBenchmarks(benchmarks: readonly Benchmark[], asOf: string, reject: Reject): Fact[] {
  return benchmarks.flatMap((each) => {
    if (each.name === 'Artificial Analysis Coding Index') return stateCodingIndex(each, asOf);
    const signal = shares.get(each.name.toLowerCase());
    return signal === undefined ? [] : stateShare(each, signal, asOf, reject);
  });
}
