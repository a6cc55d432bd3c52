import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import type { ParsedSource } from '../catalog/entry';
import { collectEntries } from './collect-entries';
import { listRows, SourceFileError } from './read-rows';
import type { ReadOptions } from './source-module';
import { readDay, readPercent, readRow, stateFacts } from './state-facts';

const title = 'Aider polyglot leaderboard';
const mostCharacters = 5_000_000;

const run = z.object({
  model: z.string().min(1),
  edit_format: z.string().nullish(),
  pass_rate_2: z.number(),
  test_cases: z.number(),
  date: z.union([z.string(), z.date()]).nullish(),
  reasoning_effort: z.string().nullish(),
});

/** A document without custom tags and with a bound on aliases, so that a small file cannot grow large. */
function readYaml(text: string): unknown {
  if (text.length > mostCharacters) throw new SourceFileError(`This is no file of ${title}: it is longer than 5,000,000 characters.`);
  try {
    return parse(text, { schema: 'core', maxAliasCount: 100, logLevel: 'error' });
  } catch (cause) {
    const where = cause instanceof YAMLParseError && cause.linePos ? ` at line ${cause.linePos[0].line}` : '';
    throw new SourceFileError(`This is no file of ${title}: it is not valid YAML${where}.`, { cause });
  }
}

/** The effort that the board writes behind a name: 'gpt-5 (high)', 'claude-opus-4-20250514 (32k thinking)'. */
function readLevel(model: string, effort: string | null | undefined): string {
  const written = effort ?? /\(([^()]{1,40})\)$/.exec(model)?.[1] ?? '';
  const [, budget] = /^(\d+)k think/.exec(written) ?? [];
  if (budget) return `thinking, ${budget}k tokens`;
  if (written.startsWith('no think')) return 'no thinking';
  if (written.startsWith('default')) return 'default';
  return /^(xhigh|high|medium|low|minimal)$/.test(written) ? written : 'not stated';
}

/** Why a run says nothing about one model; null when it does. */
function judgeRun(each: z.infer<typeof run>): string | null {
  if (each.test_cases !== 225) return `${each.test_cases} exercises instead of 225`;
  if (each.model.includes(' + ')) return 'two models worked together';
  return readPercent(each.pass_rate_2) === null ? `pass_rate_2 ${each.pass_rate_2} is no percentage` : null;
}

/** polyglot_leaderboard.yml: a list of runs, each with its own date. Runs of fewer than the 225 exercises are another test. */
export function parseAider(text: string, { asOf }: ReadOptions): ParsedSource {
  const runs = readYaml(text);
  if (!Array.isArray(runs) || !runs.some((each) => run.safeParse(each).success))
    throw new SourceFileError(`This is no file of ${title}: it is no list of runs.`);
  return collectEntries(listRows(runs, 'runs'), { asOf }, (row, reject) => {
    const each = readRow(run, row, reject);
    if (each === null) return [];
    const fault = judgeRun(each);
    const day = readDay(each.date instanceof Date ? each.date.toISOString() : each.date);
    if (fault !== null || day === null) reject(fault ?? 'the date is missing');
    if (fault !== null || day === null) return [];
    const value = readPercent(each.pass_rate_2);
    const state = stateFacts({ asOf: day, source: 'aider-leaderboard', method: 'measured' });
    const format: Record<string, string> = each.edit_format ? { 'edit-format': each.edit_format } : {};
    const conditions = { benchmark: 'Aider polyglot', effort: readLevel(each.model, each.reasoning_effort), ...format };
    return [{ at: row.at, names: [`aider:${each.model}`], tool: null, facts: state('aider-polyglot', value, { conditions }) }];
  });
}
