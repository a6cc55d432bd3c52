/** One line of the table. `met` is null where the line has no aim of its own. */
export type Line = { name: string; value: string; aim: string; met: boolean | null };

export type Group = { title: string; lines: readonly Line[] };

/** A value without an aim, for orientation. */
export const show = (name: string, value: string): Line => ({ name, value, aim: '', met: null });

/** A value that should be at least `aim`. */
export function atLeast(name: string, value: number, aim: number, digits = 2): Line {
  return { name, value: value.toFixed(digits), aim: `≥ ${aim}`, met: value >= aim };
}

/** A value that should be at most `aim`. */
export function atMost(name: string, value: number, aim: number, unit: string, digits = 1): Line {
  return { name, value: `${value.toFixed(digits)} ${unit}`, aim: `≤ ${aim} ${unit}`, met: value <= aim };
}

const head: Line = { name: 'measured', value: 'value', aim: 'aim', met: null };

/** The lines under each other, a heading before each group. */
export function formatTable(groups: readonly Group[]): string {
  const all = [head, ...groups.flatMap(({ lines }) => lines)];
  const width = (read: (line: Line) => string): number => Math.max(...all.map((line) => read(line).length));
  const widths = { name: width(({ name }) => name), value: width(({ value }) => value), aim: width(({ aim }) => aim) };
  const format = ({ name, value, aim, met }: Line): string => {
    const verdict = met === null ? '' : met ? 'met' : 'NOT MET';
    return `  ${name.padEnd(widths.name)}  ${value.padStart(widths.value)}  ${aim.padEnd(widths.aim)}  ${verdict}`.trimEnd();
  };
  return [format(head), ...groups.flatMap(({ title, lines }) => ['', title, ...lines.map(format)])].join('\n');
}
