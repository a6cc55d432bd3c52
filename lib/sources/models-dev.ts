import { z } from 'zod';
import type { CategoryId } from '../catalog/categories';
import type { ParsedSource, SourceEntry } from '../catalog/entry';
import type { Fact } from '../catalog/record';
import { collectEntries, type Reject } from './collect-entries';
import { readLicence } from './licence-name';
import { findMaker, isMovingId, nameVendor, ownHostAlias } from './makers';
import { modelsDevBenchmark, stateBenchmarks } from './models-dev-benchmarks';
import { groupOffers, type Offers, stateOwnPrices, tail } from './models-dev-offers';
import { listRows, readJson, SourceFileError } from './read-rows';
import type { ReadOptions } from './source-module';
import { keepSingle, readCount, readDay, readHubId, readRow, stateFacts } from './state-facts';

const title = 'models.dev catalogue';
const source = 'models-dev';
const words = z.array(z.string()).nullish();

const model = z.object({
  name: z.string(),
  release_date: z.string().nullish(),
  knowledge: z.string().nullish(),
  open_weights: z.boolean().nullish(),
  license: z.string().nullish(),
  limit: z.object({ context: z.number().nullish(), output: z.number().nullish() }).nullish(),
  modalities: z.object({ input: words, output: words }).nullish(),
  benchmarks: z.array(modelsDevBenchmark).nullish(),
  weights: z.array(z.object({ url: z.string().nullish() })).nullish(),
});
type Model = z.infer<typeof model>;

function findCategory(id: string, makes: readonly string[]): CategoryId {
  if (/embed/i.test(id)) return 'embedding-model';
  if (/rerank|moderation|safety|guard|-ocr/i.test(id)) return 'unsorted';
  if (makes.includes('video')) return 'video-model';
  if (makes.includes('image')) return makes.includes('text') ? 'chat-model' : 'image-model';
  if (makes.includes('audio')) return makes.includes('text') ? 'chat-model' : 'speech-model';
  // Transcription is filed as text out; the name is all that tells it from a chat.
  if (/whisper|transcribe/i.test(id)) return 'speech-model';
  return makes.includes('text') ? 'chat-model' : 'unsorted';
}

function stateModel(each: Model, id: string, offers: Offers, { asOf }: ReadOptions, reject: Reject): Fact[] {
  const state = stateFacts({ asOf, source, method: 'vendor-claimed' });
  const host = { conditions: { host: 'as its maker states' } };
  const hosts = offers.hostsOf(id);
  const closed = each.open_weights === false;
  return [
    ...stateRelease(id, readDay(each.release_date), offers, asOf),
    ...state('open-weights', each.open_weights),
    ...state('context-tokens', readCount(each.limit?.context, 'limit.context', reject), host),
    ...state('output-tokens', readCount(each.limit?.output, 'limit.output', reject), host),
    ...state('modalities-in', each.modalities?.input, host),
    ...state('modalities-out', each.modalities?.output, host),
    ...state('knowledge-cutoff', readDay(each.knowledge)),
    ...state('licence', readLicence(each.license)),
    ...state('hosts', hosts > 0 ? hosts : null, { method: 'derived', note: hostsNote }),
    ...(closed ? notApplicable(asOf) : []),
    ...stateOwnPrices(offers, id, asOf, reject),
    ...stateBenchmarks(each.benchmarks ?? [], asOf, reject),
  ];
}

const hostsNote = 'Distinct providers in models.dev with an offer of this model id.';

/** The day of the catalogue, else the one that its providers agree on. */
function stateRelease(id: string, stated: string | null, offers: Offers, asOf: string): Fact[] {
  const state = stateFacts({ asOf, source, method: 'vendor-claimed' });
  if (stated !== null) return state('released', stated);
  const agreed = offers.agreedDay(id);
  const note = `The day that ${agreed?.providers} of the ${agreed?.of} providers in models.dev with a day of release for it state.`;
  return state('released', agreed?.day, { method: 'derived', note });
}

/** How many providers offer a model that the catalogue only knows from its offers, and when it came out. */
function countHosts(at: string, id: string, offers: Offers, { asOf }: ReadOptions): SourceEntry[] {
  const facts = stateFacts({ asOf, source, method: 'derived' })('hosts', offers.hostsOf(id), { note: hostsNote });
  return [{ at, names: [`openrouter:${id}`], tool: null, facts: [...facts, ...stateRelease(id, null, offers, asOf)] }];
}

/** What cannot be asked of a model whose weights are not published. */
function notApplicable(asOf: string): Fact[] {
  const shared = { asOf, source, method: 'derived' } as const;
  return [
    { signal: 'hf-downloads-30d', ...shared, notApplicable: 'The weights are not published.' },
    { signal: 'licence', ...shared, notApplicable: "Hosted only: one accepts the host's terms, there is no licence to the weights." },
  ];
}

function toNames(id: string, each: Model, offers: Offers, hubIds: ReturnType<typeof keepSingle>): SourceEntry['names'] {
  const [author = ''] = id.split('/');
  const maker = findMaker(author);
  const own = offers.findOwn(id);
  const hub = isMovingId(id) ? null : hubIds(findHubId(each));
  const routed = offers.findRouted(id);
  return [
    `models.dev:${id}`,
    ...(maker && own ? ownHostAlias(maker, own.id) : []),
    ...(routed === null ? [] : [`openrouter:${routed}`]),
    ...(hub === null ? [] : [`hf:${hub}`]),
  ];
}

/** The model's place on Hugging Face, where the file names exactly one. */
function findHubId(each: Model): string | null {
  const ids = (each.weights ?? []).flatMap(({ url }) => readHubId(url) ?? []);
  return ids.length === 1 ? (ids[0] ?? null) : null;
}

const catalogue = z.object({
  models: z.record(z.string(), z.unknown()),
  providers: z.record(z.string(), z.unknown()),
  provider_models: z.array(z.unknown()),
});

/** The catalogue of models.dev with `models`, `providers` and `provider_models`, base models and links resolved. */
export function parseModelsDev(text: string, read: ReadOptions): ParsedSource {
  const file = catalogue.safeParse(readJson(text, title));
  if (!file.success) throw new SourceFileError(`This is no file of ${title}: it has no "models", "providers" and "provider_models".`);
  const { models, providers, provider_models } = file.data;
  const offers = groupOffers(provider_models, providers);
  const hubIds = keepSingle(Object.values(models).map((value) => findHubId(model.safeParse(value).data ?? { name: '' })));
  const rows = listRows(models, 'models');
  const parsed = collectEntries(rows, read, (row, reject) => {
    const each = readRow(model, row, reject);
    const id = row.at.slice('models.'.length);
    if (each === null) return [];
    const category = findCategory(id, each.modalities?.output ?? []);
    const tool = { name: each.name.trim(), kind: 'model' as const, category, vendor: nameVendor(id.split('/')[0] ?? '') };
    return [{ at: row.at, names: toNames(id, each, offers, hubIds), tool, facts: stateModel(each, id, offers, read, reject) }];
  });
  const routed = collectEntries(listRows(offers.listRouted(new Set(Object.keys(models).map(tail))), 'openrouter'), read, ({ at, value }) =>
    countHosts(at, String(value), offers, read),
  );
  return { entries: [...parsed.entries, ...routed.entries], rejected: [...parsed.rejected, ...offers.rejected, ...routed.rejected] };
}
