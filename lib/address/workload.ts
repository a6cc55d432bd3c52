/** The quantity that grows along the axis of a chart of costs. */
export const growing = ['input', 'output', 'cached', 'calls'] as const;
export type Growing = (typeof growing)[number];

/** What a reader asks of a model: tokens of one call, whole numbers, and how often a day. */
export type Workload = {
  input: number;
  output: number;
  /** Per cent of the input that is read from a prompt cache, and that is written to one; together at most 100. */
  cached: number;
  written: number;
  /** Calls a day. */
  calls: number;
  /** Slug of the model with which a tool that needs one is priced; null: none is picked. */
  model: string | null;
  /** What grows in the chart. */
  by: Growing;
};

/** The most that an address may hold of each quantity. */
export const mostOf = { input: 9_999_999, output: 9_999_999, cached: 100, written: 100, calls: 9_999_999 } as const;

const whole = '(0|[1-9]\\d{0,6})';
const share = '(100|[1-9]\\d?)';
const pattern = new RegExp(`^i${whole},o${whole}(?:,c${share})?(?:,x${share})?,n([1-9]\\d{0,6})(?:,m:([a-z0-9-]{1,50}))?(?:,by:([a-z]+))?$`);

/**
 * Reads `i4000,o400,c50,x10,n1000,m:gpt-5-mini,by:output`: input, output, cached and written per cent, calls a day, model, axis.
 * What is 0, not picked or grows by default is left out; anything else than this is null.
 */
export function parseWorkload(text: string | null): Workload | null {
  const match = pattern.exec(text ?? '');
  if (!match) return null;
  const [input, output, cached, written, calls] = match.slice(1, 6).map((part) => Number(part ?? 0));
  if (input === undefined || output === undefined || cached === undefined || written === undefined || calls === undefined) return null;
  const by = match[7] === undefined ? 'input' : growing.find((each) => each === match[7]);
  if (cached + written > 100 || by === undefined) return null;
  return { input, output, cached, written, calls, model: match[6] ?? null, by };
}

export function formatWorkload({ input, output, cached, written, calls, model, by }: Workload): string {
  const parts = [`i${input}`, `o${output}`];
  if (cached > 0) parts.push(`c${cached}`);
  if (written > 0) parts.push(`x${written}`);
  parts.push(`n${calls}`);
  if (model !== null) parts.push(`m:${model}`);
  if (by !== 'input') parts.push(`by:${by}`);
  return parts.join();
}
