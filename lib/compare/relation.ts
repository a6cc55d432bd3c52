import { findCategory } from '../catalog/categories';
import type { Evidence } from '../catalog/record';
import type { RankedTool } from '../rank/ranked-tool';

export const relationTypes = ['rivals', 'runs-on', 'used-together', 'unrelated'] as const;
export type RelationType = (typeof relationTypes)[number];

/** How two tools stand to each other, and what says so. */
export type Relation = {
  type: RelationType;
  /** The tool that runs on, or is used beside, `to`; for rivals and unrelated tools the order means nothing. */
  from: string;
  to: string;
  basis:
    | { type: 'declared'; reason: string; evidence: readonly Evidence[] }
    | { type: 'same-category'; category: string }
    | { type: 'categories-meet'; from: string; to: string }
    | { type: 'categories-apart'; from: string; to: string };
};

type Related = Pick<RankedTool, 'slug' | 'category' | 'relations'>;

const declaredTypes = { 'runs-on': 'runs-on', 'used-with': 'used-together', 'successor-of': 'rivals' } as const satisfies Record<string, RelationType>;

function findDeclared(from: Related, to: Related): Relation | null {
  const declared = from.relations.find((each) => each.tool === to.slug);
  if (!declared) return null;
  const { type, reason, evidence } = declared;
  return { type: declaredTypes[type], from: from.slug, to: to.slug, basis: { type: 'declared', reason, evidence } };
}

function findMeeting(from: Related, to: Related): Relation | null {
  const category = findCategory(from.category);
  if (!category?.worksWith.includes(to.category)) return null;
  return { type: 'used-together', from: from.slug, to: to.slug, basis: { type: 'categories-meet', from: from.category, to: to.category } };
}

/**
 * The relation of two tools, the same in both orders: tools of one category are rivals whatever else they
 * declare; else what a record declares counts, then what their categories do together.
 */
export function findRelation(one: Related, other: Related): Relation {
  const [a, b] = one.slug < other.slug ? [one, other] : [other, one];
  if (a.category === b.category) return { type: 'rivals', from: a.slug, to: b.slug, basis: { type: 'same-category', category: a.category } };
  return (
    findDeclared(a, b) ??
    findDeclared(b, a) ??
    findMeeting(a, b) ??
    findMeeting(b, a) ?? { type: 'unrelated', from: a.slug, to: b.slug, basis: { type: 'categories-apart', from: a.category, to: b.category } }
  );
}

/** Every pair's relation; the weakest one decides for the whole set. */
export function relateSet(tools: readonly Related[]): { type: RelationType; pairs: readonly Relation[] } {
  const pairs = tools.flatMap((one, index) => tools.slice(index + 1).map((other) => findRelation(one, other)));
  const weakest = pairs.reduce((worst, { type }) => Math.max(worst, relationTypes.indexOf(type)), 0);
  return { type: relationTypes[weakest] ?? 'unrelated', pairs };
}
