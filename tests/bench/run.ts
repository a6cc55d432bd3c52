import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findServer } from '../support/postgres';
import { readShippedFiles } from '../support/records';
import { prepareEmbedded, preparePostgres } from './empty-databases';
import { measureFirstRender } from './first-render';
import { measureGrowth } from './growth';
import { measureImport } from './import-rate';
import { startLoadGenerator } from './load';
import { measureScripts } from './scripts';
import { measureSlowQuery } from './slow-query';
import { measureStartUp, prepareBuild } from './start-up';
import { formatTable, type Line } from './table';
import { measureThroughput } from './throughput';

async function measureImports(): Promise<Line[]> {
  const files = readShippedFiles();
  const lines = await measureImport({ home: 'embedded', files, openEmpty: await prepareEmbedded(), rounds: 3 });
  const server = await findServer();
  if (server === null) return lines;
  lines.push(...(await measureImport({ home: 'PostgreSQL', files, openEmpty: preparePostgres(server), rounds: 3 })));
  await server.stop();
  return lines;
}

/**
 * `npm run bench` measures a production build on an embedded database in a temporary folder and prints one table:
 * value, aim, and whether it is met. Figures of one run are compared with each other, for machines are noisy.
 * `-- --only throughput,scripts` measures parts, `-- --out FILE` writes the table into a file as well.
 */
async function bench(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string' }, only: { type: 'string' } } });
  const dataDir = await prepareBuild();
  const generator = startLoadGenerator();
  const parts: Record<string, { title: string; measure: () => Promise<Line[]> }> = {
    throughput: { title: 'Cached pages', measure: () => measureThroughput(dataDir, generator) },
    render: { title: 'First view', measure: () => measureFirstRender(dataDir) },
    import: { title: 'Import', measure: measureImports },
    start: { title: 'Start', measure: measureStartUp },
    scripts: { title: 'JS', measure: () => measureScripts(dataDir) },
    growth: { title: 'Growth', measure: measureGrowth },
    slow: { title: 'slow', measure: () => measureSlowQuery(dataDir, generator) },
  };
  const groups = [];
  for (const [name, { title, measure }] of Object.entries(parts)) {
    if (values.only && !values.only.split(',').includes(name)) continue;
    process.stderr.write(`${title} …\n`);
    groups.push({ title, lines: await measure() });
  }
  generator.stop();
  const table = `${formatTable(groups)}\n`;
  process.stdout.write(table);
  if (values.out !== undefined) writeFileSync(values.out, table);
}
void bench();
