import { z } from 'zod';
import type { CategoryId } from '../catalog/categories';
import type { ParsedSource, SourceEntry } from '../catalog/entry';
import type { Fact } from '../catalog/record';
import { type SignalId, signals } from '../catalog/signals';
import { collectEntries, type Reject } from './collect-entries';
import { isFreeLicence, readLicence } from './licence-name';
import { nameVendor } from './makers';
import { listRows, readJson, SourceFileError } from './read-rows';
import type { ReadOptions } from './source-module';
import { httpsOnly, keepSingle, readCount, readDay, readHubId, readRow, stateFacts } from './state-facts';

const title = 'LLM Stats';
const source = 'llm-stats';

const benchmark = z.object({
  benchmark_id: z.string(),
  score: z.number(),
  is_self_reported: z.boolean().nullish(),
  self_reported_source_link: z.string().nullish(),
  analysis_method: z.string().nullish(),
  created_at: z.string().nullish(),
});
type Benchmark = z.infer<typeof benchmark>;

const member = z.object({
  model: z.object({
    name: z.string(),
    organization_id: z.string().nullish(),
    release_date: z.string().nullish(),
    license_id: z.string().nullish(),
    multimodal: z.boolean().nullish(),
    knowledge_cutoff: z.string().nullish(),
    param_count: z.number().nullish(),
    source_weights_link: z.string().nullish(),
    source_scorecard_blog_link: z.string().nullish(),
  }),
  benchmarks: z.array(z.unknown()).nullish(),
});
type Member = z.infer<typeof member>;

const scored: ReadonlyMap<string, SignalId> = new Map([
  ['swe-bench-verified', 'swe-bench-verified'],
  ['mmlu', 'mmlu'],
  ['mmlu-pro', 'mmlu-pro'],
  ['aime-2025', 'aime-2025'],
  ['livecodebench', 'livecodebench'],
  ["humanity's-last-exam", 'humanitys-last-exam'],
  ['mmmu', 'mmmu'],
] as const);

/** GPQA is three sets of questions; only results said to be of the diamond set are of that signal. */
function findSignal({ benchmark_id: id, analysis_method: method }: Benchmark): SignalId | null {
  if (id === 'gpqa') return /diamond/i.test(method ?? '') ? 'gpqa-diamond' : null;
  return scored.get(id) ?? null;
}

/** How it was run. A sentence about it is its author's to say, so only what is short enough to be a setting is repeated. */
function readSetting(method: string | null | undefined): string {
  if (!method?.trim()) return 'not stated';
  return method.length <= 40 ? method.trim() : 'as described at the address';
}

function stateBenchmark(value: unknown, asOf: string, reject: Reject): Fact[] {
  const read = benchmark.safeParse(value);
  if (!read.success) {
    reject(`benchmarks: ${read.error.issues[0]?.path.join('.')} ${read.error.issues[0]?.message}`);
    return [];
  }
  const each = read.data;
  const signal = findSignal(each);
  if (signal === null) return [];
  if (each.score < 0 || each.score > 1) {
    reject(`${each.benchmark_id.slice(0, 60)}: ${each.score} is no share of 1`);
    return [];
  }
  const method = each.is_self_reported === false ? 'measured' : 'vendor-claimed';
  const state = stateFacts({ asOf: readDay(each.created_at) ?? asOf, source, method, address: httpsOnly(each.self_reported_source_link) });
  return state(signal, each.score, { conditions: { benchmark: signals[signal].label, setting: readSetting(each.analysis_method) } });
}

function stateMember({ model, benchmarks }: Member, asOf: string, reject: Reject): Fact[] {
  const address = httpsOnly(model.source_weights_link) ?? httpsOnly(model.source_scorecard_blog_link);
  const state = stateFacts({ asOf, source, method: 'vendor-claimed', address });
  const weights = model.source_weights_link ? true : model.license_id === 'proprietary' ? false : null;
  // Without weights the list names a licence all the same: that of the page, or of nothing.
  const licence = weights === true ? readLicence(model.license_id) : null;
  return [
    ...state('released', readDay(model.release_date)),
    ...state('licence', licence !== null && isFreeLicence(licence) ? licence : (licence?.replaceAll('_', ' ') ?? null)),
    ...state('open-weights', weights),
    ...state('knowledge-cutoff', readDay(model.knowledge_cutoff)),
    ...state('parameters', readCount(model.param_count, 'param_count', reject)),
    ...(benchmarks ?? []).flatMap((each) => stateBenchmark(each, asOf, reject)),
  ];
}

/** The list says of no model what it puts out; all of them are language models. */
const category: CategoryId = 'chat-model';

function toEntry(at: string, id: string, each: Member, hub: string | null, facts: Fact[]): SourceEntry {
  const vendor = nameVendor(each.model.organization_id ?? id.split('/')[0] ?? '');
  return {
    at,
    names: [`llm-stats:${id}`, ...(hub === null ? [] : [`hf:${hub}`])],
    tool: { name: each.model.name.trim(), kind: 'model', category, vendor },
    facts,
  };
}

/**
 * The leaderboard of LLM Stats as one document: `models` by 'organisation/model', each with `model` and `benchmarks`. Its
 * offers of hosts are left out: they are older than those of other sources and name no page to check them on.
 */
export function parseLlmStats(text: string, read: ReadOptions): ParsedSource {
  const file = z.object({ models: z.record(z.string(), z.unknown()) }).safeParse(readJson(text, title));
  if (!file.success) throw new SourceFileError(`This is no file of ${title}: it has no "models".`);
  const hubIds = keepSingle(Object.values(file.data.models).map((value) => readHubId(member.safeParse(value).data?.model.source_weights_link)));
  return collectEntries(listRows(file.data.models, 'models'), read, (row, reject) => {
    const each = readRow(member, row, reject);
    if (each === null) return [];
    const facts = stateMember(each, read.asOf, reject);
    return [toEntry(row.at, row.at.slice('models.'.length), each, hubIds(readHubId(each.model.source_weights_link)), facts)];
  });
}
