import type { SignalId } from '../catalog/signals';

/** `0.3` → `$0.30`, `0.003625` → `$0.003625`: at least two decimals, never fewer than the exact decimal has. */
export function formatUsd(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return `$${Number(whole).toLocaleString('en-US')}.${fraction.padEnd(2, '0')}`;
}

/** A price with its unit: `$0.30 per 1M input tokens`. A signal that is no price is given without one. */
export function formatPrice(decimal: string, signal: SignalId): string {
  const unit = priceUnits[signal];
  return unit === undefined ? formatUsd(decimal) : `${formatUsd(decimal)} ${unit}`;
}

const priceUnits: Partial<Record<SignalId, string>> = {
  'price-input': 'per 1M input tokens',
  'price-output': 'per 1M output tokens',
  'price-cache-read': 'per 1M cached tokens read',
  'price-cache-write': 'per 1M tokens written to the cache',
  'price-month': 'a month',
};
