import { openDatabase } from '../../lib/db/database';

/** A process of its own that opens the database folder it is given, says so, and stays until it is told to stop. */
async function hold(): Promise<void> {
  await openDatabase({ folder: process.argv[2] ?? null });
  process.stdout.write('open\n');
  setInterval(() => {}, 1_000);
}

void hold();
