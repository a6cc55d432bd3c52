import { parseArgs } from 'node:util';
import { getDatabase } from '../db/database';
import { learnFromLog, listLearned, purgeLog, rebuildFromLog, rollUpMatches, withdrawOutcomes } from '../db/learn';
import { migrateDatabase } from '../db/prepare';
import { readOutcomes } from '../db/read-outcomes';
import { judgeOutcomes, matchGraphThreshold, nextFormulaVersion } from '../rank/match-graph';
import { CommandError, print, runCommand } from './run-command';

const usage = `npm run matches                                    what was learned
npm run matches -- standing                        how far each kind is from having the match graph in its formula
npm run matches -- roll-up                         learn from the log, and bring counts into a new snapshot
npm run matches -- withdraw --need "…" [--tool SLUG] --reason "…"
npm run matches -- rebuild                         forget what was learned, and learn it again from the log
npm run matches -- purge --before 2026-01-31       delete older searches; what they counted stays counted`;

type Values = { need?: string | undefined; tool?: string | undefined; reason?: string | undefined; before?: string | undefined };

/** Learns from the log, and lets an operator inspect, withdraw, rebuild and purge what was learned. */
async function runMatches(): Promise<void> {
  const options = { need: { type: 'string' }, tool: { type: 'string' }, reason: { type: 'string' }, before: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const database = await getDatabase();
  await migrateDatabase(database, print);
  switch (positionals[0]) {
    case undefined: {
      const lines = await listLearned(database);
      for (const { tool, capability, need, confirmations, learnedOn } of lines)
        print(`${tool}${capability === null ? '' : ` (${capability})`}: “${need}”, ${confirmations} since ${learnedOn}`);
      return print(lines.length === 0 ? 'Nothing was learned yet.' : `${lines.length} needs were learned.`);
    }
    case 'standing':
      for (const [kind, outcomes] of await readOutcomes(database)) {
        const { enough, tools, toolsWithEnough, needed } = judgeOutcomes(outcomes);
        const least = matchGraphThreshold.outcomesOfTool;
        print(
          `${kind}: ${toolsWithEnough} of ${tools} tools have ${least} outcomes, ${needed} must; ${enough ? `enough for formula ${nextFormulaVersion}` : 'not yet'}`,
        );
      }
      return;
    case 'roll-up': {
      const learned = await learnFromLog(database);
      const { snapshot, changed } = await rollUpMatches(database);
      return print(`${learned} tools learned or forgot a need. Snapshot ${snapshot}${changed ? '' : ' as before'}.`);
    }
    case 'withdraw':
      return print(`${await withdraw(values)} outcomes withdrawn.`);
    case 'rebuild':
      await rebuildFromLog(database);
      return print('The graph was rebuilt from the log.');
    case 'purge':
      return print(`${await purgeLog(database, parseDay(values.before))} searches deleted.`);
    default:
      throw new CommandError(usage);
  }
}

async function withdraw({ need, tool, reason }: Values): Promise<number> {
  if (!need || !reason) throw new CommandError(usage);
  return withdrawOutcomes(await getDatabase(), { need, tool: tool ?? null, reason });
}

function parseDay(text: string | undefined): Date {
  const day = new Date(`${text}T00:00:00Z`);
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(day.getTime()))
    throw new CommandError(`--before takes a day such as 2026-01-31.\n${usage}`);
  return day;
}

void runCommand(runMatches);
