import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { getDatabase } from '../db/database';
import { restoreData } from '../db/export-data';
import { migrateDatabase } from '../db/prepare';
import { CommandError, print, runCommand } from './run-command';

/** `npm run db:restore -- FILE` puts back what db:export wrote; rows that are there already stay. */
async function restoreFromFile(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [file] = positionals;
  if (file === undefined) throw new CommandError('Say from where: npm run db:restore -- FILE');
  const text = readText(file);
  await migrateDatabase(await getDatabase(), print);
  const { restored, known, unlisted } = await restoreData(text);
  print(`${restored} rows restored, ${known} were there already.`);
  if (unlisted > 0) print(`${unlisted} rows are about tools that this catalogue lacks, and were left out. Import those tools, then restore again.`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new CommandError(`${file} cannot be read. Check its name.`, { cause });
  }
}

void runCommand(restoreFromFile);
