import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { getDatabase } from '../db/database';
import { exportData } from '../db/export-data';
import { migrateDatabase } from '../db/prepare';
import { CommandError, print, runCommand } from './run-command';

/** `npm run db:export -- FILE` writes what no import could bring back. */
async function exportToFile(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [file] = positionals;
  if (file === undefined) throw new CommandError('Say where to: npm run db:export -- FILE');
  await migrateDatabase(await getDatabase(), print);
  const lines = await exportData();
  try {
    // Never over an older export; and for its owner alone, since it holds what readers wrote.
    writeFileSync(file, `${lines.join('\n')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    throw new CommandError(`${file} cannot be written, or is there already. Name a new file.`, { cause });
  }
  print(`${lines.length - 1} rows written to ${file}.`);
}

void runCommand(exportToFile);
