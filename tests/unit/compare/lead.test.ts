import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Contest, decideLead, describeDifference } from '../../../lib/compare/lead';
import type { Cell, Undecided } from '../../../lib/compare/row';

const value = (amount: number | null, text = String(amount)): Cell => ({
  state: 'value',
  text,
  amount,
  exact: amount ?? 'x',
  facts: [],
  detail: null,
  bar: null,
});
const unknown: Cell = { state: 'unknown', text: 'unknown', bar: null };
const gap: Cell = { state: 'not-applicable', text: 'It has none.' };

function aContest(cells: readonly Cell[], more: Partial<Contest> = {}): Contest {
  const slugs = ['a', 'b', 'c', 'd'].slice(0, cells.length);
  return {
    slugs,
    cells,
    better: 'higher',
    sameConditions: true,
    intervals: cells.map(() => null),
    describe: (ahead, behind) => `${ahead} against ${behind}`,
    ...more,
  };
}

test('the better value leads over the next', () => {
  expect(decideLead(aContest([value(2), value(9), value(5)]))).toEqual({ lead: { slug: 'b', over: 'c', difference: '9 against 5' }, undecided: null });
});

test('where lower is better the lower value leads', () => {
  expect(decideLead(aContest([value(2), value(9)], { better: 'lower' })).lead?.slug).toBe('a');
});

test.each<[Undecided, string, Contest]>([
  ['no-direction', 'a row on which neither end is better', aContest([value(1), value(2)], { better: null })],
  ['unknown', 'an unknown value, however good the other', aContest([value(1_000), unknown])],
  ['not-applicable', 'a value that cannot be asked of one tool', aContest([value(1), gap])],
  ['not-applicable', 'what cannot be asked of one tool and is unknown of another', aContest([unknown, gap, value(1)])],
  ['other-conditions', 'values under other conditions', aContest([value(1), value(2)], { sameConditions: false })],
  ['other-conditions', 'a value that is no amount', aContest([value(1), value(null, 'none')])],
  ['equal', 'equal values', aContest([value(3), value(3)])],
  ['equal', 'values that print alike', aContest([value(3.001, '3'), value(3.002, '3')])],
  [
    'within-error',
    'intervals that overlap',
    aContest([value(5), value(6)], {
      intervals: [
        [4, 6],
        [5, 7],
      ],
    }),
  ],
  [
    'within-error',
    'intervals that touch',
    aContest([value(4), value(6)], {
      intervals: [
        [3, 5],
        [5, 7],
      ],
    }),
  ],
  ['within-error', 'an exact value within the interval of the other', aContest([value(5), value(6)], { intervals: [null, [4, 8]] })],
])('nothing is decided (%s) by %s', (undecided, _what, contest) => {
  expect(decideLead(contest)).toEqual({ lead: null, undecided });
});

test('intervals that are apart decide', () => {
  expect(
    decideLead(
      aContest([value(4), value(6)], {
        intervals: [
          [3, 4.5],
          [5, 7],
        ],
      }),
    ).lead?.slug,
  ).toBe('b');
});

test('the interval of any tool may reach the leader, not only that of the next', () => {
  const contest = aContest([value(11), value(8), value(7)], { intervals: [[10, 12], null, [3, 10.5]] });
  expect(decideLead(contest)).toEqual({ lead: null, undecided: 'within-error' });
  const lower = aContest([value(1), value(3), value(4)], { better: 'lower', intervals: [[0.5, 2], null, [1.5, 9]] });
  expect(decideLead(lower)).toEqual({ lead: null, undecided: 'within-error' });
});

const cells = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 6 }).map((amount) => value(amount)) },
    { weight: 1, arbitrary: fc.constantFrom(unknown, gap, value(null, 'none')) },
  ),
  { minLength: 2, maxLength: 4 },
);

test('there is either a lead or a reason, and the order of the tools changes nothing', () => {
  const contests = cells.chain((all) =>
    fc.record({
      all: fc.constant(all),
      better: fc.constantFrom('higher' as const, 'lower' as const, null),
      sameConditions: fc.boolean(),
      widths: fc.array(fc.option(fc.nat(3)), { minLength: 4, maxLength: 4 }),
    }),
  );
  fc.assert(
    fc.property(contests, ({ all, better, sameConditions, widths }) => {
      const intervals = all.map((cell, index): [number, number] | null => {
        const width = widths[index] ?? null;
        return cell.state === 'value' && cell.amount !== null && width !== null ? [cell.amount - width, cell.amount + width] : null;
      });
      const contest = aContest(all, { better, sameConditions, intervals });
      const decision = decideLead(contest);
      expect((decision.lead === null) !== (decision.undecided === null)).toBe(true);
      const reversed = { ...contest, slugs: [...contest.slugs].reverse(), cells: [...all].reverse(), intervals: [...intervals].reverse() };
      expect(decideLead(reversed)).toEqual(decision);
      if (decision.lead === null) return;
      const ends = (index: number): [number, number] => intervals[index] ?? [Number(all[index]?.text), Number(all[index]?.text)];
      const first = contest.slugs.indexOf(decision.lead.slug);
      all.forEach((_cell, index) => {
        if (index !== first) expect(better === 'higher' ? ends(first)[0] > ends(index)[1] : ends(first)[1] < ends(index)[0]).toBe(true);
      });
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['count', 89_671, 32_226, '57,445 more (2.8 ×)'],
  ['count', 5, 0, '5 more'],
  ['count', 1_000_000, 2, '999,998 more (500,000 ×)'],
  ['count', 101, 100, '1 more'],
  ['decimal', 0.3, 3, '$2.70 less (90 % lower)'],
  ['decimal', 0, 3, '$3.00 less (100 % lower)'],
  ['decimal', 3, 0.3, '$2.70 more'],
  ['share', 0.823, 0.788, '3.5 points more'],
  ['score', 36.4, 27.5, '8.9 points more'],
  ['score', 36.4, 35.4, '1 point more'],
  ['flag', 1, 0, 'yes against no'],
] as const)('the difference of a %s from %d to %d is said as %j', (type, ahead, behind, text) => {
  expect(describeDifference(type, ahead, behind)).toBe(text);
});

const types = fc.constantFrom('count' as const, 'score' as const, 'share' as const, 'decimal' as const, 'flag' as const);

test('equal values are never more or less', () => {
  fc.assert(
    fc.property(types, fc.double({ min: 0, max: 1e6, noNaN: true }), (type, amount) => {
      expect(describeDifference(type, amount, amount)).not.toMatch(/more|less|higher|lower/);
    }),
  );
});

test('a difference is never said to be nothing, and never in exponents', () => {
  const amounts = fc.oneof(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1e-5, noNaN: true }), fc.integer({ min: 0, max: 10 }));
  fc.assert(
    fc.property(fc.constantFrom('score' as const, 'share' as const, 'decimal' as const), amounts, amounts, (type, a, b) => {
      fc.pre(a !== b);
      const text = describeDifference(type, a, b);
      expect(text).not.toMatch(/^\$0\.00 |^0 points|\(0 %|e-\d|NaN/);
      expect(text.includes(a > b ? 'more' : 'less')).toBe(true);
    }),
    { numRuns: 500 },
  );
});
