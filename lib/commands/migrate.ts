import { parseArgs } from 'node:util';
import { getDatabase } from '../db/database';
import { allowRetry } from '../db/migrate';
import { migrateDatabase } from '../db/prepare';
import { CommandError, formatSeconds, print, runCommand } from './run-command';

/** `npm run db:migrate`, and `-- --retry NAME` after a migration that failed. */
async function migrate(): Promise<void> {
  const { values } = parseArgs({ options: { retry: { type: 'string' } } });
  const began = performance.now();
  const database = await getDatabase();
  if (values.retry !== undefined && !(await allowRetry(database.pool, values.retry))) {
    throw new CommandError(`No migration named ${values.retry} has failed, so there is nothing to retry.`);
  }
  const applied = await migrateDatabase(database, print);
  print(applied.length === 0 ? `The database is up to date (${formatSeconds(began)}).` : `${applied.length} applied in ${formatSeconds(began)}.`);
}

void runCommand(migrate);
