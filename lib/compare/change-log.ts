import type { StoredFact } from '../catalog/tool';
import { roundPoints } from '../format/number';
import { decideOrder } from '../rank/order';
import type { RankedTool } from '../rank/ranked-tool';
import type { RelationType } from './relation';
import type { Cause, RankState, ToolChange } from './tool-change';

/** What was noted about one tool when a snapshot was committed; `at` is an ISO time. */
export type RecordedChange = { id: string; slug: string; at: string; fromSnapshot: string; toSnapshot: string; changes: readonly ToolChange[] };

/** Who ranks higher, or why nobody does. */
export type RankAnswer =
  | { type: 'higher'; slug: string }
  | { type: 'tie'; slugs: readonly string[] }
  | { type: 'none'; because: 'not-ranked' | 'different-formulas' | 'different-jobs' };

export type ChangeEvent = { id: string } & (
  | { kind: 'verdict'; before: RankAnswer; after: RankAnswer }
  | { kind: 'rank'; slug: string; before: RankState; after: RankState; causes: readonly Cause[] }
  | { kind: 'price'; slug: string; before: StoredFact; after: StoredFact }
  | { kind: 'capability'; slug: string; key: string; name: string; change: 'listed' | 'gone' }
);

/** One commit of a snapshot with what it changed for a set of tools. */
export type Moment = { at: string; fromSnapshot: string; toSnapshot: string; events: readonly ChangeEvent[] };

type Compared = Pick<RankedTool, 'slug' | 'kind' | 'category'> & { rank: Pick<RankedTool['rank'], 'ranked' | 'total' | 'low' | 'high'> };
type States = ReadonlyMap<string, RankState>;

/** The answer about rank as the comparison words it, from printed points: a tie, a winner, or neither. */
export function answerRank(states: States): RankAnswer {
  const all = [...states.values()];
  if (new Set(all.map(({ category }) => category)).size > 1) return { type: 'none', because: 'different-jobs' };
  if (all.some(({ ranked }) => !ranked)) return { type: 'none', because: 'not-ranked' };
  if (new Set(all.map(({ kind }) => kind)).size > 1) return { type: 'none', because: 'different-formulas' };
  const order = decideOrder([...states].map(([slug, { total, low, high }]) => ({ slug, total, low, high })));
  if (order === null) return { type: 'none', because: 'not-ranked' };
  return order.kind === 'tie' ? { type: 'tie', slugs: order.slugs } : { type: 'higher', slug: order.slug };
}

const stateNow = ({ kind, category, rank }: Compared): RankState => ({
  ...{ kind, category, ranked: rank.ranked },
  ...{ total: roundPoints(rank.total), low: roundPoints(rank.low), high: roundPoints(rank.high) },
});

/** The changes of one commit, those of every tool together. */
function groupByCommit(recorded: readonly RecordedChange[]): RecordedChange[][] {
  const commits = new Map<string, RecordedChange[]>();
  for (const each of recorded) {
    const key = `${each.at} ${each.toSnapshot}`;
    commits.set(key, [...(commits.get(key) ?? []), each]);
  }
  return [...commits].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, changes]) => changes);
}

const rankChange = (changes: readonly ToolChange[]) => changes.find((change) => change.kind === 'rank');

/**
 * Newest first, what the commits of snapshots changed for these tools. Ranks are followed back from what they are now, so
 * that a change of the answer is found although only tools were noted, not pairs. `facts` holds the facts of price changes;
 * a price whose fact is not among them is left out.
 */
export function makeMoments(
  tools: readonly Compared[],
  relation: RelationType,
  recorded: readonly RecordedChange[],
  facts: ReadonlyMap<string, StoredFact>,
): Moment[] {
  let states: States = new Map(tools.map((tool) => [tool.slug, stateNow(tool)]));
  return groupByCommit(recorded).flatMap((commit) => {
    const moved = new Map(commit.flatMap(({ slug, changes }) => [[slug, rankChange(changes)] as const]));
    const after: States = new Map([...states].map(([slug, state]) => [slug, moved.get(slug)?.after ?? state]));
    const before: States = new Map([...after].map(([slug, state]) => [slug, moved.get(slug)?.before ?? state]));
    states = before;
    const [first] = commit;
    if (first === undefined) return [];
    const { at, fromSnapshot, toSnapshot } = first;
    const flip = relation === 'rivals' ? findFlip(first.id, answerRank(before), answerRank(after)) : [];
    const sorted = [...commit].sort((a, b) => (a.slug < b.slug ? -1 : 1));
    const events = [...flip, ...sorted.flatMap((each) => listEvents(each, facts))];
    return events.length === 0 ? [] : [{ at, fromSnapshot, toSnapshot, events }];
  });
}

const nameAnswer = (answer: RankAnswer): string =>
  answer.type === 'tie' ? `tie ${answer.slugs.join()}` : answer.type === 'higher' ? answer.slug : answer.because;

function findFlip(id: string, before: RankAnswer, after: RankAnswer): ChangeEvent[] {
  return nameAnswer(before) === nameAnswer(after) ? [] : [{ id: `${id}-verdict`, kind: 'verdict', before, after }];
}

function listEvents({ id, slug, changes }: RecordedChange, facts: ReadonlyMap<string, StoredFact>): ChangeEvent[] {
  return changes.flatMap((change, index) => makeEvent(`${id}-${index}`, slug, change, facts) ?? []);
}

function makeEvent(id: string, slug: string, change: ToolChange, facts: ReadonlyMap<string, StoredFact>): ChangeEvent | null {
  switch (change.kind) {
    case 'rank':
    case 'capability':
      return { id, slug, ...change };
    case 'price': {
      const [before, after] = [facts.get(change.before), facts.get(change.after)];
      return before && after ? { id, kind: 'price', slug, before, after } : null;
    }
  }
}

/** Keys of the facts that recorded changes name: of prices, and of what moved a rank. */
export function listFactKeys(recorded: readonly RecordedChange[]): string[] {
  return [...new Set(recorded.flatMap(({ changes }) => changes.flatMap(listKeys)).filter((key) => key !== null))];
}

function listKeys(change: ToolChange): (string | null)[] {
  switch (change.kind) {
    case 'price':
      return [change.before, change.after];
    case 'rank':
      return change.causes.flatMap((cause) => (cause.type === 'facts' ? cause.signals.flatMap(({ before, after }) => [before, after]) : []));
    case 'capability':
      return [];
  }
}
