import { parseArgs } from 'node:util';
import { getDatabase } from '../db/database';
import { migrateDatabase } from '../db/prepare';
import { type ErrorReport, listReports, resolveReport } from '../db/reports';
import { CommandError, print, runCommand } from './run-command';

function describe({ id, createdAt, tool, row, fact, value, address, reason, note, page, resolvedAt, resolution }: ErrorReport): string {
  const state = resolvedAt === null ? 'open' : `resolved ${resolvedAt.slice(0, 10)}${resolution === null ? '' : ` (${resolution})`}`;
  const about = [tool, row, value, fact === null ? null : `fact ${fact}`, address].filter((part) => part !== null).join('  ');
  const said = [`${reason}${note === null ? '' : `: ${note}`}`, page === null ? null : `on ${page}`].filter((part) => part !== null).join('  ');
  return `${id}  ${createdAt.slice(0, 10)}  ${state}\n  ${about}\n  ${said}`;
}

/** `npm run reports` lists what readers say is wrong; `-- --resolve ID [--because "…"]` takes one off the list, `--all` shows those too. */
async function reports(): Promise<void> {
  const { values } = parseArgs({ options: { resolve: { type: 'string' }, because: { type: 'string' }, all: { type: 'boolean', default: false } } });
  await migrateDatabase(await getDatabase(), print);
  if (values.resolve !== undefined) {
    if (!(await resolveReport(values.resolve, values.because ?? null)))
      throw new CommandError(`Not exactly one open report has an id that begins with "${values.resolve}". Run "npm run reports" to see the ids.`);
    print('Resolved.');
  }
  const found = await listReports({ all: values.all });
  for (const report of found) print(describe(report));
  print(`${found.length} ${values.all ? 'in all' : 'open'}.`);
}

void runCommand(reports);
