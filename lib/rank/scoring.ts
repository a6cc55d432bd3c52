import type { SignalId } from '../catalog/signals';
import type { Scale } from './scale';

export type Scoring = {
  scale: Scale;
  why: string;
  /** For what may have happened again since it was read: days after which a reading only says what it was then. */
  freshFor?: number;
};

/**
 * How each ranked signal becomes points. Anchors are fixed numbers, not positions in the catalogue, so a
 * score does not move because other tools were added. Why each anchor is where it is: README.md beside this file.
 */
export const scoring = {
  stars: { scale: { type: 'log', zero: 100, full: 200_000 }, why: '100 stars is what a weekend project gathers; 200,000 is about the most-starred AI tool of August 2026.' },
  'downloads-30d': { scale: { type: 'log', zero: 500, full: 10_000_000 }, why: '500 downloads a month come from mirrors and build machines alone; 10 million is the busiest agent package of March 2026.' },
  hosts: { scale: { type: 'log', zero: 1, full: 50 }, why: 'Every listed model has a host; the most widely hosted one had 49 in July 2026.' },
  'aa-intelligence': { scale: { type: 'linear', zero: 5, full: 65 }, why: 'Listed models spread from about 8 to 61 points in August 2026; both ends leave room.' },
  'mteb-arguana': { scale: { type: 'linear', zero: 0.3, full: 0.8 }, why: 'A tenth of 281 measured models stay below .35, a tenth exceed .72.' },
  'mteb-scidocs': { scale: { type: 'linear', zero: 0.05, full: 0.3 }, why: 'A tenth of 280 measured models stay below .07, a tenth exceed .26.' },
  'commits-90d': { scale: { type: 'log', zero: 1, full: 2_000 }, why: 'One commit in a quarter is a pulse; 2,000 is a team that merges all day.' },
  'issues-closed': { scale: { type: 'linear', zero: 0.4, full: 1 }, why: 'A tenth of 836 projects close fewer than 41 of 100 issues.' },
  'tools-validated': { scale: { type: 'flag' }, why: 'It starts and lists its tools, or it does not.' },
  forks: { scale: { type: 'log', zero: 10, full: 40_000 }, why: 'Ten forks are friends; 40,000 is among the most-forked AI repositories.' },
  contributors: { scale: { type: 'log', zero: 1, full: 2_000 }, why: 'One author is a person; 2,000 a movement.' },
  'api-features': { scale: { type: 'items', of: ['tools', 'structured_outputs', 'response_format', 'reasoning', 'seed', 'logprobs'] }, why: 'Six request features that programs depend on; half of 336 hosted models offer five of them.' },
  'modalities-in': { scale: { type: 'length', zero: 0, full: 5 }, why: 'Text, image, file, audio and video are all there is to read.' },
  'open-weights': { scale: { type: 'flag' }, why: 'Weights that can be downloaded can be moved.' },
  registries: { scale: { type: 'length', zero: 0, full: 3 }, why: 'Three registries are looked up.' },
  released: { scale: { type: 'decay', full: 90, zero: 1_095 }, why: 'A model of this quarter is current; after three years nobody starts with it.' },
  'last-commit': { scale: { type: 'decay', full: 30, zero: 365 }, why: 'Touched within a month is alive; untouched for a year is not.', freshFor: 120 },
  'last-release': { scale: { type: 'decay', full: 60, zero: 1_095 }, why: 'Releases come more rarely than commits; three years without one is none.', freshFor: 120 },
} as const satisfies Partial<Record<SignalId, Scoring>>;

export type RankedSignal = keyof typeof scoring;

export function isRankedSignal(id: string): id is RankedSignal {
  return Object.hasOwn(scoring, id);
}

/** How the signal is scored, or null when it is shown but not ranked. */
export function findScoring(id: SignalId): Scoring | null {
  return isRankedSignal(id) ? scoring[id] : null;
}
