import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Evidence, findShared, heard, pickDistinct, rankJobs } from '../../../lib/match/rank-jobs';

const aTool = (toolId: string, score: number, claims: Record<string, number>): Evidence => ({
  toolId,
  score,
  claims: Object.entries(claims).map(([job, own]) => ({ job, jobName: job, score: own })),
});

test('a job that several good tools do comes before one that a single better tool does by chance', () => {
  const jobs = rankJobs([
    aTool('a', 10, { chance: 1, other: 1 }),
    aTool('b', 8, { speech: 1 }),
    aTool('c', 8, { speech: 1 }),
    aTool('d', 8, { speech: 1 }),
    aTool('e', 1, { chance: 1 }),
  ]);
  expect(jobs.map(({ job }) => job)).toEqual(['speech', 'chance']);
  expect(jobs[0]).toEqual({ job: 'speech', name: 'speech', score: (8 + 8 + 8) / 5, tools: ['b', 'c', 'd'] });
});

test('a job that one tool alone has is not named', () => {
  expect(rankJobs([aTool('a', 10, { alone: 3 }), aTool('b', 1, {})])).toEqual([]);
});

test('a tool with many capabilities speaks for those whose own text fits', () => {
  const many = { translate: 6, a: 0, b: 0, c: 0, d: 0, e: 0 };
  const [first, second] = rankJobs([aTool('x', 10, many), aTool('y', 10, many)]);
  expect(first?.job).toBe('translate');
  expect(first?.score ?? 0).toBeGreaterThan(2 * (second?.score ?? 0));
});

test('of two jobs that nearly the same tools have, a list needs one', () => {
  const jobs = rankJobs([
    aTool('a', 9, { 'audio: speech': 2, speech: 2 }),
    aTool('b', 8, { 'audio: speech': 2, speech: 2 }),
    aTool('c', 3, { translate: 2 }),
    aTool('d', 3, { translate: 2 }),
  ]);
  expect(jobs.map(({ job }) => job)).toEqual(['audio: speech', 'speech', 'translate']);
  expect(pickDistinct(jobs, 2).map(({ job }) => job)).toEqual(['audio: speech', 'translate']);
  expect(pickDistinct(jobs, 0)).toEqual([]);
});

test('of two names for the same tools the one that more of them have is named, but a wider capability never stands for a narrower one', () => {
  const job = (name: string, score: number, tools: string) => ({ job: name, name, score, tools: [...tools] });
  const [speech, audio, sound] = [job('speech', 9, 'abcd'), job('audio: speech', 8, 'abcde'), job('sound', 7, 'abcdefgh')];
  expect(pickDistinct([speech, audio], 3)).toEqual([{ ...audio, score: 9 }]);
  expect(pickDistinct([speech, sound], 3)).toEqual([speech]);
  expect(pickDistinct([speech, job('translate', 8, 'xy'), audio], 2).map(({ job: name }) => name)).toEqual(['audio: speech', 'translate']);
});

test('two names of the same task are one capability, under the name that more of the found tools have', () => {
  const job = (name: string, score: number, tools: string) => ({ job: name, name, score, tools: [...tools] });
  const [one, audio, other] = [job('Speech recognition', 9, 'ab'), job('Audio Automatic Speech Recognition', 8, 'cdef'), job('Translation', 7, 'gh')];
  expect(pickDistinct([one, audio, other], 3)).toEqual([{ ...audio, score: 9 }, other]);
  expect(pickDistinct([one, other], 3)).toEqual([one, other]);
  expect(pickDistinct([job('Pin a commit', 9, 'ab'), job('Squash commits', 8, 'cd')], 3)).toHaveLength(2);
  expect(pickDistinct([job('one by tools', 9, 'cdef'), other, audio, one], 3).map(({ name }) => name)).toEqual(['one by tools', 'Translation']);
});

test('a narrower capability is not the task itself', () => {
  const job = (name: string, score: number, tools: string) => ({ job: name, name, score, tools: [...tools] });
  expect(pickDistinct([job('Control image generation', 9, 'ab'), job('Generate images', 8, 'cdef')], 3)).toHaveLength(2);
  expect(pickDistinct([job('Train a word embedding', 9, 'ab'), job('Embed text', 8, 'cdef')], 3)).toHaveLength(2);
});

test('a tool gains by the best job that it shares, and by none that it does not', () => {
  const scores = new Map([
    ['speech', 5],
    ['translate', 2],
  ]);
  expect(findShared([{ job: 'translate' }, { job: 'speech' }], scores)).toEqual({ job: 'speech', weight: 5 * 0.3 });
  expect(findShared([{ job: 'alone' }], scores)).toBeNull();
  expect(findShared([], scores)).toBeNull();
});

test('tools beyond those that are heard change nothing', () => {
  const found = Array.from({ length: heard + 20 }, (_none, index) => aTool(`t${String(index).padStart(3, '0')}`, 100 - index, { [`job ${index % 7}`]: 1 }));
  expect(rankJobs(found)).toEqual(rankJobs(found.slice(0, heard)));
});

test('scores are finite, fall along the list, and never exceed that of the best tool', () => {
  const tool = fc.record({
    toolId: fc.string({ minLength: 1 }),
    score: fc.double({ min: 0, max: 50, noNaN: true }),
    claims: fc.array(
      fc.record({ job: fc.constantFrom('a', 'b', 'c', 'd'), jobName: fc.constant('a job'), score: fc.double({ min: 0, max: 50, noNaN: true }) }),
      { maxLength: 6 },
    ),
  });
  fc.assert(
    fc.property(fc.uniqueArray(tool, { selector: ({ toolId }) => toolId }), (found) => {
      const scores = rankJobs(found).map(({ score }) => score);
      expect([...scores].sort((a, b) => b - a)).toEqual(scores);
      for (const score of scores) expect(score <= Math.max(...found.map((each) => each.score)) + 1e-9).toBe(true);
    }),
  );
});
