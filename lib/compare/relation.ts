import { findCategory } from '../catalog/categories';
import type { Evidence } from '../catalog/record';
import type { RankedTool } from '../rank/ranked-tool';
import { findByFacts } from './relation-facts';
import { countSharedJobs, hasTellingJobs } from './relation-jobs';

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
    /** The category gathers tools by theme, and of these two none does what the other does. */
    | { type: 'no-shared-job'; category: string }
    /** Other categories, and as many jobs in common as rivals have: `shared` of the `of` that the one with fewer does. */
    | { type: 'shared-jobs'; shared: number; of: number }
    | { type: 'categories-near'; from: string; to: string }
    /** An MCP server that is named after the tool which it makes reachable. */
    | { type: 'named-after' }
    /** A tool that runs weights, and a model whose weights are open; or closed, so that it cannot. `fact` is the key that says so. */
    | { type: 'open-weights'; fact: string }
    | { type: 'closed-weights'; fact: string }
    | { type: 'same-maker'; vendor: string }
    | { type: 'both-run-models' }
    | { type: 'categories-meet'; from: string; to: string }
    | { type: 'categories-apart'; from: string; to: string };
};

export type Related = Pick<RankedTool, 'slug' | 'name' | 'kind' | 'category' | 'vendor' | 'facts' | 'capabilities' | 'relations'>;

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

function relateWithinCategory(a: Related, b: Related): Relation {
  const { category } = a;
  const apart = findCategory(category)?.isTheme === true && hasTellingJobs(a) && hasTellingJobs(b) && countSharedJobs(a, b).shared === 0;
  return { type: apart ? 'unrelated' : 'rivals', from: a.slug, to: b.slug, basis: { type: apart ? 'no-shared-job' : 'same-category', category } };
}

/** Of fewer, one does not stand in for the other; of a smaller share, each does mostly something else. */
const leastShared = { jobs: 4, share: 1 / 3 } as const;

/** Across categories tools are rivals when they do enough of the same; a model and a program never are. */
function findRivalry(a: Related, b: Related): Relation | null {
  if ((a.kind === 'model') !== (b.kind === 'model')) return null;
  const rivals = { type: 'rivals', from: a.slug, to: b.slug } as const;
  if (findCategory(a.category)?.near?.includes(b.category) || findCategory(b.category)?.near?.includes(a.category))
    return { ...rivals, basis: { type: 'categories-near', from: a.category, to: b.category } };
  const { shared, of } = countSharedJobs(a, b);
  return shared >= leastShared.jobs && shared >= leastShared.share * of ? { ...rivals, basis: { type: 'shared-jobs', shared, of } } : null;
}

/**
 * The relation of two tools, the same in both orders. Tools of one category are rivals whatever else they declare, but for categories that only
 * gather by theme. Else what a record declares counts, then what kinds and facts say, then what the categories do together, then
 * the jobs that both do.
 */
export function findRelation(one: Related, other: Related): Relation {
  const [a, b] = one.slug < other.slug ? [one, other] : [other, one];
  if (a.category === b.category) return relateWithinCategory(a, b);
  return (
    findDeclared(a, b) ??
    findDeclared(b, a) ??
    findByFacts(a, b) ??
    findByFacts(b, a) ??
    findMeeting(a, b) ??
    findMeeting(b, a) ??
    findRivalry(a, b) ?? { type: 'unrelated', from: a.slug, to: b.slug, basis: { type: 'categories-apart', from: a.category, to: b.category } }
  );
}

/** Every pair's relation; the weakest one decides for the whole set. */
export function relateSet(tools: readonly Related[]): { type: RelationType; pairs: readonly Relation[] } {
  const pairs = tools.flatMap((one, index) => tools.slice(index + 1).map((other) => findRelation(one, other)));
  const weakest = pairs.reduce((worst, { type }) => Math.max(worst, relationTypes.indexOf(type)), 0);
  return { type: relationTypes[weakest] ?? 'unrelated', pairs };
}
