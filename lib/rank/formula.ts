import type { Kind } from '../catalog/kinds';
import type { SignalId } from '../catalog/signals';
import type { ComponentId } from './rank';

/** Changes with every change of a weight, a share, an anchor or a spread; README.md beside this file says why. */
export const formulaVersion = '2026-11-24.2';

/** Below this share of known evidence a tool is "not ranked yet". */
export const minimumCoverage = 0.5;

export type ComponentFormula = {
  /** 0–1; the weights of a kind add up to 1. */
  weight: number;
  why: string;
  /** Shares of the component, adding up to 1. Those that do not apply to a tool drop out and the rest are scaled up. */
  signals: Partial<Record<SignalId, number>>;
};

export type KindFormula = Record<ComponentId, ComponentFormula>;

const notCounted: ComponentFormula = {
  weight: 0,
  why: 'Not counted yet: too few people have said whether a match worked. It enters with a new formula version.',
  signals: {},
};

const repositoryEcosystem = { forks: 0.6, contributors: 0.4 } as const;
const repositoryFreshness = { 'last-commit': 0.8, 'last-release': 0.2 } as const;

/** The whole formula: for each kind what each component weighs, why, and what it is made of. */
export const formula: Record<Kind, KindFormula> = {
  model: {
    adoption: { weight: 0.2, why: 'Hosts carry what is asked for.', signals: { hosts: 1 } },
    quality: { weight: 0.5, why: 'Independent benchmarks exist for most models, so they may weigh most.', signals: { 'aa-intelligence': 1, 'mteb-arguana': 0.5, 'mteb-scidocs': 0.5 } },
    ecosystem: { weight: 0.15, why: 'What a program can do with it: request features, kinds of input, weights to run.', signals: { 'api-features': 0.5, 'modalities-in': 0.3, 'open-weights': 0.2 } },
    'match-graph': notCounted,
    freshness: { weight: 0.15, why: 'A newer model knows more of the present, but an older one is not broken by its age.', signals: { released: 1 } },
  },
  repository: {
    adoption: { weight: 0.35, why: 'Use by others is the strongest public evidence for software that nobody benchmarks.', signals: { stars: 1 } },
    quality: { weight: 0.25, why: 'Maintenance stands in for quality: commits made and issues closed.', signals: { 'commits-90d': 0.7, 'issues-closed': 0.3 } },
    ecosystem: { weight: 0.2, why: 'People who build on it and into it.', signals: repositoryEcosystem },
    'match-graph': notCounted,
    freshness: { weight: 0.2, why: 'Code that nobody touches stops working with what is around it.', signals: repositoryFreshness },
  },
  framework: {
    adoption: { weight: 0.35, why: 'A framework lives by the number of people who can answer questions about it.', signals: { stars: 1 } },
    quality: { weight: 0.25, why: 'Maintenance stands in for quality: commits made and issues closed.', signals: { 'commits-90d': 0.7, 'issues-closed': 0.3 } },
    ecosystem: { weight: 0.25, why: 'Integrations come from contributors, so they count more than for other code.', signals: repositoryEcosystem },
    'match-graph': notCounted,
    freshness: { weight: 0.15, why: 'Model interfaces move monthly; a framework has to follow.', signals: repositoryFreshness },
  },
  app: {
    adoption: { weight: 0.4, why: 'A finished program is judged by those who run it.', signals: { stars: 1 } },
    quality: { weight: 0.25, why: 'Maintenance stands in for quality: commits made and issues closed.', signals: { 'commits-90d': 0.7, 'issues-closed': 0.3 } },
    ecosystem: { weight: 0.2, why: 'People who build on it and into it.', signals: repositoryEcosystem },
    'match-graph': notCounted,
    freshness: { weight: 0.15, why: 'An app that is served to others needs fixes in time.', signals: repositoryFreshness },
  },
  agent: {
    adoption: { weight: 0.35, why: 'Use by others is the strongest public evidence for agents that few boards measure.', signals: { stars: 1 } },
    quality: { weight: 0.3, why: 'Maintenance stands in for quality: commits made and issues closed.', signals: { 'commits-90d': 0.7, 'issues-closed': 0.3 } },
    ecosystem: { weight: 0.2, why: 'People who build on it and into it.', signals: repositoryEcosystem },
    'match-graph': notCounted,
    freshness: { weight: 0.15, why: 'Agents follow models that appear monthly.', signals: repositoryFreshness },
  },
  'mcp-server': {
    adoption: { weight: 0.3, why: 'Stars of its own repository and installs of its own package.', signals: { stars: 0.5, 'downloads-30d': 0.5 } },
    quality: { weight: 0.25, why: 'Many servers do not start: one that a registry started is worth more than one that promises much.', signals: { 'tools-validated': 0.4, 'commits-90d': 0.6 } },
    ecosystem: { weight: 0.25, why: 'Registries that list it, people who build on it.', signals: { registries: 0.4, forks: 0.4, contributors: 0.2 } },
    'match-graph': notCounted,
    freshness: { weight: 0.2, why: 'The protocol is young and changes.', signals: repositoryFreshness },
  },
};
