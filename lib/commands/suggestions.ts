import { parseArgs } from 'node:util';
import { getDatabase } from '../db/database';
import { migrateDatabase } from '../db/prepare';
import { finishSuggestion, listSuggestions } from '../db/suggestions';
import { CommandError, print, runCommand } from './run-command';

/** `npm run suggestions` lists the tools that readers missed; `-- --done ID` takes one off the list, `--all` shows those too. */
async function suggestions(): Promise<void> {
  const { values } = parseArgs({ options: { done: { type: 'string' }, all: { type: 'boolean', default: false } } });
  await migrateDatabase(await getDatabase(), print);
  if (values.done !== undefined) {
    if (!(await finishSuggestion(values.done)))
      throw new CommandError(`Not exactly one open suggestion has an id that begins with "${values.done}". Run "npm run suggestions" to see the ids.`);
    print('Done.');
  }
  const found = await listSuggestions({ all: values.all });
  for (const { id, text, createdAt, state } of found) print(`${id}  ${createdAt.slice(0, 10)}  ${state}  ${text}`);
  print(`${found.length} ${values.all ? 'in all' : 'open'}.`);
}

void runCommand(suggestions);
