import { parseArgs } from 'node:util';
import { getDatabase } from '../db/database';
import { listDoubtfulJoins, listMerges, mergeTools, undoMerge } from '../db/merge-tools';
import { migrateDatabase } from '../db/prepare';
import { CommandError, print, runCommand } from './run-command';

const usage = 'Say which tool is which: npm run merge -- FROM INTO --because "why". Others: --undo FROM, --list, --doubtful.';

/** `npm run merge -- FROM INTO --because "why"`, `-- --undo FROM`, `-- --list`, `-- --doubtful` (what may be one tool and is not merged). */
async function merge(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { because: { type: 'string' }, undo: { type: 'string' }, list: { type: 'boolean' }, doubtful: { type: 'boolean' }, limit: { type: 'string' } },
  });
  const database = await getDatabase();
  await migrateDatabase(database, print);
  if (values.list) {
    const merges = await listMerges(database);
    for (const { from, into, reason, decidedAt } of merges) print(`${decidedAt}  ${from} → ${into}: ${reason}`);
    print(`${merges.length} ${merges.length === 1 ? 'merge' : 'merges'}.`);
  } else if (values.doubtful) {
    const doubtful = await listDoubtfulJoins(database, Number(values.limit ?? 200));
    for (const { a, b, shared, value } of doubtful) print(`${a} and ${b}: the same ${shared} (${value})`);
    print(
      `${doubtful.length} ${doubtful.length === 1 ? 'pair' : 'pairs'} of tools may be one. Merge those that are: npm run merge -- FROM INTO --because "why".`,
    );
  } else if (values.undo !== undefined) {
    const { from } = await undoMerge(database, values.undo);
    print(`${from} is listed by itself again.`);
  } else {
    const [from, into, ...rest] = positionals;
    const reason = values.because?.trim();
    if (from === undefined || into === undefined || rest.length > 0 || !reason) throw new CommandError(usage);
    const merged = await mergeTools(database, { from, into, reason });
    print(`${merged.from} is now ${merged.into}. To take it back: npm run merge -- --undo ${merged.from}`);
  }
}

void runCommand(merge);
