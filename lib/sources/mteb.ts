import { z } from 'zod';
import type { ParsedSource, SourceEntry } from '../catalog/entry';
import type { Fact } from '../catalog/record';
import type { SignalId } from '../catalog/signals';
import { collectEntries, type Reject } from './collect-entries';
import { readLicence } from './licence-name';
import { nameVendor } from './makers';
import { type Row, readJsonLines, SourceFileError } from './read-rows';
import type { ReadOptions } from './source-module';
import { readCount, readDay, readHubId, readRow, stateFacts } from './state-facts';

const title = 'MTEB results';

/** The two tasks that are ranked and the four that most models have been run on besides. */
const tasks: ReadonlyMap<string, { signal: SignalId; metric: string }> = new Map([
  ['ArguAna', { signal: 'mteb-arguana', metric: 'nDCG@10' }],
  ['SCIDOCS', { signal: 'mteb-scidocs', metric: 'nDCG@10' }],
  ['TRECCOVID', { signal: 'mteb-trec-covid', metric: 'nDCG@10' }],
  ['FiQA2018', { signal: 'mteb-fiqa', metric: 'nDCG@10' }],
  ['STSBenchmark', { signal: 'mteb-sts-benchmark', metric: 'Spearman of cosine' }],
  ['AmazonCounterfactualClassification', { signal: 'mteb-amazon-counterfactual', metric: 'accuracy' }],
] as const);

/** What Python writes as a number that it does not have, which is no JSON. */
const notNumbers = /([:,[]\s*)(?:NaN|-?Infinity)(?=\s*[,}\]])/g;

const row = z.object({
  name: z.string().min(1),
  revision: z.string().nullish(),
  release_date: z.string().nullish(),
  n_parameters: z.number().nullish(),
  max_tokens: z.number().nullish(),
  embed_dim: z.number().nullish(),
  license: z.string().nullish(),
  open_weights: z.boolean().nullish(),
  reference: z.string().nullish(),
  scores: z.record(z.string(), z.number().nullable()).nullish(),
});
type ModelRow = z.infer<typeof row>;

function stateRow(each: ModelRow, asOf: string, reject: Reject): Fact[] {
  const state = stateFacts({ asOf, source: 'mteb-results', method: 'vendor-claimed' });
  const licence = each.open_weights === false ? null : readLicence(each.license);
  return [
    ...state('embedding-dimensions', readCount(each.embed_dim, 'embed_dim', reject)),
    ...state('context-tokens', readCount(each.max_tokens, 'max_tokens', reject)),
    ...state('released', readDay(each.release_date)),
    ...state('parameters', readCount(each.n_parameters, 'n_parameters', reject)),
    ...state('licence', licence),
    ...state('open-weights', each.open_weights),
    // Its tasks are of text alone; a model that has run none of them may read pictures only.
    ...state('modalities-in', Object.keys(each.scores ?? {}).some((task) => tasks.has(task)) ? ['text'] : null, { method: 'derived' }),
    ...state('modalities-out', ['embeddings'], { method: 'derived' }),
    ...Object.entries(each.scores ?? {}).flatMap(([task, score]) => {
      const known = tasks.get(task);
      if (!known || score === null) return [];
      if (score >= 0 && score <= 1) return state(known.signal, score, { method: 'measured', conditions: { benchmark: task, metric: known.metric } });
      reject(`${task} ${score} is no share of 1, in which the task is measured`);
      return [];
    }),
  ];
}

function toEntry(at: string, each: ModelRow, { asOf }: ReadOptions, reject: Reject): SourceEntry {
  const [author = '', ...rest] = each.name.split('/');
  const hub = readHubId(each.reference);
  return {
    at,
    names: [`mteb:${each.name}`, ...(hub?.toLowerCase() === each.name.toLowerCase() ? [`hf:${hub}`] : [])],
    tool: { name: rest.length > 0 ? rest.join('/') : each.name, kind: 'model', category: 'embedding-model', vendor: nameVendor(author) },
    facts: stateRow(each, asOf, reject),
  };
}

/**
 * One object a model and revision. A model is one tool whatever the revision: the first row of a name lists it, later
 * ones add only the results that the ones before them lack.
 */
export function parseMteb(text: string, read: ReadOptions): ParsedSource {
  const rows = readJsonLines(text.replace(notNumbers, '$1null'), title);
  if (!rows.rows.some(({ value }) => row.safeParse(value).success)) throw new SourceFileError(`This is no file of ${title}: no line names a model.`);
  const seen = new Map<string, { revisions: Set<string>; signals: Set<string> }>();
  return collectEntries(rows, read, (each: Row, reject) => {
    const found = readRow(row, each, reject);
    if (found === null) return [];
    const known = seen.get(found.name.toLowerCase());
    const revision = found.revision ?? '';
    if (known?.revisions.has(revision)) {
      reject(`revision "${revision.slice(0, 40)}" of ${found.name.slice(0, 80)} stands already before`);
      return [];
    }
    const entry = toEntry(each.at, found, read, reject);
    const facts = entry.facts.filter(({ signal }) => !known?.signals.has(signal));
    seen.set(found.name.toLowerCase(), {
      revisions: new Set([...(known?.revisions ?? []), revision]),
      signals: new Set([...(known?.signals ?? []), ...facts.map(({ signal }) => signal)]),
    });
    return [{ ...entry, tool: known ? null : entry.tool, facts }];
  });
}
