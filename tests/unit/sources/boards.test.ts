import { expect, test } from 'vitest';
import type { ParsedSource } from '@/lib/catalog/entry';
import { parseAider } from '@/lib/sources/aider';
import { readEffort } from '@/lib/sources/effort';
import { boards, parseEpochBoard, parseEpochRuns, parseEpochTerminalBench, parseEpochVersions } from '@/lib/sources/epoch';
import { parseLmarena } from '@/lib/sources/lmarena';

const reasons = ({ rejected }: ParsedSource) => rejected.map(({ reason }) => reason);

test('lmarena: a rating with its interval, rounded to a tenth, and the name it is listed under', () => {
  const { entries } = parseLmarena(
    JSON.stringify({ full: { 'gpt-5-high': { rating: 1407.2867738055795, rating_q975: 1411.748244504682, rating_q025: 1402.8253031064771 } } }),
    {
      asOf: '2025-12-17',
    },
  );
  expect(entries).toEqual([
    {
      at: 'full.gpt-5-high',
      names: ['lmarena:gpt-5-high'],
      tool: null,
      facts: [
        {
          signal: 'lmarena-text',
          value: 1407.3,
          conditions: { benchmark: 'LMArena text', effort: 'high', 'listed-as': 'gpt-5-high' },
          interval: [1402.8, 1411.7],
          asOf: '2025-12-17',
          source: 'lmarena-catalog',
          method: 'measured',
        },
      ],
    },
  ]);
});

test.each([
  ['gpt-5-mini-high', 'high'],
  ['claude-sonnet-4-5-20250929-thinking-32k', 'thinking, 32k tokens'],
  ['claude-sonnet-4-5-20250929', 'no extended thinking'],
  ['gemini-2.5-flash-lite-preview-06-17-thinking', 'preview 06-17, thinking'],
  ['grok-4-1-fast-reasoning', 'thinking'],
  ['qwen3-235b-a22b-no-thinking', 'no thinking'],
  ['gemini-2.5-pro', 'not stated'],
  ['hunyuan-standard-256k', 'not stated'],
])('lmarena: %s was run with the effort "%s"', (name, effort) => {
  expect(readEffort(name)).toBe(effort);
});

const aRun = (model: string, more = '') => `- model: ${model}\n  test_cases: 225\n  edit_format: diff\n  pass_rate_2: 88.0\n  date: 2025-08-23\n${more}`;

test.each([
  ['gpt-5 (high)', 'high'],
  ['claude-opus-4-20250514 (32k thinking)', 'thinking, 32k tokens'],
  ['claude-opus-4-20250514 (no think)', 'no thinking'],
  ['gemini-2.5-pro-preview-06-05 (default think)', 'default'],
  ['DeepSeek V3 (0324)', 'not stated'],
])('aider: %s was run with the effort "%s"', (model, effort) => {
  expect(parseAider(aRun(model), { asOf: '2026-05-22' }).entries).toEqual([
    {
      at: 'runs[0]',
      names: [`aider:${model}`],
      tool: null,
      facts: [
        {
          signal: 'aider-polyglot',
          value: 0.88,
          conditions: { benchmark: 'Aider polyglot', effort, 'edit-format': 'diff' },
          asOf: '2025-08-23',
          source: 'aider-leaderboard',
          method: 'measured',
        },
      ],
    },
  ]);
});

test('aider: runs of another test, of two models or without a day are rejected, each by itself', () => {
  const read = parseAider(
    [
      aRun('a').replace('225', '224'),
      aRun('a + b'),
      aRun('c').replace('  date: 2025-08-23\n', ''),
      aRun('d').replace('88.0', '188'),
      aRun('e').replace('2025-08-23', '2027-01-01'),
      aRun('f'),
    ].join(''),
    { asOf: '2026-05-22' },
  );
  expect(read.entries.map(({ names }) => names[0])).toEqual(['aider:f']);
  expect(reasons(read)).toEqual([
    '224 exercises instead of 225',
    'two models worked together',
    'the date is missing',
    'pass_rate_2 188 is no percentage',
    'aider-polyglot is dated 2027-01-01, after the day of the data',
  ]);
});

test('aider: broken YAML and YAML that grows are refused', () => {
  expect(() => parseAider('- model: "a', { asOf: '2026-05-22' })).toThrow('it is not valid YAML');
  const grows = `a: &a [x,x,x,x,x,x,x,x,x]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]`).join('\n')}`;
  expect(() => parseAider(grows, { asOf: '2026-05-22' })).toThrow('This is no file of Aider polyglot leaderboard');
});

const header = 'id,task,model,Best score (across scorers),Scores,log viewer,logs,job,started_at,Status,Manual evaluation,task version\n';
const epoch = (...lines: string[]) => parseEpochRuns(`\ufeff${header}${lines.join('\n')}\n`, { asOf: '2025-11-26' });

test('epoch: a run is dated by its own day, with effort and interval', () => {
  const { entries } = epoch('x,GPQA diamond,gpt-5-2025-08-07_high,0.862,choice:0.86±0.02,https://logs.epoch.ai/x,,,29 October 2025 6:29pm,Success,,1.0.1');
  expect(entries[0]?.names).toEqual(['epoch:gpt-5-2025-08-07_high', 'epoch:gpt-5-2025-08-07']);
  expect(entries[0]?.facts).toEqual([
    {
      signal: 'gpqa-diamond',
      value: 0.862,
      conditions: { benchmark: 'GPQA Diamond', harness: 'Epoch AI', effort: 'high' },
      interval: [0.823, 0.901],
      note: 'Interval from the standard error as published, rounded to two places.',
      address: 'https://logs.epoch.ai/x',
      asOf: '2025-10-29',
      source: 'epoch-runs',
      method: 'measured',
    },
  ]);
});

test('epoch: the error belongs to the score that counts, and none is guessed', () => {
  const interval = (scores: string) => epoch(`x,GPQA diamond,m_32K,0.500,"${scores}",,,,1 May 2025 1:00am,Success,,1.0.0`).entries[0]?.facts[0]?.interval;
  expect(interval('a:0.4±0.01,b:0.5±0.02')).toEqual([0.461, 0.539]);
  expect(interval('a:0.4±0.01')).toBeUndefined();
  expect(interval('a:0.5±0.0')).toBeUndefined();
});

test('epoch: rows without a day, a score or success are rejected; tasks without a signal are passed over', () => {
  const read = epoch(
    'x,GPQA diamond,m,0.5,,,,,,Success,,1',
    'x,GPQA diamond,m,5,,,,,1 May 2025 1:00am,Success,,1',
    'x,GPQA diamond,m,0.5,,,,,1 May 2025,Error,,1',
    'x,Other,m,0.5,,,,,1 May 2025,Success,,1',
  );
  expect(read.entries).toEqual([]);
  expect(reasons(read)).toEqual(['started_at "" is no day', 'score "5" is no share of 1', 'the run ended as "Error"']);
});

test("epoch: a version is joined with Hugging Face's id where both name it", () => {
  const columns = 'id,Model,Version release date,Hugging Face developer id,Link,Notes\n';
  const read = parseEpochVersions(
    `${columns}falcon-180B,Falcon,2023-09-06,tiiuae,https://huggingface.co/tiiuae/falcon-180B,\nQwen-VL,Q,2023-08-20,Qwen,https://huggingface.co/Qwen/Qwen-VL-Chat/tree/main,\nfalcon-180b,F,2023-09-06,,,\n`,
    { asOf: '2025-11-26' },
  );
  expect(read.entries.map(({ names }) => names)).toEqual([['epoch:falcon-180B', 'hf:tiiuae/falcon-180B'], ['epoch:Qwen-VL']]);
  expect(reasons(read)).toEqual(['"falcon-180b" stands already at line 2']);
});

test('epoch: a board of others keeps its link and its conditions; averages without a version are passed over', () => {
  const text =
    'id,Name,EM,Model version,Shots,Source,Source link,Notes\nr,Nova,77.0%,amazon.nova-lite-v1:0,5,CRFM,https://crfm.stanford.edu/x,\nr,Mean,50%,,5,CRFM,https://crfm.stanford.edu/x,\nr,Odd,n/a,odd,5,CRFM,,\n';
  const read = parseEpochBoard(boards.mmlu)(text, { asOf: '2025-11-26' });
  expect(read.entries[0]?.facts).toEqual([
    {
      signal: 'mmlu',
      value: 0.77,
      conditions: { benchmark: 'MMLU', effort: 'default', shots: '5' },
      address: 'https://crfm.stanford.edu/x',
      asOf: '2025-11-26',
      source: 'epoch-boards',
      method: 'measured',
    },
  ]);
  expect(reasons(read)).toEqual(['EM "n/a" is no percentage']);
});

test('epoch: Terminal-Bench says something about agents, with the model in the conditions', () => {
  const text =
    'id,Agent,Model version,Accuracy mean,Accuracy SE,Notes,Source,Source link\nr,Ante,claude-sonnet-4-5-20250929,60.3%,1.1%,,T,https://www.tbench.ai/leaderboard\n';
  expect(parseEpochTerminalBench(text, { asOf: '2025-11-26' }).entries[0]).toMatchObject({
    names: ['terminal-bench:Ante'],
    facts: [{ signal: 'terminal-bench', value: 0.603, conditions: { benchmark: 'Terminal-Bench', model: 'claude-sonnet-4-5-20250929' } }],
  });
});
