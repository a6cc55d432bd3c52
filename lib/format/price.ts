import type { SignalId } from '../catalog/signals';

/** The most decimals printed; the exact decimal is in the machine-readable twin. */
const printedDecimals = 6;

/** `0.3` → `$0.30`, `0.003625` → `$0.003625`, `0.08333333333` → `$0.083333`: two to six decimals, and what is not zero never prints as zero. */
export function formatUsd(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const printed = fraction.slice(0, printedDecimals).replace(/0+$/, '');
  const lost = Number(whole) === 0 && printed === '' && Number(decimal) > 0;
  return lost ? `under $0.${'0'.repeat(printedDecimals - 1)}1` : `$${Number(whole).toLocaleString('en-US')}.${printed.padEnd(2, '0')}`;
}

/** A sum to the nearest cent, a half upwards: `1234.565` → `$1,234.57`; what is not zero never prints as zero. */
export function formatSum(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const cents = BigInt(whole + fraction.padEnd(2, '0').slice(0, 2)) + (Number(fraction[2] ?? '0') >= 5 ? 1n : 0n);
  if (cents === 0n) return /[1-9]/.test(decimal) ? 'under $0.01' : '$0.00';
  return `$${(cents / 100n).toLocaleString('en-US')}.${(cents % 100n).toString().padStart(2, '0')}`;
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
  'price-image': 'a picture',
  'price-audio-minute': 'a minute of audio',
  'price-million-characters': 'per 1M characters',
  'price-video-second': 'a second of video',
  'price-month': 'a month',
};
