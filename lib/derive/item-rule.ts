import { findCurrentFacts } from '../catalog/current';
import type { Kind } from '../catalog/kinds';
import type { SignalId } from '../catalog/signals';
import type { StoredFact } from '../catalog/tool';
import { joinWords } from '../format/number';
import type { Draft, Subject } from './capability';

/** One job, and the items of a list signal that it follows from. `says` completes a sentence that is told by signal. */
export type ItemRule = {
  job: string;
  /** Lower case, with hyphens, as `normaliseItem` writes them. */
  items: readonly string[];
  name: string;
  says: string;
  takes: readonly string[];
  gives: readonly string[];
  /** What a person types to get this done. */
  needs: readonly [string, string, string];
  /** Kinds of which the item says nothing: that an MCP server is about MCP. */
  except?: readonly Kind[];
};

/** How the items of a signal are told. */
export type ItemTelling = {
  signal: SignalId;
  describe: (name: string, items: string, says: string) => string;
  limitations: readonly string[];
};

type Item = { text: string; fact: StoredFact };

/** 'Vector Database' and 'vector_database' are one item: 'vector-database'. Price lists write features as 'supports_vision'. */
export function normaliseItem(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/^supports-/, '');
}

/** Every item that current facts of a list signal hold, with the fact that does. */
export function findItems(facts: readonly StoredFact[], signal: SignalId): Map<string, Item> {
  const items = new Map<string, Item>();
  for (const fact of findCurrentFacts(facts, signal)) {
    if (!Array.isArray(fact.value)) continue;
    for (const text of fact.value) {
      const item = normaliseItem(text);
      if (item !== '' && !items.has(item)) items.set(item, { text, fact });
    }
  }
  return items;
}

const mostNamed = 4;

/** One draft for each rule of which the tool has an item, in the order of the rules. */
export function followItems({ kind, name, facts }: Subject, rules: readonly ItemRule[], { signal, describe, limitations }: ItemTelling): Draft[] {
  const items = findItems(facts, signal);
  if (items.size === 0) return [];
  return rules.flatMap((rule) => {
    const found = rule.except?.includes(kind) ? [] : rule.items.flatMap((item) => items.get(item) ?? []);
    if (found.length === 0) return [];
    const named = joinWords(found.slice(0, mostNamed).map(({ text }) => `\`${text.replaceAll('`', "'")}\``));
    const bases = [...new Map(found.map((item) => [item.fact.key, item.fact])).values()];
    return [
      {
        ...{ job: rule.job, name: rule.name, description: describe(name, named, rule.says), inputs: rule.takes, outputs: rule.gives },
        ...{ limitations, needs: rule.needs },
        basis: bases.map((fact) => ({
          fact,
          note: `lists ${joinWords(
            found
              .filter((item) => item.fact === fact)
              .slice(0, mostNamed)
              .map(({ text }) => text),
          )}`,
        })),
      },
    ];
  });
}
