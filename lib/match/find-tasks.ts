import { nameConversion } from './conversions';
import { fieldWords, type Task, taskWords } from './task-words';

/** Lower case, one space between words, plurals as singulars, a space before and after. */
const normalise = (text: string): string =>
  ` ${text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, '') : word))
    .join(' ')} `;

const named = taskWords.flatMap((task) => task.names.map((name) => ({ name: normalise(name), task })));

const split = (name: string): string => normalise(name.replace(/([a-z0-9])([A-Z])/g, '$1 $2'));

function findHeld(text: string): typeof named {
  const held = named.filter((each) => text.includes(each.name));
  return held.filter((each) => !held.some((other) => other !== each && other.name.length > each.name.length && other.name.includes(each.name)));
}

/** The tasks that the names of a capability hold. */
export const findTasks = (names: readonly string[]): Task[] => [...new Set(names.flatMap((name) => findHeld(split(name)).map(({ task }) => task)))];

const fields = fieldWords.map(normalise);

/** The task that a name names, with its field or without, and nothing besides; null for any other name. */
export function findNamedTask(name: string): Task | null {
  const text = split(name);
  const held = findHeld(text);
  const [task] = new Set(held.map((each) => each.task));
  const rest = [...held.map((each) => each.name), ...fields].reduce((left, each) => left.replaceAll(each, ' '), text);
  return task !== undefined && held.every((each) => each.task === task) && rest.trim() === '' ? task : null;
}

/** What people say who need one of these tasks; empty for none. */
export const sayTasks = (tasks: readonly Task[]): string => tasks.map(({ says }) => says).join(' ');

/** The words of the index for what tasks turn into what. */
export const nameConversions = (tasks: readonly Task[]): string => [...new Set(tasks.flatMap(({ turns }) => (turns ? [nameConversion(turns)] : [])))].join(' ');
