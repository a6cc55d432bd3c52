import { afterEach, expect, test, vi } from 'vitest';
import { drawImage, getFaces } from '../../../app/twin/png/draw';
import { compareTools } from '../../../lib/compare/compare';
import { describeComparisonImage, describeToolImage } from '../../../lib/pages/share-image';
import type { RankedTool } from '../../../lib/rank/ranked-tool';
import { realTool, realTools } from '../support/real-tools';

const snapshot = { id: 'a', asOf: '2026-08-22', formula: '1', toolCount: 1, factCount: 1, committedAt: '2026-11-28T00:00:00Z' };
const counted = { since: '2026-11-23', until: '2026-11-28' };
const named = (slug: string, name: string): RankedTool => ({ ...realTool(slug), name });
const longest = [...realTools].sort((a, b) => b.name.length - a.name.length).slice(0, 4);

afterEach(() => vi.restoreAllMocks());

/** Width and height as the header of a PNG says them. */
const sizeOf = (png: Buffer): number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];

test.each([
  ['plain names', [realTool('vllm'), realTool('sglang')]],
  ['the four longest names', longest],
  ['one tool without a rank', [realTool('cohere-transcribe')]],
  ['Chinese and Japanese', [named('vllm', '通义千问'), named('sglang', '日本語モデル')]],
  ['Arabic, and emoji alone', [named('vllm', 'نموذج اللغة'), named('sglang', '🦙🦙')]],
  ['Indic, and signs of mathematics', [named('vllm', 'हिन्दी'), named('sglang', 'ℝ ∑ 𝕏 α')]],
  ['one endless word', [named('vllm', 'A'.repeat(200)), named('sglang', '<b>"&')]],
])('%s make a picture without asking a network', async (_title, tools) => {
  const asked: string[] = [];
  const real = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const address = String(input instanceof Request ? input.url : input);
    if (/^https?:/.test(address)) asked.push(address);
    return real(input, init);
  });
  const { covers } = await getFaces();
  const [only] = tools;
  const image =
    tools.length === 1 && only ? describeToolImage(only, snapshot, covers) : describeComparisonImage(compareTools(tools, counted), snapshot, covers);
  const response = await drawImage(image);
  const png = Buffer.from(await response.arrayBuffer());
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(sizeOf(png)).toEqual([1200, 630]);
  expect(png.length).toBeLessThan(250_000);
  expect(asked).toEqual([]);
});

test('a name that cannot be drawn is its slug; a rank, a fact and a date always stand there', async () => {
  const { covers } = await getFaces();
  const image = describeComparisonImage(compareTools([named('vllm', '通义千问'), realTool('sglang')], counted), snapshot, covers);
  expect(image.tools.map(({ name }) => name)).toEqual(['SGLang', 'vllm']);
  expect(image.fact).not.toBe('');
  expect(image.date).toBe('22 August 2026');
});
