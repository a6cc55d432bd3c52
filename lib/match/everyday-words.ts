import { nameConversion } from './conversions';
import { type Task, taskWords } from './task-words';

/** Lower case, one space between words, plurals as singulars, a space before and after. */
const normalise = (text: string): string =>
  ` ${text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, '') : word))
    .join(' ')} `;

const named = taskWords.flatMap((task) => task.names.map((name) => ({ name: normalise(name), task })));

function findHeld(name: string): Task[] {
  const text = normalise(name.replace(/([a-z0-9])([A-Z])/g, '$1 $2'));
  const held = named.filter((each) => text.includes(each.name));
  return held
    .filter((each) => !held.some((other) => other !== each && other.name.length > each.name.length && other.name.includes(each.name)))
    .map(({ task }) => task);
}

/** The tasks that the names of a capability hold. */
export const findTasks = (names: readonly string[]): Task[] => [...new Set(names.flatMap(findHeld))];

/** What people say who need one of these tasks; empty for none. */
export const sayTasks = (tasks: readonly Task[]): string => tasks.map(({ says }) => says).join(' ');

/** The words of the index for what tasks turn into what. */
export const nameConversions = (tasks: readonly Task[]): string => [...new Set(tasks.flatMap(({ turns }) => (turns ? [nameConversion(turns)] : [])))].join(' ');
