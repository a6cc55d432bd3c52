import { findQuantile } from '../statistics';
import type { JudgedQuery, SetTool } from './read-set';

export type Scores = {
  ndcg10: number;
  recall1: number;
  recall5: number;
  recall10: number;
  mrr: number;
  /** Share of queries for which one of the first three capabilities named is one of a right tool; null where the set names none. */
  capability3: number | null;
  p50: number;
  p95: number;
};

/** Ids of tools, and names of capabilities, best first. */
export type Found = { tools: readonly string[]; capabilities: readonly string[] };

export type Answer = { query: JudgedQuery; found: readonly string[]; capabilities: readonly string[]; ms: number };

const gain = (place: number): number => 1 / Math.log2(place + 2);

function scoreNdcg({ query, found }: Answer): number {
  const got = found.slice(0, 10).reduce((sum, id, place) => sum + (query.right.has(id) ? gain(place) : 0), 0);
  const best = Array.from({ length: Math.min(10, query.right.size) }, (_none, place) => gain(place)).reduce((sum, each) => sum + each, 0);
  return got / best;
}

const recall = ({ query, found }: Answer, depth: number): number =>
  found.slice(0, depth).filter((id) => query.right.has(id)).length / Math.min(depth, query.right.size);

function scoreReciprocal({ query, found }: Answer): number {
  const place = found.slice(0, 10).findIndex((id) => query.right.has(id));
  return place < 0 ? 0 : 1 / (place + 1);
}

function hasCapability({ query, capabilities }: Answer, byId: ReadonlyMap<string, SetTool>): number {
  const wanted = new Set([...query.right].flatMap((id) => byId.get(id)?.capabilities ?? []));
  return capabilities.slice(0, 3).some((each) => wanted.has(each)) ? 1 : 0;
}

/** Means over all queries; times in milliseconds. */
export function scoreAnswers(answers: readonly Answer[], tools: readonly SetTool[]): Scores {
  const mean = (score: (answer: Answer) => number): number => answers.reduce((sum, answer) => sum + score(answer), 0) / answers.length;
  const byId = new Map(tools.map((tool) => [tool.id, tool]));
  const times = answers.map(({ ms }) => ms);
  return {
    ndcg10: mean(scoreNdcg),
    recall1: mean((answer) => recall(answer, 1)),
    recall5: mean((answer) => recall(answer, 5)),
    recall10: mean((answer) => recall(answer, 10)),
    mrr: mean(scoreReciprocal),
    capability3: tools.some(({ capabilities }) => capabilities.length > 0) ? mean((answer) => hasCapability(answer, byId)) : null,
    p50: findQuantile(times, 0.5),
    p95: findQuantile(times, 0.95),
  };
}
