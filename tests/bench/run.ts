/**
 * `npm run bench` measures a production build with the real catalogue and the embedded database, in temporary folders, and prints
 * one table: what was measured, its value, its aim, met or not. It needs no network and nothing but Node; with a PostgreSQL that
 * tests/support/postgres.ts finds, the import is measured there too. It takes about ten minutes and builds first when the sources
 * have changed, as `npm start` does.
 *
 *   npm run bench -- --out FILE            writes the table into a file as well
 *   npm run bench -- --only import,growth  measures these parts alone; the names are those of `parts` below
 *   npm run bench -- --only scale-embedded,scale-postgresql
 *                                          imports every file of ../shared/data and measures pages at three sizes: not part of the whole
 *
 * Times depend on the machine and on what else it does, so what is compared is measured in turns in one run, and the middle of
 * several rounds is shown. Every load stops by itself, and every server listens on 127.0.0.1 and ends with the bench.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureFirstRender } from './first-render';
import { measureGrowth } from './growth';
import { measureImports } from './imports';
import { measureLighthouse } from './lighthouse';
import { type LoadGenerator, startLoadGenerator } from './load';
import { measureManySearches } from './many-searches';
import { measureScaleEmbedded, measureScaleServer } from './scale';
import { measureScripts } from './scripts';
import { measureSlowQuery } from './slow-query';
import { measureStartUp, prepareBuild } from './start-up';
import { formatTable, type Group, type Line } from './table';
import { measureThroughput } from './throughput';

/** `dataDir` holds the imported catalogue. */
type Bench = { dataDir: string; generator: LoadGenerator };
/** `apart`: takes a quarter of an hour, so it is measured only when it is named. */
type Part = { name: string; title: string; apart?: true; measure: (bench: Bench) => Promise<Line[]> };

const parts: readonly Part[] = [
  { name: 'throughput', title: 'A cached compare page', measure: ({ dataDir, generator }) => measureThroughput(dataDir, generator) },
  { name: 'render', title: 'The first view of a compare page', measure: ({ dataDir }) => measureFirstRender(dataDir) },
  { name: 'import', title: 'Import', measure: measureImports },
  { name: 'start', title: 'Start and memory', measure: measureStartUp },
  { name: 'scripts', title: 'JavaScript', measure: ({ dataDir }) => measureScripts(dataDir) },
  { name: 'lighthouse', title: 'Lighthouse, an emulated phone', measure: ({ dataDir }) => measureLighthouse(dataDir) },
  { name: 'slow', title: 'Cached pages while the database is busy', measure: ({ dataDir, generator }) => measureSlowQuery(dataDir, generator) },
  { name: 'searches', title: 'Cached pages while 200 readers search', measure: ({ dataDir }) => measureManySearches(dataDir) },
  { name: 'growth', title: 'Growth, embedded database, made-up tools', measure: measureGrowth },
  { name: 'scale-embedded', apart: true, title: 'Everything that can be imported, embedded database', measure: measureScaleEmbedded },
  { name: 'scale-postgresql', apart: true, title: 'Everything that can be imported, PostgreSQL', measure: measureScaleServer },
];

async function measure(asked: readonly Part[]): Promise<Group[]> {
  const bench = { dataDir: await prepareBuild(), generator: startLoadGenerator() };
  const groups: Group[] = [];
  for (const part of asked) {
    process.stderr.write(`${part.title} …\n`);
    groups.push({ title: part.title, lines: await part.measure(bench) });
  }
  bench.generator.stop();
  return groups;
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string' }, only: { type: 'string' } } });
  const names = values.only?.split(',') ?? parts.filter(({ apart }) => apart === undefined).map(({ name }) => name);
  const unknown = names.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}; there are ${parts.map(({ name }) => name).join(', ')}.`);
  const table = `${formatTable(await measure(parts.filter(({ name }) => names.includes(name))))}\n`;
  process.stdout.write(table);
  if (values.out !== undefined) writeFileSync(values.out, table);
}

// Temporary files go when the process ends in an orderly way, which a signal alone does not make it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
