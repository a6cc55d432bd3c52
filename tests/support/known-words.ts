import { categories } from '../../lib/catalog/categories';
import { type Signal, signalIds, signals } from '../../lib/catalog/signals';
import { lowerFirst } from '../../lib/format/words';
import { shippedTools } from './shipped-tools';

/** Labels and units of signals: words, even where they hold a figure, such as "USD per 1M input tokens". */
const signalWords = signalIds.flatMap((id) => {
  const { label, unit }: Signal = signals[id];
  return [label, lowerFirst(label), unit];
});

const categoryWords = categories.flatMap(({ name, job }) => [name, lowerFirst(name), job]);

/** What holds a figure and is no figure: names of vendors and categories, labels and units, and the scale of points. */
export const knownWords: ReadonlySet<string> = new Set([...signalWords, ...categoryWords, ...shippedTools.map(({ vendor }) => vendor), 'of 100']);
