import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AlignedJob, type Alignment, alignCapabilities, heldAgainst } from '../../../lib/compare/align-capabilities';
import { alignedPairs, countHits, hideJobs, scorePrecision, scoreRecall } from '../../support/labelled-pairs';
import { aCapability, aTool } from '../support/a-tool';
import { realCuratedPairs, realPairs, realTool, realTools } from '../support/real-tools';

const described = realTools.filter(({ capabilities }) => capabilities.length > 0);
const bothDescribed = realPairs.filter((pair) => pair.every(({ capabilities }) => capabilities.length > 0));
const pairs = [...realCuratedPairs, ...bothDescribed, ...alignedPairs.map(({ tools: [a, b] }) => [realTool(a), realTool(b)] as const)];
const [vllm, sglang, tgi, ollama] = [realTool('vllm'), realTool('sglang'), realTool('tgi'), realTool('ollama')];

/** An alignment in keys alone; `turn` gives each job's tools in the other order. */
function spell({ all, some, only }: Alignment, turn: boolean) {
  const line = ({ does, strength, words, job }: AlignedJob) => ({
    does: (turn ? [...does].reverse() : does).map((capabilities) => capabilities.map(({ key }) => key)),
    ...{ strength, words, job },
  });
  return { all: all.map(line), some: some.map(line), only: (turn ? [...only].reverse() : only).map((jobs) => jobs.map(line)) };
}

const countParts = ({ all, some, only }: Alignment): number[] => [all.length, some.length, ...only.map((jobs) => jobs.length)];

test('the other order says the same, mirrored', () => {
  expect(pairs.length).toBeGreaterThan(120);
  for (const [a, b] of pairs) expect(spell(alignCapabilities([b, a]), true)).toEqual(spell(alignCapabilities([a, b]), false));
});

test('a tool against itself shares every job, each with itself, as surely as can be', () => {
  for (const tool of described) {
    const { all, some, only } = alignCapabilities([tool, tool]);
    expect(some).toEqual([]);
    expect(only, tool.slug).toEqual([[], []]);
    expect(new Set(all.map(({ job }) => job))).toEqual(new Set(tool.capabilities.map(({ job }) => job)));
    for (const { does, strength } of all) {
      expect(does[0]).toEqual(does[1]);
      expect(strength).toBe(1);
    }
  }
});

test('every capability stands exactly once, also among three and four tools', () => {
  for (const tools of [...pairs, [vllm, sglang, tgi], [vllm, sglang, tgi, ollama]]) {
    const { all, some, only } = alignCapabilities(tools);
    tools.forEach((tool, index) => {
      const placed = [...all, ...some, ...only.flat()].flatMap(({ does }) => does[index] ?? []).map(({ key }) => key);
      expect(placed.sort()).toEqual(tool.capabilities.map(({ key }) => key).sort());
    });
  }
});

test('of three tools some do what all do, some what two do, and a job of two has no third', () => {
  const { all, some, only } = alignCapabilities([vllm, sglang, tgi]);
  expect(all.length).toBeGreaterThan(2);
  expect(some.length).toBeGreaterThan(0);
  for (const { does } of all) expect(does.every((capabilities) => capabilities.length > 0)).toBe(true);
  for (const { does } of some) expect(does.filter((capabilities) => capabilities.length > 0)).toHaveLength(2);
  expect(only).toHaveLength(3);
});

test('splitting a capability in two, in whatever words, moves nothing from one part to another', () => {
  const splitting = fc.record({ pair: fc.constantFrom(...pairs), at: fc.nat(11), cut: fc.double({ min: 0.2, max: 0.8, noNaN: true }), repeat: fc.boolean() });
  fc.assert(
    fc.property(splitting, ({ pair: [tool, other], at, cut, repeat }) => {
      const whole = tool.capabilities[at % tool.capabilities.length];
      if (!whole) return;
      const words = whole.description.split(' ');
      const middle = Math.round(words.length * cut);
      const halves = [words.slice(0, middle), words.slice(middle)].map((part, index) => ({
        ...whole,
        key: `${whole.key}-${index}`,
        description: repeat ? whole.description : part.join(' '),
      }));
      const split = { ...tool, capabilities: [...tool.capabilities.filter((each) => each !== whole), ...halves] };
      expect(countParts(alignCapabilities([split, other]))).toEqual(countParts(alignCapabilities([tool, other])));
    }),
    { numRuns: 150, seed: 7 },
  );
});

test('what two differently worded texts of differently named jobs have in common lines them up, and is named', () => {
  const one = aTool({
    name: 'One',
    capabilities: [
      aCapability('pause', {
        job: 'pause-for-approval',
        name: 'Pauses for approval of a tool call',
        description: 'A tool waits until a person approves or rejects it.',
      }),
    ],
  });
  const other = aTool({
    name: 'Other',
    capabilities: [
      aCapability('ask', {
        job: 'human-in-the-loop',
        name: 'Asks a human before a tool call runs',
        description: 'The person confirms, rejects or edits; the run waits for the decision.',
      }),
    ],
  });
  const { all } = alignCapabilities([one, other]);
  expect(all).toHaveLength(1);
  expect(all[0]?.job).toBeNull();
  expect(all[0]?.strength).toBeGreaterThan(0.5);
  expect(all[0]?.words).toContainEqual(['asks', 'pauses']);
});

test('texts that rules wrote are lined up by their job alone: the wording is that of the rules', () => {
  const derived = (job: string, name: string) => ({ ...aCapability(job, { name }), derivedFrom: [] });
  const one = aTool({ capabilities: [derived('call-tools', 'Call your functions')] });
  const other = aTool({ capabilities: [derived('json-answers', 'Call your functions')] });
  expect(alignCapabilities([one, other]).all).toEqual([]);
  expect(alignCapabilities([one, one]).all).toHaveLength(1);
});

test('the words of the tools’ own names line up nothing', () => {
  const brand = (job: string, says: string) =>
    aTool({
      name: 'Quasar',
      capabilities: [aCapability(job, { name: `Quasar ${says}`, description: `Quasar Quasar ${says}.`, inputs: [says], outputs: [says], needs: [says] })],
    });
  expect(alignCapabilities([brand('sing', 'melodies'), brand('cook', 'soup')]).all).toEqual([]);
});

test('the labels are of sixty pairs with twelve capabilities a side, and no tool of the one half is in the other', () => {
  expect(alignedPairs).toHaveLength(60);
  const slugsOf = (half: string) => new Set(alignedPairs.filter((pair) => pair.half === half).flatMap(({ tools }) => tools));
  expect([...slugsOf('test')].filter((slug) => slugsOf('dev').has(slug))).toEqual([]);
  for (const { tools, same, related } of alignedPairs) {
    const keys = tools.map((slug) => new Set(realTool(slug).capabilities.map(({ key }) => key)));
    for (const known of keys) expect(known.size).toBeGreaterThanOrEqual(12);
    for (const cell of [...same, ...related]) expect(cell.map((key, index) => keys[index]?.has(key))).toEqual([true, true]);
  }
});

test('over the half that nothing was tuned on, what is lined up is right and most of what should be is', () => {
  const hits = countHits('test', realTool);
  expect(scorePrecision(hits)).toBeGreaterThanOrEqual(0.85);
  expect(scoreRecall(hits)).toBeGreaterThanOrEqual(0.75);
  expect({ ...hits, pairs: alignedPairs.filter(({ half }) => half === 'test').length }, 'what the site says of itself').toMatchObject(heldAgainst);
});

test('with the job slugs hidden, wording alone still finds two in five, and hardly errs', () => {
  const hits = countHits('test', (slug) => hideJobs(realTool(slug)));
  expect(scorePrecision(hits)).toBeGreaterThanOrEqual(0.85);
  expect(scoreRecall(hits)).toBeGreaterThanOrEqual(0.4);
});
