import type { Kind } from '../catalog/kinds';
import type { RankedSignal } from './scoring';

/**
 * Where an unknown value plausibly lies, as amounts on the signal's scale (days for dates, items for lists):
 * worst = 10th, prior = 35th and best = 90th percentile of the sample, "worst" being the end with fewer points.
 */
export type Spread = { worst: number; prior: number; best: number; sample: string };

const projects = 'best-of-ml-python, 30 October 2025, 917 projects';
const servers = 'best-of-mcp-servers, 1 July 2026, 404 servers';
const serverPackages = 'npm packages with mcp in the name, March 2026, 904 packages';
const hosted = 'OpenRouter API, 1 August 2026, 336 models';

const repository = {
  stars: { worst: 407, prior: 1_351, best: 13_681, sample: projects },
  'commits-90d': { worst: 1, prior: 8, best: 216, sample: projects },
  'issues-closed': { worst: 0.411, prior: 0.638, best: 0.944, sample: projects },
  forks: { worst: 54, prior: 193, best: 2_242, sample: projects },
  contributors: { worst: 6, prior: 20, best: 254, sample: projects },
  'last-commit': { worst: 1_736, prior: 450, best: 2, sample: projects },
  'last-release': { worst: 2_207, prior: 850, best: 17, sample: projects },
} as const satisfies Partial<Record<RankedSignal, Spread>>;

/** The spread of every ranked signal in every kind. Constants of the formula version: they do not follow the catalogue. */
export const spreads: Record<Kind, Partial<Record<RankedSignal, Spread>>> = {
  model: {
    hosts: { worst: 1, prior: 5, best: 23, sample: 'models.dev, 2 July 2026, 217 models' },
    'aa-intelligence': { worst: 11.34, prior: 23.82, best: 51.28, sample: 'OpenRouter API, 1 August 2026, 107 models' },
    'mteb-arguana': { worst: 0.347, prior: 0.508, best: 0.715, sample: 'MTEB results, 20 August 2026, 281 models' },
    'mteb-scidocs': { worst: 0.067, prior: 0.18, best: 0.255, sample: 'MTEB results, 20 August 2026, 280 models' },
    'api-features': { worst: 2, prior: 4, best: 6, sample: hosted },
    'modalities-in': { worst: 1, prior: 1, best: 3, sample: hosted },
    'open-weights': { worst: 0, prior: 0, best: 1, sample: 'both ends: a flag has no percentiles' },
    released: { worst: 669, prior: 380, best: 86, sample: 'models.dev, 2 July 2026, 223 models' },
  },
  repository,
  framework: repository,
  app: repository,
  agent: repository,
  'mcp-server': {
    stars: { worst: 87, prior: 177, best: 3_995, sample: servers },
    'commits-90d': { worst: 2, prior: 11, best: 402, sample: servers },
    forks: { worst: 19, prior: 34, best: 425, sample: servers },
    contributors: { worst: 3, prior: 5, best: 51, sample: servers },
    'last-commit': { worst: 348, prior: 95, best: 2, sample: servers },
    'last-release': { worst: 419, prior: 170, best: 6, sample: servers },
    'downloads-30d': { worst: 593, prior: 1_168, best: 45_220, sample: serverPackages },
    'tools-validated': { worst: 0, prior: 0, best: 1, sample: 'ToolSDK registry, 28 July 2026: 815 of 2,847 tried servers started' },
    registries: { worst: 0, prior: 1, best: 2, sample: 'both ends of what is common; 3 is the most there are' },
  },
};
