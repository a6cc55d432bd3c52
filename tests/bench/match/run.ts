/**
 * `npm run bench:match -- --set DIR [--learn N]` measures search on a set of judged needs: ours on PGlite and, where one is
 * found, PostgreSQL; beside it in the same run MiniSearch and PostgreSQL's own ranking. The set goes into throw-away databases
 * through the code of every import, and `--learn N` first has N needs of each tool confirmed through the code of every search.
 *
 *   npm run bench:match -- --set DIR --half        teaches every second tool alone, and tells both halves apart
 *   npm run bench:match -- --set DIR --scale 100000  makes up more tools, up to so many, of the words of the set and of the shipped records; without PostgreSQL's own ranking
 *   npm run bench:match -- --set needs             our own sixty needs over the shipped catalogue (also: needs-held-out)
 *
 * The format of a set is in lib/match/README.md.
 */
import { parseArgs } from 'node:util';
import { noFilters } from '../../../lib/address/search';
import type { Database } from '../../../lib/db/database';
import { readSnapshot } from '../../../lib/db/read-snapshot';
import { searchAsRead } from '../../../lib/db/search-as-read';
import { ownSets } from '../../support/own-needs';
import { findServer } from '../../support/postgres';
import { prepareEmbedded, preparePostgres } from '../empty-databases';
import { readMemory } from '../memory';
import { fillDatabase, makeId, makeJobId, teach } from './fill-database';
import { measureOwnNeeds } from './own-needs';
import { type JudgedQuery, type QuerySet, readSet, type SetTool, takeLessons } from './read-set';
import { indexMiniSearch, indexTsRank, type Search } from './rivals';
import { scaleTools } from './scale-tools';
import { type Answer, type Found, type Scores, scoreAnswers } from './score-results';

process.env.SECRET ??= 'only for the bench, which stores nothing of anybody';

type Measured = { engine: string; answers: Answer[]; indexMs: number; megabytes: number };

type Find = (text: string) => Promise<Found>;

/** Who ranks tools alone names the capabilities of the best ones, each once. */
function nameByTools(search: Search, tools: readonly SetTool[]): Find {
  const capabilities = new Map(tools.map((tool) => [tool.id, tool.capabilities]));
  return async (text) => {
    const found = await search(text);
    return { tools: found, capabilities: [...new Set(found.flatMap((id) => capabilities.get(id) ?? []))] };
  };
}

async function answer(queries: readonly JudgedQuery[], find: Find): Promise<Answer[]> {
  for (const { text } of queries.slice(0, 20)) await find(text);
  const answers: Answer[] = [];
  for (const query of queries) {
    const began = performance.now();
    const found = await find(query.text);
    answers.push({ query, found: found.tools, capabilities: found.capabilities, ms: performance.now() - began });
  }
  return answers;
}

/** Ours, and PostgreSQL's ranking, in one database. */
async function measureDatabase(name: string, database: Database, set: QuerySet, isScaled: boolean): Promise<Measured[]> {
  globalThis.unfragileDatabase = Promise.resolve(database);
  const before = readMemory(process.pid).now;
  const { indexMs } = await fillDatabase(database, set.tools);
  await teach(database, set.lessons);
  await database.pool.query('ANALYZE');
  const idOf = new Map(set.tools.map(({ id }) => [makeId(id), id]));
  const nameOf = new Map(set.tools.flatMap(({ capabilities }) => capabilities.map((name) => [makeJobId(name), name])));
  const ours: Find = async (text) => {
    const { value: asRead } = await readSnapshot((tx) => searchAsRead(tx, { typed: text, filters: noFilters, asWritten: [] }, 10));
    const value = asRead.search;
    if (value.type === 'empty') return { tools: [], capabilities: [] };
    return { tools: value.results.map(({ toolId }) => idOf.get(toolId) ?? ''), capabilities: value.jobs.map(({ job }) => nameOf.get(job) ?? '') };
  };
  const measured = [{ engine: `ours, ${name}`, answers: await answer(set.queries, ours), indexMs, megabytes: readMemory(process.pid).now - before }];
  // On 100,000 tools it takes minutes, and the aim is beside MiniSearch.
  if (isScaled) return measured;
  const rival = await indexTsRank(database.pool, set.tools, set.lessons);
  return [
    ...measured,
    { engine: `ts_rank_cd, ${name}`, answers: await answer(set.queries, nameByTools(rival.search, set.tools)), indexMs: rival.indexMs, megabytes: 0 },
  ];
}

function print(measured: readonly Measured[], set: QuerySet): void {
  const head = ['engine', 'nDCG@10', 'recall@1', '@5', '@10', 'MRR', 'cap@3', 'p50 ms', 'p95 ms', 'index s', 'MB'];
  const round = (value: number | null, digits: number): string => (value === null ? '—' : value.toFixed(digits));
  const format = (engine: string, scores: Scores, indexMs: number, megabytes: number): string[] => [
    engine,
    ...[scores.ndcg10, scores.recall1, scores.recall5, scores.recall10, scores.mrr, scores.capability3].map((value) => round(value, 4)),
    round(scores.p50, 2),
    round(scores.p95, 2),
    round(indexMs / 1000, 2),
    megabytes > 0 ? round(megabytes, 0) : '—',
  ];
  const lines = [head, ...measured.map(({ engine, answers, indexMs, megabytes }) => format(engine, scoreAnswers(answers, set.tools), indexMs, megabytes))];
  const widths = head.map((_title, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of lines)
    process.stdout.write(
      `  ${line.map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0))).join('  ')}\n`,
    );
}

async function measureSet(set: QuerySet, isScaled: boolean): Promise<Measured[]> {
  const before = readMemory(process.pid).now;
  const mini = indexMiniSearch(set.tools, set.lessons);
  const megabytes = readMemory(process.pid).now - before;
  const measured: Measured[] = [
    { engine: 'MiniSearch', answers: await answer(set.queries, nameByTools(mini.search, set.tools)), indexMs: mini.indexMs, megabytes },
  ];
  const embedded = await (await prepareEmbedded())();
  measured.push(...(await measureDatabase('PGlite', embedded, set, isScaled)));
  await embedded.close();
  const server = await findServer();
  if (server === null) return measured;
  try {
    const database = await preparePostgres(server)();
    measured.push(...(await measureDatabase('PostgreSQL', database, set, isScaled)));
    await database.close();
  } finally {
    await server.stop();
  }
  return measured;
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { set: { type: 'string' }, learn: { type: 'string', default: '0' }, half: { type: 'boolean', default: false }, scale: { type: 'string' } },
  });
  if (values.set === undefined) throw new Error('Say which set: npm run bench:match -- --set DIR [--learn N] [--half] [--scale 100000]');
  const own = ownSets.find((name) => name === values.set);
  if (own !== undefined) return measureOwnNeeds(own);
  const read = readSet(values.set);
  const taught = new Set(
    [...read.tools]
      .map(({ id }) => id)
      .sort()
      .filter((_id, index) => !values.half || index % 2 === 0),
  );
  const lessons = takeLessons(read.lessons, Number(values.learn)).filter(({ doc }) => taught.has(doc));
  const set: QuerySet = { ...read, lessons, tools: values.scale === undefined ? read.tools : scaleTools(read.tools, Number(values.scale)) };
  process.stdout.write(`${set.name}: ${set.tools.length} tools, ${set.queries.length} needs, ${lessons.length} confirmed needs\n`);
  const measured = await measureSet(set, values.scale !== undefined);
  print(measured, set);
  if (values.half) {
    for (const [title, side] of [
      ['tools that were taught', true],
      ['tools that were not', false],
    ] as const) {
      process.stdout.write(`${title}\n`);
      const has = ({ query }: Answer): boolean => [...query.right].some((id) => taught.has(id)) === side;
      print(
        measured.map((each) => ({ ...each, answers: each.answers.filter(has) })),
        set,
      );
    }
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
