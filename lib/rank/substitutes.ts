import type { SignalId } from '../catalog/signals';
import type { RankedSignal } from './scoring';

/**
 * Another test of the same thing, which stands in where a ranked benchmark is unknown: amount = intercept + slope × value, fitted
 * by least squares over tools that have both. `misses` are the 10th, 35th and 90th percentile of what the fit misses by, in the
 * unit of the ranked signal: the low end, the value that enters the rank, and the high end.
 */
export type Substitute = {
  from: SignalId;
  intercept: number;
  slope: number;
  misses: { worst: number; prior: number; best: number };
  sample: string;
};

const both = 'listed models that have both, August 2026';

/** What may stand in for a signal, the one that misses by least first. Constants of the formula version. */
export const substitutes: Partial<Record<RankedSignal, readonly Substitute[]>> = {
  'aa-intelligence': [
    { from: 'aa-coding', intercept: 2.026, slope: 0.6899, misses: { worst: -2.68, prior: -0.93, best: 2.46 }, sample: `96 ${both}, r = .98` },
    { from: 'gpqa-diamond', intercept: -13.741, slope: 49.3339, misses: { worst: -5.17, prior: -2.7, best: 7.54 }, sample: `20 ${both}, r = .84` },
    { from: 'lmarena-text', intercept: -112.494, slope: 0.0969, misses: { worst: -10.47, prior: -2.62, best: 9.38 }, sample: `30 ${both}, r = .66` },
  ],
};
