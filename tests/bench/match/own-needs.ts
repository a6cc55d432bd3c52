import type { Database } from '../../../lib/db/database';
import { askNeeds, type OwnSet, readOwnNeeds, scoreNeeds, type Told } from '../../support/own-needs';
import { findServer } from '../../support/postgres';
import { fillDatabase } from '../../support/records';
import { prepareEmbedded, preparePostgres } from '../empty-databases';
import { findQuantile } from '../statistics';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function printSpread(title: string, told: readonly Told[]): void {
  const fits = told.map(({ fit }) => fit);
  const at = (share: number): string => findQuantile(fits, share).toFixed(2);
  print(`  fit of the best tool, ${title}: least ${at(0)}, a tenth below ${at(0.1)}, median ${at(0.5)}, a tenth above ${at(0.9)}, most ${at(1)}`);
}

function printNeeds(told: readonly Told[]): void {
  for (const { need, fits, answered, fit, first } of told) {
    const right = first.filter((slug) => fits.includes(slug)).length;
    const isWrong = fits.length === 0 ? answered : !answered || right === 0;
    print(`  ${isWrong ? 'WRONG' : '     '} ${fit.toFixed(2)} ${answered ? `${right}/${Math.min(5, fits.length)}` : ' — '} ${need}: ${first.join(' ')}`);
  }
}

function printScores(name: string, told: readonly Told[]): void {
  const { answerable, answered, recall5, strictRecall5, unanswerable, declined } = scoreNeeds(told);
  print(name);
  printNeeds(told);
  print(
    `  of ${answerable} answerable: answered ${answered.toFixed(2)}, a right tool in the first five ${recall5.toFixed(2)}, strict recall@5 ${strictRecall5.toFixed(2)}`,
  );
  print(`  of ${unanswerable} others: declined ${declined}`);
  printSpread(
    'answerable',
    told.filter(({ fits }) => fits.length > 0),
  );
  printSpread(
    'others',
    told.filter(({ fits }) => fits.length === 0),
  );
}

async function measure(name: string, database: Database, set: OwnSet): Promise<void> {
  globalThis.unfragileDatabase = Promise.resolve(database);
  await fillDatabase(database);
  printScores(name, await askNeeds(readOwnNeeds(set)));
  await database.close();
}

/** Asks our own needs of the whole shipped catalogue, on PGlite and, where one is found, PostgreSQL. */
export async function measureOwnNeeds(set: OwnSet): Promise<void> {
  await measure('PGlite', await (await prepareEmbedded())(), set);
  const server = await findServer();
  if (server === null) return;
  try {
    await measure('PostgreSQL', await preparePostgres(server)(), set);
  } finally {
    await server.stop();
  }
}
