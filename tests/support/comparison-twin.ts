import { expect } from '@playwright/test';
import { z } from 'zod';
import { requestRaw } from './raw-request';

const amount = z.number().min(0).max(100);
const exact = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

const cell = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('value'),
    tool: z.string(),
    text: z.string().min(1),
    value: exact,
    detail: z.string().nullable(),
    receipts: z.array(z.string()),
  }),
  z.object({ state: z.literal('unknown'), tool: z.string(), text: z.string().min(1), value: z.null() }),
  z.object({ state: z.literal('not-applicable'), tool: z.string(), text: z.string().min(1), value: z.null() }),
]);

const component = z.object({
  component: z.string(),
  weight: z.number(),
  points: amount,
  low: amount,
  high: amount,
  coverage: z.number(),
  contribution: z.number(),
});

export const rank = z.object({ total: amount, low: amount, high: amount, ranked: z.boolean(), coverage: z.number(), components: z.array(component) });

const clause = z.looseObject({ kind: z.string(), slug: z.string().optional(), leads: z.array(z.string()).optional() });

const receipt = z.object({
  value: z.unknown(),
  asOf: z.iso.date(),
  method: z.string(),
  address: z.url(),
  source: z.object({ title: z.string(), publisher: z.string() }),
});

const comparisonTwin = z.object({
  address: z.url(),
  snapshot: z.object({ id: z.string() }),
  indexable: z.boolean(),
  relation: z.object({ type: z.string() }),
  tools: z.array(z.object({ slug: z.string(), name: z.string(), kind: z.string(), rank })),
  verdict: z.array(clause),
  rows: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      cells: z.array(cell),
      lead: z.object({ slug: z.string(), over: z.string(), difference: z.string() }).nullable(),
    }),
  ),
  capabilities: z.array(z.object({ tool: z.string(), capabilities: z.array(z.object({ key: z.string(), name: z.string() })) })),
  receipts: z.record(z.string(), receipt),
});

export type ComparisonTwin = z.infer<typeof comparisonTwin>;
export type TwinCell = z.infer<typeof cell>;

/** What machines are given for a comparison, checked against the shape they may rely on. */
export async function readTwin(site: string, set: string): Promise<ComparisonTwin> {
  const { status, text } = await requestRaw(site, `/compare/${set}.json`);
  expect(status, `/compare/${set}.json`).toBe(200);
  return comparisonTwin.parse(JSON.parse(text));
}
