import { z } from 'zod';
import type { CategoryId } from '../catalog/categories';
import type { ParsedSource, SourceEntry } from '../catalog/entry';
import { collectEntries } from './collect-entries';
import { isFreeLicence, readLicence } from './licence-name';
import { nameVendor } from './makers';
import { listRows, readJson, SourceFileError } from './read-rows';
import type { ReadOptions } from './source-module';
import { readDay, readRow, stateFacts } from './state-facts';

const title = 'Hugging Face models list';
const count = z.number().int().nonnegative().nullish();

/** A model as the Hub's /api/models writes it, or as lists made from it rename its fields. */
const model = z
  .object({
    id: z.string().min(1).max(200),
    downloads: count,
    pipeline_tag: z.string().nullish(),
    pipelineTag: z.string().nullish(),
    tags: z.array(z.string()).nullish(),
    private: z.boolean().nullish(),
    gated: z.union([z.boolean(), z.string()]).nullish(),
    createdAt: z.string().nullish(),
  })
  .transform(({ pipelineTag, ...each }) => ({ ...each, pipeline_tag: each.pipeline_tag ?? pipelineTag ?? null }));
type Model = z.infer<typeof model>;

const categories: Readonly<Record<string, CategoryId>> = {
  'text-generation': 'chat-model',
  'image-text-to-text': 'chat-model',
  'any-to-any': 'chat-model',
  'feature-extraction': 'embedding-model',
  'sentence-similarity': 'embedding-model',
  'text-to-image': 'image-model',
  'image-to-image': 'image-model',
  'image-text-to-image': 'image-model',
  'text-to-video': 'video-model',
  'image-to-video': 'video-model',
  'video-to-video': 'video-model',
  'image-text-to-video': 'video-model',
  'automatic-speech-recognition': 'speech-model',
  'text-to-speech': 'speech-model',
};

function toEntry(at: string, each: Model, { asOf }: ReadOptions): SourceEntry {
  const [author = '', name = each.id] = each.id.split('/');
  const state = stateFacts({ asOf, source: 'hugging-face-hub', method: 'vendor-claimed', address: `https://huggingface.co/${each.id}` });
  const licence = readLicence(each.tags?.find((tag) => tag.startsWith('license:'))?.slice('license:'.length));
  const free = licence !== null && isFreeLicence(licence);
  return {
    at,
    names: [`hf:${each.id}`],
    tool: {
      name,
      kind: 'model',
      category: (each.pipeline_tag !== null && Object.hasOwn(categories, each.pipeline_tag) && categories[each.pipeline_tag]) || 'unsorted',
      vendor: nameVendor(author),
    },
    facts: [
      ...state('hf-downloads-30d', each.downloads, { method: 'measured' }),
      ...state('licence', licence),
      ...state('open-weights', true),
      ...state('tasks', each.pipeline_tag === null ? null : [each.pipeline_tag]),
      ...state('pricing-model', free ? 'free software' : null, {
        method: 'derived',
        note: `Derived from the ${licence} licence of the weights.`,
        address: undefined,
      }),
    ],
  };
}

/** A list of models: the Hub's own answer is the list itself; others hold it under "models" and say when they read it. */
export function parseHuggingFace(text: string, read: ReadOptions): ParsedSource {
  const content = readJson(text, title);
  const file = z.object({ models: z.array(z.unknown()), fetchedAt: z.string().nullish() }).safeParse(Array.isArray(content) ? { models: content } : content);
  if (!file.success) throw new SourceFileError(`This is no file of ${title}: it is no list of models.`);
  const asOf = readDay(file.data.fetchedAt) ?? read.asOf;
  const identify = (value: unknown): string | null => z.object({ id: z.string() }).safeParse(value).data?.id ?? null;
  return collectEntries(listRows(file.data.models, 'models'), { ...read, identify }, (row, reject) => {
    const each = readRow(model, row, reject);
    if (each === null) return [];
    if (each.private === true) reject('a private model');
    return each.private === true ? [] : [toEntry(row.at, each, { asOf })];
  });
}
