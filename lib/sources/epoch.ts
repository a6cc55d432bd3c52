import { z } from 'zod';
import type { ParsedSource, SourceEntry } from '../catalog/entry';
import type { SignalId } from '../catalog/signals';
import { collectEntries } from './collect-entries';
import { readCsv } from './read-rows';
import type { ReadOptions } from './source-module';
import { httpsOnly, readDay, readHubId, readPercent, readRow, stateFacts } from './state-facts';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** '17 November 2025 4:28pm' as 2025-11-17. */
function readStart(text: string): string | null {
  const [, day, month = '', year] = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})\b/.exec(text) ?? [];
  const number = months.indexOf(month) + 1;
  return number === 0 ? null : readDay(`${year}-${String(number).padStart(2, '0')}-${day?.padStart(2, '0')}`);
}

/** Epoch writes the effort behind the id of a version: 'gpt-5-2025-08-07_high', 'claude-…_32K', none for the default. */
function splitVersion(written: string): { version: string; effort: string } {
  const [, version, effort] = /^(.+)_(high|medium|low|minimal|xhigh|none|\d+K)$/.exec(written) ?? [];
  if (version === undefined || effort === undefined) return { version: written, effort: 'default' };
  const budget = /^(\d+)K$/.exec(effort)?.[1];
  return { version, effort: budget ? `thinking, ${budget}k tokens` : effort };
}

function nameVersion(written: string): SourceEntry['names'] {
  const { version } = splitVersion(written);
  return version === written ? [`epoch:${written}`] : [`epoch:${written}`, `epoch:${version}`];
}

const tasks: ReadonlyMap<string, { signal: SignalId; benchmark: string }> = new Map([
  ['GPQA diamond', { signal: 'gpqa-diamond', benchmark: 'GPQA Diamond' }],
  ['SWE-Bench verified', { signal: 'swe-bench-verified', benchmark: 'SWE-bench Verified' }],
  ['OTIS Mock AIME 2024-2025', { signal: 'otis-mock-aime', benchmark: 'OTIS Mock AIME 2024-2025' }],
  ['MATH level 5', { signal: 'math-level-5', benchmark: 'MATH level 5' }],
  ['FrontierMath-2025-02-28-Private', { signal: 'frontiermath', benchmark: 'FrontierMath, private set of 2025-02-28' }],
] as const);

const run = z.object({
  task: z.string(),
  model: z.string().min(1),
  'Best score (across scorers)': z.string(),
  Scores: z.string(),
  'log viewer': z.string(),
  started_at: z.string(),
  Status: z.string(),
});

const round = (share: number): number => Number(share.toFixed(3));

/** Value ± 1.96 standard errors, which the file gives to two places behind the score that it names best; none where that error is zero. */
function readInterval(scores: string, best: number): { interval: [number, number]; note: string } | null {
  const errors = [...scores.matchAll(/:(\d(?:\.\d+)?)±(\d(?:\.\d+)?)/g)].map(([, score, error]) => ({ score: Number(score), error: Number(error) }));
  const nearest = errors.toSorted((a, b) => Math.abs(a.score - best) - Math.abs(b.score - best))[0];
  if (!nearest || nearest.error === 0 || Math.abs(nearest.score - best) > 0.0051) return null;
  const low = Math.max(0, round(best - 1.96 * nearest.error));
  const high = Math.min(1, round(best + 1.96 * nearest.error));
  return { interval: [low, high], note: 'Interval from the standard error as published, rounded to two places.' };
}

/** benchmarks_runs.csv: Epoch's own runs. Sets of public examples and tiers of very few problems have no signal and are left out. */
export function parseEpochRuns(text: string, read: ReadOptions): ParsedSource {
  const columns = ['task', 'model', 'Best score (across scorers)', 'Scores', 'log viewer', 'started_at', 'Status'];
  return collectEntries(readCsv(text.replace(/^\ufeff/, ''), columns, 'Epoch AI benchmark runs'), read, (row, reject) => {
    const each = readRow(run, row, reject);
    const task = tasks.get(each?.task ?? '');
    if (each === null || !task) return [];
    const value = Number(each['Best score (across scorers)'].trim() || Number.NaN);
    const day = readStart(each.started_at);
    if (each.Status !== 'Success') reject(`the run ended as "${each.Status.slice(0, 40)}"`);
    else if (!(value >= 0 && value <= 1)) reject(`score "${each['Best score (across scorers)'].slice(0, 40)}" is no share of 1`);
    else if (day === null) reject(`started_at "${each.started_at.slice(0, 40)}" is no day`);
    if (each.Status !== 'Success' || !(value >= 0 && value <= 1) || day === null) return [];
    const { effort } = splitVersion(each.model);
    const state = stateFacts({ asOf: day, source: 'epoch-runs', method: 'measured', address: httpsOnly(each['log viewer']) });
    const conditions = { benchmark: task.benchmark, harness: 'Epoch AI', effort };
    return [{ at: row.at, names: nameVersion(each.model), tool: null, facts: state(task.signal, value, { conditions, ...readInterval(each.Scores, value) }) }];
  });
}

const version = z.object({ id: z.string().min(1), 'Version release date': z.string(), 'Hugging Face developer id': z.string(), Link: z.string() });

/** model_versions.csv: what joins Epoch's ids with Hugging Face's, and the days of release. */
export function parseEpochVersions(text: string, read: ReadOptions): ParsedSource {
  const columns = ['id', 'Version release date', 'Hugging Face developer id', 'Link'];
  const identify = (value: unknown): string | null => version.safeParse(value).data?.id ?? null;
  return collectEntries(readCsv(text.replace(/^\ufeff/, ''), columns, 'Epoch AI model versions'), { ...read, identify }, (row, reject) => {
    const each = readRow(version, row, reject);
    if (each === null) return [];
    const state = stateFacts({ asOf: read.asOf, source: 'epoch-runs', method: 'vendor-claimed', address: httpsOnly(each.Link) });
    const { version: plain } = splitVersion(each.id);
    const hub = `${each['Hugging Face developer id']}/${plain}`;
    const [first, ...others] = nameVersion(each.id);
    const joined = readHubId(each.Link)?.toLowerCase() === hub.toLowerCase() ? [`hf:${hub}`] : [];
    return [{ at: row.at, names: [first, ...others, ...joined], tool: null, facts: state('released', readDay(each['Version release date'])) }];
  });
}

type Board = { title: string; signal: SignalId; benchmark: string; model: string; score: string; link: string; extra?: readonly (readonly [string, string])[] };

/** Boards of others as Epoch carries them: none of their rows is dated, so they have the day of the data. */
export function parseEpochBoard(board: Board): (text: string, read: ReadOptions) => ParsedSource {
  return (text, read) =>
    collectEntries(readCsv(text.replace(/^\ufeff/, ''), [board.model, board.score, board.link], board.title), read, (row, reject) => {
      const each = readRow(z.record(z.string(), z.string()), row, reject);
      const model = each?.[board.model]?.trim() ?? '';
      // Without a version it is an average over several models, or one that Epoch could not tell.
      if (each === null || model === '') return [];
      const value = readPercent(each[board.score]);
      if (value === null) reject(`${board.score} "${each[board.score]?.slice(0, 40)}" is no percentage`);
      const state = stateFacts({ asOf: read.asOf, source: 'epoch-boards', method: 'measured', address: httpsOnly(each[board.link]) });
      const extra = (board.extra ?? []).flatMap(([name, column]) => (each[column] ? [[name, each[column].slice(0, 160)]] : []));
      const conditions = { benchmark: board.benchmark, effort: splitVersion(model).effort, ...Object.fromEntries(extra) };
      return [{ at: row.at, names: nameVersion(model), tool: null, facts: state(board.signal, value, { conditions }) }];
    });
}

const link = 'Source link';
export const boards = {
  mmlu: { title: 'MMLU, carried by Epoch AI', signal: 'mmlu', benchmark: 'MMLU', model: 'Model version', score: 'EM', link, extra: [['shots', 'Shots']] },
  arcAgi: { title: 'ARC-AGI, carried by Epoch AI', signal: 'arc-agi-1', benchmark: 'ARC-AGI-1', model: 'Model version', score: 'Score', link },
  simpleBench: {
    title: 'SimpleBench, carried by Epoch AI',
    signal: 'simplebench',
    benchmark: 'SimpleBench',
    model: 'Model version',
    score: 'Score (AVG@5)',
    link: 'Source link (site from table)',
  },
} as const satisfies Record<string, Board>;

const terminal = z.object({ Agent: z.string().min(1), 'Model version': z.string(), 'Accuracy mean': z.string(), 'Source link': z.string() });

/** external_benchmark_terminal_bench.csv: results of agents, with the model in the conditions; rows without one model are left out. */
export function parseEpochTerminalBench(text: string, read: ReadOptions): ParsedSource {
  const columns = ['Agent', 'Model version', 'Accuracy mean', 'Source link'];
  return collectEntries(readCsv(text.replace(/^\ufeff/, ''), columns, 'Terminal-Bench, carried by Epoch AI'), read, (row, reject) => {
    const each = readRow(terminal, row, reject);
    if (each === null || each['Model version'] === '') return [];
    const value = readPercent(each['Accuracy mean']);
    if (value === null) reject(`Accuracy mean "${each['Accuracy mean'].slice(0, 40)}" is no percentage`);
    const state = stateFacts({ asOf: read.asOf, source: 'terminal-bench-epoch', method: 'measured', address: httpsOnly(each['Source link']) });
    const conditions = { benchmark: 'Terminal-Bench', model: each['Model version'] };
    return [{ at: row.at, names: [`terminal-bench:${each.Agent}`], tool: null, facts: state('terminal-bench', value, { conditions }) }];
  });
}
