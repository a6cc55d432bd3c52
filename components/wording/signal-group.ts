import type { SignalGroup } from '../../lib/catalog/signals';

/** Groups of facts on a tool's page, in their order. Prices and the status stand above them. */
export const factGroups = ['quality', 'use', 'ecosystem', 'freshness', 'limits', 'terms', 'running', 'identity'] as const satisfies readonly SignalGroup[];

export function wordSignalGroup(group: SignalGroup): string {
  switch (group) {
    case 'use':
      return 'Use';
    case 'quality':
      return 'Quality';
    case 'ecosystem':
      return 'Ecosystem';
    case 'freshness':
      return 'Freshness';
    case 'price':
      return 'Prices';
    case 'limits':
      return 'Limits';
    case 'identity':
      return 'Identity';
    case 'terms':
      return 'Terms';
    case 'running':
      return 'Running it';
  }
}
