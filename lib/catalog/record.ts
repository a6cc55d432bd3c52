import { z } from 'zod';
import { categoryIds } from './categories';
import { kinds } from './kinds';
import { appliesTo, isSignalId, type Signal, signals, type ValueType } from './signals';
import { parseSlug } from './slug';

/** How a value came to be: somebody measured it, its vendor says so, we computed it, or we judged it. */
export const methods = ['measured', 'vendor-claimed', 'derived', 'editorial'] as const;
export type Method = (typeof methods)[number];

const slug = z.string().refine((text) => parseSlug(text) !== null, 'must be a slug: a-z, 0-9 and single hyphens, at most 50 characters, no part equal to "vs"');
const day = z.iso.date();
const address = z.url({ protocol: /^https$/ });
const sentence = z.string().trim().min(1).max(700);
const phrase = z.string().trim().min(1).max(160);

export const source = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.:-]{1,79}$/),
  title: phrase,
  publisher: phrase,
  address,
  /** SPDX identifier or the name of the terms; null where the publisher states none. */
  licence: phrase.nullable(),
  readOn: day,
  kind: z.enum(['dataset', 'repository', 'documentation', 'api']),
});

/** Where a statement rests: a source and, within it, the exact place (a commit-pinned file and lines, or a page). */
export const evidence = z.strictObject({ source: z.string(), address, note: phrase.optional() });

const conditions = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), phrase);

const value = z.union([z.number(), z.string().min(1).max(400), z.boolean(), z.array(phrase).min(1).max(400)]);

/** True when the value has the shape its signal asks for. */
function hasType(candidate: z.infer<typeof value>, type: ValueType): boolean {
  switch (type) {
    case 'count':
      return typeof candidate === 'number' && Number.isSafeInteger(candidate) && candidate >= 0;
    case 'score':
      return typeof candidate === 'number' && Number.isFinite(candidate);
    case 'share':
      return typeof candidate === 'number' && candidate >= 0 && candidate <= 1;
    case 'decimal':
      return typeof candidate === 'string' && /^(0|[1-9]\d{0,11})(\.\d{1,18})?$/.test(candidate);
    case 'date':
      return typeof candidate === 'string' && day.safeParse(candidate).success;
    case 'text':
      return typeof candidate === 'string';
    case 'list':
      return Array.isArray(candidate);
    case 'flag':
      return typeof candidate === 'boolean';
  }
}

const isWithin = (candidate: unknown, [low, high]: readonly [number, number]): boolean =>
  typeof candidate === 'number' && low <= candidate && candidate <= high;

const factShape = z.strictObject({
  signal: z.string().refine(isSignalId, 'is not a signal of lib/catalog/signals.ts'),
  /** Left out exactly when `notApplicable` says why the signal cannot be asked of this tool. */
  value: value.optional(),
  notApplicable: phrase.optional(),
  conditions: conditions.optional(),
  /** The measurement's own uncertainty, low and high in the unit of the value (a 95 % interval unless the note says otherwise). */
  interval: z.tuple([z.number(), z.number()]).optional(),
  asOf: day,
  source: z.string(),
  address: address.optional(),
  method: z.enum(methods),
  note: sentence.optional(),
  /** The key of the fact that this one corrects; the corrected fact stays in the history. */
  corrects: z.string().optional(),
});

export const fact = factShape.superRefine((candidate, context) => {
  const stated = candidate.value !== undefined;
  if (stated === (candidate.notApplicable !== undefined)) {
    context.addIssue({ code: 'custom', path: ['value'], message: 'needs either a value or notApplicable, not both; leave the fact out when nothing is known' });
    return;
  }
  if (!isSignalId(candidate.signal)) return;
  if (candidate.value !== undefined && !hasType(candidate.value, signals[candidate.signal].type)) {
    context.addIssue({ code: 'custom', path: ['value'], message: `must be a ${signals[candidate.signal].type} for ${candidate.signal}` });
  }
  if (candidate.interval && !isWithin(candidate.value, candidate.interval)) {
    context.addIssue({ code: 'custom', path: ['interval'], message: 'must be low, then high, with the value between them' });
  }
  const { pattern }: Signal = signals[candidate.signal];
  if (pattern && typeof candidate.value === 'string' && !pattern.test(candidate.value)) {
    context.addIssue({ code: 'custom', path: ['value'], message: `must match ${pattern.source} for ${candidate.signal}` });
  }
});

/** A sentence about the tool with the label of its method and the places it rests on. */
const claim = z.strictObject({ text: sentence, method: z.enum(methods), evidence: z.array(evidence).min(1) });

const versus = z.strictObject({
  /** The tool compared with; it must be listed. */
  tool: slug,
  text: sentence,
  method: z.enum(methods),
  evidence: z.array(evidence).min(1),
});

export const capability = z.strictObject({
  /** Stable within the tool: what was learned about it hangs on this key, so it outlives a rewording. */
  key: slug,
  /** The job node shared between tools, as a slug: 'stream-responses', 'run-gguf-models'. */
  job: slug,
  name: z.string().trim().min(3).max(70),
  description: z.string().trim().min(40).max(600),
  unique: claim.optional(),
  versus: z.array(versus).max(4).default([]),
  inputs: z.array(phrase).min(1).max(8),
  outputs: z.array(phrase).min(1).max(8),
  limitations: z.array(sentence).max(6),
  /** What a person would type to get this done. */
  needs: z.array(z.string().trim().min(8).max(140)).min(1).max(8),
  evidence: z.array(evidence).min(1),
});

const relation = z.strictObject({
  type: z.enum(['runs-on', 'used-with', 'successor-of']),
  tool: slug,
  reason: sentence,
  evidence: z.array(evidence).min(1),
});

const recordShape = z.strictObject({
  $schema: z.string().optional(),
  /** Never changes, also when the slug does. */
  id: slug,
  slug,
  kind: z.enum(kinds),
  category: z.enum(categoryIds),
  name: z.string().trim().min(1).max(60),
  vendor: phrase,
  /** One sentence of ours: what it is and for whom. */
  summary: z.string().trim().min(30).max(220),
  /** Completes "pick it for …" in an answer. */
  pickFor: z.string().trim().min(10).max(140),
  /** What the capabilities were described from: 'the README at commit 12fa950'. */
  describedFrom: phrase,
  /** Other names, ids and old slugs; each may belong to one tool only. */
  aliases: z.array(z.string().trim().min(1).max(120)).max(20),
  homepage: address.optional(),
  repository: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/)
    .optional(),
  /** Sources used by this record alone, beside the shared ones of sources.json. */
  sources: z.array(source).default([]),
  facts: z.array(fact).min(1),
  /** Written by hand; a tool without any gets those that follow from its facts (lib/derive/derive-capabilities.ts). */
  capabilities: z.array(capability).max(20).default([]),
  relations: z.array(relation).max(12).default([]),
});

/** Adds an issue for every key that occurs twice. */
function refuseRepeats(keys: readonly (string | null)[], path: string, context: z.RefinementCtx): void {
  const seen = new Set<string>();
  keys.forEach((key, index) => {
    if (key === null) return;
    if (seen.has(key)) context.addIssue({ code: 'custom', path: [path, index], message: `"${key}" occurs twice` });
    seen.add(key);
  });
}

const text = z.string().nullable().catch(null);
const keyed = z.object({ key: text }).catch({ key: null });
const identified = z.object({ id: text }).catch({ id: null });
const signalled = z.object({ signal: z.string().refine(isSignalId).nullable().catch(null) }).catch({ signal: null });

/** As much of a record as the checks between its parts need, whatever else is wrong with it. */
const comparable = z.object({
  kind: z.enum(kinds).nullable().catch(null),
  category: text,
  aliases: z.array(text).catch([]),
  sources: z.array(identified).catch([]),
  facts: z.array(signalled).catch([]),
  capabilities: z.array(keyed).catch([]),
});

/** Runs also when parts are wrong, so that every issue of a file is reported at once. */
function checkParts(candidate: unknown, context: z.RefinementCtx): void {
  const { kind, category, aliases, sources, facts, capabilities } = comparable
    .catch({ kind: null, category: null, aliases: [], sources: [], facts: [], capabilities: [] })
    .parse(candidate);
  refuseRepeats(
    capabilities.map((each) => each.key),
    'capabilities',
    context,
  );
  refuseRepeats(aliases, 'aliases', context);
  refuseRepeats(
    sources.map((each) => each.id),
    'sources',
    context,
  );
  facts.forEach(({ signal }, index) => {
    if (signal === null || kind === null || category === null || appliesTo(signal, kind, category)) return;
    context.addIssue({ code: 'custom', path: ['facts', index, 'signal'], message: `${signal} does not apply to a ${kind} in ${category}` });
  });
}

/** One tool, as a reviewed file holds it. Strict: an unknown key is an error, so a typing slip is not lost. */
export const record = recordShape.superRefine(checkParts, { when: () => true });

export type Source = z.infer<typeof source>;
export type Evidence = z.infer<typeof evidence>;
export type Fact = z.infer<typeof fact>;
export type FactValue = NonNullable<Fact['value']>;
export type Capability = z.infer<typeof capability>;
export type ToolRecord = z.infer<typeof record>;
