/** A number written out without an exponent, or why it is none. */
export type Decimal = { value: string } | { fault: string };

const written = /^\s*([+-]?)(\d+)?(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?\s*$/;
const mostWhole = 12;
const mostDecimals = 18;

/** What a price is written as in a file: texts as they stand, JSON numbers with the 15 digits that a double keeps. */
function writeOut(input: string | number): string {
  return typeof input === 'number' ? input.toPrecision(15) : input;
}

const quote = (input: string | number): string => `"${String(input).slice(0, 40)}"`;

/**
 * A price as exact decimal text, in digits alone: nothing is ever added or divided in floating point.
 * `shift` moves the point to the right (a price per token is shifted by 6 to a price per million), `times` multiplies
 * (a price per second by 60). "0.00000014" shifted by 6 is "0.14"; 1.4e-7 as well.
 */
export function toDecimal(input: string | number, { shift = 0, times = 1 }: { shift?: number; times?: number } = {}): Decimal {
  const match = written.exec(writeOut(input).slice(0, 400));
  const whole = match?.[2] ?? '';
  const part = match?.[3] ?? '';
  if (!match || whole + part === '') return { fault: `${quote(input)} is not a number` };
  const units = BigInt(whole + part) * BigInt(times);
  if (units === 0n) return { value: '0' };
  if (match[1] === '-') return { fault: `${quote(input)} is negative` };
  const exponent = Number(match[4] ?? 0) + shift - part.length;
  if (Math.abs(exponent) > 1_000) return { fault: `${quote(input)} is out of range` };
  const digits = exponent >= 0 ? `${units}${'0'.repeat(exponent)}` : `${units}`.padStart(1 - exponent, '0');
  const point = digits.length - Math.max(0, -exponent);
  const decimals = digits.slice(point).replace(/0+$/, '');
  if (point > mostWhole) return { fault: `${quote(input)} is too large for a price` };
  if (decimals.length > mostDecimals) return { fault: `${quote(input)} has more than ${mostDecimals} decimals` };
  return { value: decimals === '' ? digits.slice(0, point) : `${digits.slice(0, point)}.${decimals}` };
}
