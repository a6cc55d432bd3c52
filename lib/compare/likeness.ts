import type { ToolCapability } from '../catalog/tool';
import { weighStem } from './common-stems';
import { findJobKinds } from './job-words';
import { listStems } from './stem';

/** What a text says, as weights of stems and of kinds of jobs, and the word that stands for each in this text. */
export type Profile = { weights: ReadonlyMap<string, number>; words: ReadonlyMap<string, string>; norm: number };

/** How much a word counts by where it stands. */
const fieldWeights = { name: 2, description: 1, needs: 0.7, inputsAndOutputs: 0.5 } as const;

/** What kinds of jobs count against single words, and the sum of words of one kind beyond which more say no more. */
const kindWeight = 1.5;
const mostOfKind = 8;

type Text = Pick<ToolCapability, 'name' | 'description' | 'inputs' | 'outputs' | 'needs'>;

function* readFields({ name, description, inputs, outputs, needs }: Text): Generator<{ text: string; field: number }> {
  yield { text: name, field: fieldWeights.name };
  yield { text: description, field: fieldWeights.description };
  for (const text of needs) yield { text, field: fieldWeights.needs };
  for (const text of [...inputs, ...outputs]) yield { text, field: fieldWeights.inputsAndOutputs };
}

/** The best field of each stem, with the word as it stands there. */
function collectStems(texts: readonly Text[], left: ReadonlySet<string>): Map<string, { field: number; word: string }> {
  const found = new Map<string, { field: number; word: string }>();
  for (const each of texts)
    for (const { text, field } of readFields(each))
      for (const { word, stem } of listStems(text)) if (!left.has(stem) && field > (found.get(stem)?.field ?? 0)) found.set(stem, { field, word });
  return found;
}

/**
 * The profile of what a tool says about one job, in one or several texts. `left` are stems that count for nothing, as those of the tools' own
 * names.
 */
export function makeProfile(texts: readonly Text[], left: ReadonlySet<string>): Profile {
  const weights = new Map<string, number>();
  const words = new Map<string, string>();
  const kinds = new Map<string, { sum: number; weight: number; best: number }>();
  for (const [stem, { field, word }] of collectStems(texts, left)) {
    weights.set(stem, field * weighStem(stem));
    words.set(stem, word);
    for (const { id, weight } of findJobKinds(stem)) {
      const key = `#${id}`;
      const known = kinds.get(key);
      if (field > (known?.best ?? 0)) words.set(key, word);
      kinds.set(key, { sum: (known?.sum ?? 0) + field, weight, best: Math.max(field, known?.best ?? 0) });
    }
  }
  for (const [key, { sum, weight }] of kinds) weights.set(key, kindWeight * weight * Math.min(sum, mostOfKind));
  return { weights, words, norm: Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0)) };
}

/** How alike two profiles are, 0–1: the cosine of their weights. */
export function measureLikeness(a: Profile, b: Profile): number {
  if (a.norm === 0 || b.norm === 0) return 0;
  let shared = 0;
  for (const [key, weight] of a.weights) shared += weight * (b.weights.get(key) ?? 0);
  return shared / (a.norm * b.norm);
}

/** Kinds of jobs stand among the stems under a name that no stem has. */
const isKind = (key: string): boolean => key.startsWith('#');

/** What two profiles have in common, the most telling first: one word, or two that speak of one kind of job. In the order of their spelling. */
export function findCommonWords(a: Profile, b: Profile, most: number): readonly (readonly string[])[] {
  const shared = [...a.weights].flatMap(([key, weight]) => {
    const other = b.weights.get(key);
    const words = [a.words.get(key), b.words.get(key)].filter((word) => word !== undefined);
    return other === undefined ? [] : [{ words: isKind(key) ? [...new Set(words)].sort() : words.sort().slice(0, 1), weight: weight * other }];
  });
  shared.sort((x, y) => y.weight - x.weight || (x.words.join() < y.words.join() ? -1 : 1));
  const said = new Set<string>();
  const kept: (readonly string[])[] = [];
  for (const { words } of shared) {
    if (kept.length === most || words.some((word) => said.has(word))) continue;
    for (const word of words) said.add(word);
    kept.push(words);
  }
  return kept;
}
