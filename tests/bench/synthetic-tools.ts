import type { RecordFile } from '../../lib/catalog/check-records';
import type { Fact, ToolRecord } from '../../lib/catalog/record';
import { isSignalId, signals } from '../../lib/catalog/signals';
import { readShippedFiles } from '../support/record-files';
import { shippedTools } from '../support/shipped-tools';

/** The longest slug has 50 characters; this leaves room for a number. */
const longestStem = 43;

/** The third copy of vllm is `vllm-3`. */
export const rename = (slug: string, copy: number): string => `${slug.slice(0, longestStem).replace(/-+$/, '')}-${copy}`;

/** A number from 0 to 1 that is the same for the same place in every run. */
function draw(seed: number): number {
  let mixed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
}

/** Counts become a fifth to five times of what they are, so that ranks differ; the rest stays, with its size. */
function vary(fact: Fact, seed: number): Fact {
  const isCount = isSignalId(fact.signal) && signals[fact.signal].type === 'count';
  if (!isCount || typeof fact.value !== 'number' || fact.interval !== undefined) return fact;
  return { ...fact, value: Math.round(fact.value * 5 ** (2 * draw(seed) - 1)) };
}

type Copied = { copy: number; has: (slug: string) => boolean };

/** A record with a name of its own that refers to the same copy of the tools it referred to, where there is one. */
function copyRecord(record: ToolRecord, { copy, has }: Copied): ToolRecord {
  const slug = rename(record.slug, copy);
  const successor = (fact: Fact): string | null => (typeof fact.value === 'string' ? (/^superseded by (.+)$/.exec(fact.value)?.[1] ?? null) : null);
  return {
    ...record,
    id: slug,
    slug,
    name: `${record.name.slice(0, 50)} ${copy}`,
    aliases: record.aliases.map((alias) => `${alias.slice(0, 110)} ${copy}`),
    facts: record.facts.filter((fact) => successor(fact) === null).map((fact, index) => vary(fact, 7_919 * copy + 31 * index + slug.length)),
    capabilities: record.capabilities.map((each) => ({
      ...each,
      versus: each.versus.filter(({ tool }) => has(tool)).map((versus) => ({ ...versus, tool: rename(versus.tool, copy) })),
    })),
    relations: record.relations.filter(({ tool }) => has(tool)).map((relation) => ({ ...relation, tool: rename(relation.tool, copy) })),
  };
}

/**
 * Files of `count` made-up tools, the same in every run: copies of the shipped records, hence of real sizes and in real proportions
 * of kinds, facts and capabilities. Their words are those of the originals, which is hard on search: a word is in every copy.
 */
export function makeSyntheticFiles(count: number): RecordFile[] {
  const sources = readShippedFiles().filter(({ place }) => place === 'sources.json');
  const whole = shippedTools.length;
  const records = Array.from({ length: count }, (_none, index) => {
    const copy = Math.floor(index / whole);
    const slugs = new Set(shippedTools.slice(0, Math.min(whole, count - copy * whole)).map(({ slug }) => slug));
    return shippedTools.slice(index % whole, (index % whole) + 1).map((record) => copyRecord(record, { copy, has: (slug) => slugs.has(slug) }));
  }).flat();
  const files = records.map((record) => {
    const place = `${record.kind}/${record.slug}.json`;
    return { path: place, place, text: JSON.stringify(record) };
  });
  return [...sources, ...files];
}
