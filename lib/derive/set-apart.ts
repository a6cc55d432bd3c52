import type { CategoryId } from '../catalog/categories';
import type { FactValue } from '../catalog/record';
import { type Signal, type SignalId, signals } from '../catalog/signals';
import { findMeasures } from './measures';
import type { Figure, Peer } from './peer';

/** Fewer others than this make no distribution. */
export const fewestOthers = 8;

/** A figure sets a tool apart when it is better than at least this share of the others': the best fifth. */
export const leastShare = 0.8;

/** A job sets tools apart when at most this share of those of which it could be known do it. */
export const rareShare = 0.1;

/** And no more than this many: one of a hundred is no distinction, however many there are. */
export const mostHolders = 12;

const nearestShown = 2;
const othersShown = 3;

/** Tools of one category that do one job. */
export type Group = { category: CategoryId; job: string };

export type Neighbour = { slug: string; name: string; value: FactValue; price: Peer['price'] };

/** One thing that sets a capability of a tool apart, as data. */
export type SetApart =
  | {
      type: 'larger-than' | 'smaller-than';
      capability: string;
      signal: SignalId;
      value: FactValue;
      /** The part of the others whose value is worse, 0–1; equal ones are not. */
      share: number;
      /** Others with the same value. */
      level: number;
      /** Others of the group whose value is known under the same conditions. */
      among: number;
      group: Group;
      nearest: readonly Neighbour[];
      /** Keys of the tool's facts that it follows from. */
      parents: readonly string[];
    }
  | {
      type: 'one-of';
      capability: string;
      /** What says whether a tool does the job: its topics, its request features, the names of its tools. */
      signal: SignalId;
      /** Tools that do it, this one among them. */
      holders: number;
      /** Tools of the category of which the signal is known. */
      among: number;
      group: Group;
      others: readonly { slug: string; name: string }[];
      parents: readonly string[];
    };

/** What was found for one tool. A capability in neither list could not be judged: too few others with known figures. */
export type SetApartReport = {
  claims: readonly SetApart[];
  /** Keys of capabilities that were held against enough others. */
  judged: readonly string[];
};

type Entry = { peer: Peer; figure: Figure };
type Capability = Peer['capabilities'][number];

const groupKey = ({ category }: Peer, job: string, signal: SignalId, conditions: string): string => [category, job, signal, conditions].join('\n');

const price = ({ peer }: Entry): number => (peer.price === null ? Number.POSITIVE_INFINITY : Number(peer.price.value));

/** Unknown prices last; equal ones by slug, so that the order is the same for the same tools. */
const byPrice = (a: Entry, b: Entry): number => (price(a) === price(b) ? (a.peer.slug < b.peer.slug ? -1 : 1) : price(a) - price(b));

function pushTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** The known values of every category, job and signal, sorted. */
function collectFigures(peers: readonly Peer[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const peer of peers)
    for (const job of new Set(peer.capabilities.map((each) => each.job)))
      for (const signal of findMeasures(job)) {
        const figure = peer.figures.get(signal);
        if (figure) pushTo(groups, groupKey(peer, job, signal, figure.conditions), { peer, figure });
      }
  for (const entries of groups.values()) entries.sort((a, b) => a.figure.value - b.figure.value || byPrice(a, b));
  return groups;
}

/** How many of the sorted entries have a value below `value`, or up to it. */
function countBelow(entries: readonly Entry[], value: number, including: boolean): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = entries[middle]?.figure.value ?? value;
    if (at < value || (including && at === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The others with the nearest values, of equally near ones the cheaper. */
function findNearest(entries: readonly Entry[], self: Peer, value: number, [from, to]: readonly [number, number]): Neighbour[] {
  const around = [
    ...entries.slice(Math.max(0, from - nearestShown), from),
    ...entries.slice(from, Math.min(to, from + nearestShown + 1)),
    ...entries.slice(to, to + nearestShown),
  ];
  return around
    .filter(({ peer }) => peer !== self)
    .sort((a, b) => Math.abs(a.figure.value - value) - Math.abs(b.figure.value - value) || byPrice(a, b))
    .slice(0, nearestShown)
    .map(({ peer, figure }) => ({ slug: peer.slug, name: peer.name, value: figure.exact, price: peer.price }));
}

/** Null where too few others are known; else the claim, if the figure sets the tool apart. */
function judgeFigure(groups: ReadonlyMap<string, Entry[]>, peer: Peer, capability: Capability, signal: SignalId): { claim: SetApart | null } | null {
  const figure = peer.figures.get(signal);
  const entries = figure && groups.get(groupKey(peer, capability.job, signal, figure.conditions));
  const { better }: Signal = signals[signal];
  if (!figure || !entries || better === null || entries.length - 1 < fewestOthers) return null;
  const among = entries.length - 1;
  const [from, to] = [countBelow(entries, figure.value, false), countBelow(entries, figure.value, true)];
  const share = (better === 'higher' ? from : entries.length - to) / among;
  if (share < leastShare) return { claim: null };
  return {
    claim: {
      type: better === 'higher' ? 'larger-than' : 'smaller-than',
      ...{ capability: capability.key, signal, value: figure.exact, share, level: to - from - 1, among },
      group: { category: peer.category, job: capability.job },
      nearest: findNearest(entries, peer, figure.value, [from, to]),
      parents: [...new Set([figure.fact, ...(capability.derivedFrom ?? [])])],
    },
  };
}

type Holders = { known: ReadonlyMap<string, number>; doing: ReadonlyMap<string, Peer[]> };

/** Of each category and signal, how many tools it is known of; of each category, signal and job, who of them does it. */
function collectHolders(peers: readonly Peer[]): Holders {
  const known = new Map<string, number>();
  const doing = new Map<string, Peer[]>();
  for (const peer of peers)
    for (const signal of peer.known) {
      if (signals[signal].type !== 'list') continue;
      const key = `${peer.category}\n${signal}`;
      known.set(key, (known.get(key) ?? 0) + 1);
      for (const job of new Set(peer.capabilities.map((each) => each.job))) pushTo(doing, `${key}\n${job}`, peer);
    }
  return { known, doing };
}

/** Names of tools are so free that being the only one says nothing; with others it says who they are. */
const fewestHolders = (signal: SignalId): number => (signal === 'tool-names' ? 2 : 1);

function judgeRarity({ known, doing }: Holders, peer: Peer, { key, job, basis, derivedFrom }: Capability): { claim: SetApart | null } | null {
  if (basis === null || signals[basis].type !== 'list') return null;
  const among = known.get(`${peer.category}\n${basis}`) ?? 0;
  if (among - 1 < fewestOthers) return null;
  const holders = doing.get(`${peer.category}\n${basis}\n${job}`) ?? [];
  if (holders.length < fewestHolders(basis) || holders.length > mostHolders || holders.length / among > rareShare) return { claim: null };
  const others = holders
    .filter((each) => each !== peer)
    .map(({ slug, name }) => ({ slug, name }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
  return {
    claim: {
      ...{ type: 'one-of', capability: key, signal: basis, holders: holders.length, among },
      group: { category: peer.category, job },
      others: others.slice(0, othersShown),
      parents: derivedFrom ?? [],
    },
  };
}

/**
 * What sets each tool apart from the others of its category, by slug: one claim at most for a capability of which
 * nobody wrote what is unique, and each figure once a tool. Nothing is said of what is unknown.
 */
export function findSetApart(peers: readonly Peer[]): Map<string, SetApartReport> {
  // Tools that nobody has sorted are no category: they have nothing in common to be held against.
  const sorted = peers.filter(({ category }) => category !== 'unsorted');
  const groups = collectFigures(sorted);
  const holders = collectHolders(sorted);
  return new Map(
    peers.map((peer) => {
      const used = new Set<SignalId>();
      const judged: string[] = [];
      const claims = peer.capabilities.flatMap((capability) => {
        if (capability.spoken) return [];
        const figures = findMeasures(capability.job).flatMap((signal) => (used.has(signal) ? [] : (judgeFigure(groups, peer, capability, signal) ?? [])));
        const all = [...figures, ...[judgeRarity(holders, peer, capability) ?? []].flat()];
        if (all.length > 0) judged.push(capability.key);
        const claim = all.find((each) => each.claim !== null)?.claim ?? null;
        if (claim !== null && claim.type !== 'one-of') used.add(claim.signal);
        return claim === null ? [] : [claim];
      });
      return [peer.slug, { claims, judged }];
    }),
  );
}
