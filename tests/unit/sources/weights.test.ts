import { expect, test } from 'vitest';
import { parseHuggingFace } from '@/lib/sources/hugging-face';
import { readLicence } from '@/lib/sources/licence-name';
import { parseLlmStats } from '@/lib/sources/llm-stats';
import { parseMteb } from '@/lib/sources/mteb';

const bge = {
  name: 'BAAI/bge-m3',
  revision: '5617a9f',
  release_date: '2024-06-28',
  n_parameters: 568000000,
  max_tokens: 8194.0,
  embed_dim: 1024,
  license: 'mit',
  open_weights: true,
  reference: 'https://huggingface.co/BAAI/bge-m3',
  scores: { ArguAna: 0.54038, STS12: 0.78733 },
};
const mteb = (...rows: Record<string, unknown>[]) => parseMteb(rows.map((row) => JSON.stringify(row)).join('\n'), { asOf: '2026-08-20' });

test('mteb: a model is listed with its properties and the tasks that have a signal', () => {
  const [entry] = mteb(bge).entries;
  expect(entry).toMatchObject({ names: ['mteb:BAAI/bge-m3', 'hf:BAAI/bge-m3'], tool: { name: 'bge-m3', category: 'embedding-model', vendor: 'BAAI' } });
  expect(entry?.facts).toContainEqual({
    signal: 'mteb-arguana',
    value: 0.54038,
    conditions: { benchmark: 'ArguAna', metric: 'nDCG@10' },
    asOf: '2026-08-20',
    source: 'mteb-results',
    method: 'measured',
  });
  expect(entry?.facts.map(({ signal, value }) => `${signal} ${value}`)).toEqual(
    expect.arrayContaining(['context-tokens 8194', 'parameters 568000000', 'licence MIT', 'open-weights true']),
  );
});

test('mteb: a later revision adds what the first lacks and lists nothing; the same revision twice is rejected', () => {
  const later = { ...bge, revision: '2', embed_dim: 99, scores: { ArguAna: 0.1, SCIDOCS: 0.16308 } };
  const { entries, rejected } = mteb(bge, later, later);
  expect(entries[1]?.tool).toBeNull();
  expect(entries[1]?.facts.map(({ signal }) => signal)).toEqual(['mteb-scidocs']);
  expect(rejected).toEqual([{ at: 'line 3', reason: 'revision "2" of BAAI/bge-m3 stands already before' }]);
});

test('mteb: what Python writes as no number is unknown, not zero and not a broken line', () => {
  const { entries, rejected } = parseMteb('{"name": "a/b", "max_tokens": NaN, "embed_dim": Infinity, "scores": {"ArguAna": NaN, "SCIDOCS": 0}}', {
    asOf: '2026-08-20',
  });
  expect(rejected).toEqual([]);
  expect(entries[0]?.facts.map(({ signal, value }) => [signal, value])).toContainEqual(['mteb-scidocs', 0]);
  expect(entries[0]?.facts.map(({ signal }) => signal)).not.toContain('mteb-arguana');
});

const score = (more = {}) => ({
  benchmark_id: 'mmlu',
  score: 0.93,
  is_self_reported: true,
  self_reported_source_link: 'https://example.org/card',
  analysis_method: '5-shot',
  created_at: '2025-07-19T19:56:11Z',
  ...more,
});
const stats = (benchmarks: unknown[], model = {}, id = 'ai21/jamba') =>
  parseLlmStats(JSON.stringify({ models: { [id]: { model: { name: 'Jamba', organization_id: 'ai21', license_id: 'apache_2_0', ...model }, benchmarks } } }), {
    asOf: '2025-10-16',
  });

test("llm-stats: a result that a maker reported is the maker's claim, with the page, the setting and the day", () => {
  expect(stats([score()]).entries[0]?.facts.at(-1)).toEqual({
    signal: 'mmlu',
    value: 0.93,
    conditions: { benchmark: 'MMLU', setting: '5-shot' },
    asOf: '2025-07-19',
    source: 'llm-stats',
    method: 'vendor-claimed',
    address: 'https://example.org/card',
  });
  expect(stats([score({ is_self_reported: false })]).entries[0]?.facts.at(-1)?.method).toBe('measured');
});

test('llm-stats: a sentence about a run is not repeated, and a setting that is not stated says so', () => {
  const setting = (analysis_method: string | null) => stats([score({ analysis_method })]).entries[0]?.facts.at(-1)?.conditions?.setting;
  expect(setting('x'.repeat(41))).toBe('as described at the address');
  expect(setting(null)).toBe('not stated');
});

test('llm-stats: only the diamond set of GPQA is GPQA Diamond', () => {
  const gpqa = (analysis_method: string) => stats([score({ benchmark_id: 'gpqa', analysis_method })]).entries[0]?.facts.at(-1)?.signal;
  expect([gpqa('Diamond, Pass@1'), gpqa('0-shot')]).toEqual(['gpqa-diamond', undefined]);
});

test('llm-stats: a score out of range is rejected by itself', () => {
  const { entries, rejected } = stats([score({ score: 93 }), score()]);
  expect(rejected).toEqual([{ at: 'models.ai21/jamba', reason: 'mmlu: 93 is no share of 1' }]);
  expect(entries[0]?.facts.filter(({ signal }) => signal === 'mmlu')).toHaveLength(1);
});

const pro = {
  id: 'deepseek-ai/DeepSeek-V4-Pro',
  downloads: 457348,
  pipelineTag: 'text-generation',
  tags: ['transformers', 'license:mit'],
};
const hub = (content: unknown) => parseHuggingFace(JSON.stringify(content), { asOf: '2026-05-04' });

test("hugging-face: the Hub's own answer and a list made from it say the same", () => {
  const { pipelineTag, ...rest } = pro;
  const own = hub([{ ...rest, pipeline_tag: pipelineTag, private: false }]);
  expect(own).toEqual(hub({ fetchedAt: '2026-05-04T04:10:37Z', models: [pro] }));
  expect(own.entries[0]).toMatchObject({
    names: ['hf:deepseek-ai/DeepSeek-V4-Pro'],
    tool: { name: 'DeepSeek-V4-Pro', category: 'chat-model', vendor: 'DeepSeek' },
  });
  expect(own.entries[0]?.facts[0]).toEqual({
    signal: 'hf-downloads-30d',
    value: 457348,
    asOf: '2026-05-04',
    source: 'hugging-face-hub',
    method: 'measured',
    address: 'https://huggingface.co/deepseek-ai/DeepSeek-V4-Pro',
  });
});

test('hugging-face: no downloads are zero, an absent count is unknown', () => {
  const downloads = (value: unknown) => hub([{ ...pro, downloads: value }]).entries[0]?.facts.find(({ signal }) => signal === 'hf-downloads-30d')?.value;
  expect([downloads(0), downloads(null), downloads(undefined)]).toEqual([0, undefined, undefined]);
});

test.each([
  ['text-ranking', 'unsorted'],
  ['image-to-video', 'video-model'],
  [null, 'unsorted'],
  ['toString', 'unsorted'],
])('hugging-face: the task %s is filed under %s', (pipelineTag, category) => {
  expect(hub([{ ...pro, pipelineTag }]).entries[0]?.tool?.category).toBe(category);
});

test('hugging-face: a second model of one id and a name that is too long are rejected', () => {
  expect(hub([pro, pro, { ...pro, id: `a/${'x'.repeat(100)}` }]).rejected.map(({ at }) => at)).toEqual(['models[1]', 'models[2]']);
});

test.each([
  ['apache-2.0', 'Apache-2.0'],
  ['MIT', 'MIT'],
  ['gemma', 'gemma'],
  ['other', null],
  ['not specified', null],
  [null, null],
])('the licence %j is %j', (written, licence) => {
  expect(readLicence(written)).toBe(licence);
});
