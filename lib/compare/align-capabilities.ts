import type { Tool, ToolCapability } from '../catalog/tool';
import { findCommonWords, makeProfile, measureLikeness, type Profile } from './likeness';
import { listStems } from './stem';

/** One job with the capabilities that do it, tool by tool, and what says that it is one job. */
export type AlignedJob = {
  /** The slug of the job where all of its capabilities name the same one. */
  job: string | null;
  /** In the order of the tools; empty for a tool that does not do it. */
  does: readonly (readonly ToolCapability[])[];
  /** How sure it is that they do the same, 0–1, by the weakest of its pairs; null where one tool alone does it. */
  strength: number | null;
  /** Words that led to it: one that both use, or two that speak of one kind of job. None where rules wrote both texts. */
  words: readonly (readonly string[])[];
};

export type Alignment = {
  /** Done by every tool, by some but not all (three and more tools), and by one alone: a list for each tool, in their order. */
  all: readonly AlignedJob[];
  some: readonly AlignedJob[];
  only: readonly (readonly AlignedJob[])[];
};

/** What is said for two texts that name the same job, beside their likeness. */
const sameJob = 0.25;

/**
 * Above it two jobs are one. Chosen over the tuning half of tests/fixtures/aligned-capabilities.json, where nine of ten pairs that reach it
 * are right; `npm run alignment` prints how the other half comes out.
 */
const threshold = 0.5;

/**
 * Over the half of the labelled pairs that nothing was tuned on: matches that a person calls the same job, matches that are not, and what a
 * person calls the same and is not matched. `npm run alignment` counts them again.
 */
export const heldAgainst = { pairs: 30, right: 73, wrong: 12, missed: 22 } as const;

/** What is said for two texts that name the same job, and from where on two are one job; 0–1. */
export const alignmentRule = { sameJob, threshold } as const;

const mostWords = 4;

/** What one tool says of one job: however finely it is described, it is one. */
type Unit = { tool: number; job: string; capabilities: readonly ToolCapability[]; profile: Profile; derived: boolean };

type Aligned = Pick<Tool, 'name' | 'capabilities'>;

function listUnits(tools: readonly Aligned[]): Unit[] {
  const names = new Set(tools.flatMap(({ name }) => listStems(name).map(({ stem }) => stem)));
  return tools.flatMap(({ capabilities }, tool) =>
    [...new Set(capabilities.map(({ job }) => job))].map((job) => {
      const own = capabilities.filter((each) => each.job === job);
      return { tool, job, capabilities: own, profile: makeProfile(own, names), derived: own.every(({ derivedFrom }) => derivedFrom !== undefined) };
    }),
  );
}

type Edge = { a: Unit; b: Unit; strength: number; spelled: string };

/** Likeness of wording, more for the same job; three decimals, so that the order of adding up does not show. Two texts that rules wrote share the rules' wording, so that only the job counts. */
function measureEdge(a: Unit, b: Unit): Edge {
  const same = a.job === b.job;
  const written = a.derived && b.derived ? Number(same) : measureLikeness(a.profile, b.profile);
  return { a, b, strength: Math.round((written + (same ? sameJob : 0)) * 1_000) / 1_000, spelled: [a.job, b.job].sort().join(' ') };
}

/** Every pair of units of two tools that is strong enough, the strongest first; the order does not depend on that of the tools. */
function listEdges(units: readonly Unit[]): Edge[] {
  return units
    .flatMap((a, index) => units.slice(index + 1).flatMap((b) => (a.tool === b.tool ? [] : [measureEdge(a, b)])))
    .filter(({ strength }) => strength >= threshold)
    .sort((x, y) => y.strength - x.strength || (x.spelled < y.spelled ? -1 : 1));
}

type Group = { units: Unit[]; weakest: number; first: Edge | null };

/** Joins the strongest pairs first; a group holds one unit of each tool at most. */
function joinUnits(units: readonly Unit[]): Group[] {
  const groupOf = new Map<Unit, Group>(units.map((unit) => [unit, { units: [unit], weakest: 1, first: null }]));
  for (const edge of listEdges(units)) {
    const [one, other] = [groupOf.get(edge.a), groupOf.get(edge.b)];
    if (!one || !other || one === other || one.units.some(({ tool }) => other.units.some((unit) => unit.tool === tool))) continue;
    const joined = {
      units: [...one.units, ...other.units],
      weakest: Math.min(one.weakest, other.weakest, edge.strength),
      first: one.first ?? other.first ?? edge,
    };
    for (const unit of joined.units) groupOf.set(unit, joined);
  }
  return [...new Set(units.map((unit) => groupOf.get(unit)))].filter((group) => group !== undefined);
}

function describeGroup({ units, weakest, first }: Group, count: number): AlignedJob {
  const jobs = new Set(units.map(({ job }) => job));
  const [job] = jobs;
  return {
    job: jobs.size === 1 && job !== undefined ? job : null,
    does: Array.from({ length: count }, (_each, tool) => units.find((unit) => unit.tool === tool)?.capabilities ?? []),
    strength: first === null ? null : Math.min(1, weakest),
    words: first === null || (first.a.derived && first.b.derived) ? [] : findCommonWords(first.a.profile, first.b.profile, mostWords),
  };
}

const spell = ({ does }: AlignedJob): string =>
  does
    .flatMap((capabilities) => capabilities.map(({ job }) => job))
    .sort()
    .join();

/** The surest first; what is equally sure in an order that does not depend on that of the tools. */
function compareSureness(a: AlignedJob, b: AlignedJob): number {
  return (b.strength ?? 0) - (a.strength ?? 0) || (spell(a) < spell(b) ? -1 : 1);
}

/**
 * Lines up what tools do, by what their capabilities say. A part of the result holds jobs, and one job of a tool is one however finely it is
 * described, so splitting a capability in two never makes a tool look ahead. The order of the tools changes nothing but the order.
 */
export function alignCapabilities(tools: readonly Aligned[]): Alignment {
  const groups = joinUnits(listUnits(tools));
  const pick = (wanted: (units: readonly Unit[]) => boolean): AlignedJob[] =>
    groups.filter(({ units }) => wanted(units)).map((group) => describeGroup(group, tools.length));
  const shared = (wanted: (size: number) => boolean): AlignedJob[] => pick((units) => units.length > 1 && wanted(units.length)).sort(compareSureness);
  return {
    all: shared((size) => size === tools.length),
    some: shared((size) => size < tools.length),
    only: tools.map((_tool, index) => pick(([unit, ...others]) => others.length === 0 && unit?.tool === index)),
  };
}
