import { taskWords } from './task-words';

/** Lower case, one space between words, plurals as singulars, a space before and after. */
const normalise = (text: string): string =>
  ` ${text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, '') : word))
    .join(' ')} `;

const tasks = taskWords.flatMap(({ names, says }) => names.map((name) => ({ name: normalise(name), says })));

/** What people say who need a capability of this name; empty where its name holds that of no task. */
export function findEverydayWords(name: string): string {
  const text = normalise(name.replace(/([a-z0-9])([A-Z])/g, '$1 $2'));
  const held = tasks.filter((task) => text.includes(task.name));
  const longest = held.filter((task) => !held.some((other) => other !== task && other.name.length > task.name.length && other.name.includes(task.name)));
  return [...new Set(longest.map(({ says }) => says))].join(' ');
}
