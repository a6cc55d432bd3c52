/** Decimals of a unit: the most that a price has. */
const unitDecimals = 18;

/** An exact decimal (`0.3`, at most 18 decimals) in whole units of 10⁻¹⁸; sums and products of such are exact too. */
export function toUnits(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  if (fraction.length > unitDecimals) throw new Error(`"${decimal}" has more than ${unitDecimals} decimals`);
  return BigInt(whole + fraction.padEnd(unitDecimals, '0'));
}

/** Units back to a decimal, after `more` further decimals: `fromUnits(toUnits('3') , 2)` is `0.03`. */
export function fromUnits(units: bigint, more = 0): string {
  const decimals = unitDecimals + more;
  const digits = units.toString().padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  return fraction === '' ? digits.slice(0, -decimals) : `${digits.slice(0, -decimals)}.${fraction}`;
}
