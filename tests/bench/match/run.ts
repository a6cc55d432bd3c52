/**
 * `npm run bench:match -- --set DIR [--learn N]` measures search on a set of judged needs: ours on PGlite and, where one is
 * found, PostgreSQL; beside it in the same run MiniSearch and PostgreSQL's own ranking. The set goes into throw-away databases
 * through the code of every import, and `--learn N` first has N needs of each tool confirmed through the code of every search.
 *
 *   npm run bench:match -- --set DIR --half        teaches every second tool alone, and tells both halves apart
 *   npm run bench:match -- --set DIR --scale 1000,100000  makes up more tools, up to so many, of the words of the set and of the shipped records; without PostgreSQL's own ranking
 *   npm run bench:match -- --set DIR --rounds 5 --needs 100  asks the first hundred needs five times; times and ratios are the median round's
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
import { findMedian, findRatio } from '../statistics';
import { fillDatabase, makeId, makeJobId, teach } from './fill-database';
import { measureOwnNeeds } from './own-needs';
import { type JudgedQuery, type QuerySet, readSet, type SetTool, takeLessons } from './read-set';
import { indexMiniSearch, indexTsRank, type Search } from './rivals';
import { scaleTools } from './scale-tools';
import { type Answer, type Found, type Scores, scoreAnswers } from './score-results';

process.env.SECRET ??= 'only for the bench, which stores nothing of anybody';

/** A way of searching a set: what its index took, and how it is asked. */
type Engine = { name: string; find: Find; indexMs: number; megabytes: number };

/** What an engine answered, round by round. */
type Measured = Omit<Engine, 'find'> & { rounds: Answer[][] };

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
async function openDatabaseEngines(name: string, database: Database, set: QuerySet, isScaled: boolean): Promise<Engine[]> {
  const before = readMemory(process.pid).now;
  const { indexMs } = await fillDatabase(database, set.tools);
  const use = (): void => {
    globalThis.unfragileDatabase = Promise.resolve(database);
  };
  use();
  await teach(database, set.lessons);
  await database.pool.query('ANALYZE');
  const idOf = new Map(set.tools.map(({ id }) => [makeId(id), id]));
  const nameOf = new Map(set.tools.flatMap(({ capabilities }) => capabilities.map((name) => [makeJobId(name), name])));
  const find: Find = async (text) => {
    use();
    const { value: asRead } = await readSnapshot((tx) => searchAsRead(tx, { typed: text, filters: noFilters, asWritten: [] }, 10));
    const value = asRead.search;
    if (value.type === 'empty') return { tools: [], capabilities: [] };
    return { tools: value.results.map(({ toolId }) => idOf.get(toolId) ?? ''), capabilities: value.jobs.map(({ job }) => nameOf.get(job) ?? '') };
  };
  const ours = { name: `ours, ${name}`, find, indexMs, megabytes: readMemory(process.pid).now - before };
  // On 100,000 tools it takes minutes, and the aim is beside MiniSearch.
  if (isScaled) return [ours];
  const ranking = await indexTsRank(database.pool, set.tools, set.lessons);
  return [ours, { name: `ts_rank_cd, ${name}`, find: nameByTools(ranking.search, set.tools), indexMs: ranking.indexMs, megabytes: 0 }];
}

const rival = 'MiniSearch';

function print(measured: readonly Measured[], set: QuerySet): void {
  const head = ['engine', 'nDCG@10', 'recall@1', '@5', '@10', 'MRR', 'cap@3', 'p50 ms', 'p95 ms', `÷ ${rival}`, 'index s', 'MB'];
  const round = (value: number | null, digits: number): string => (value === null ? '—' : value.toFixed(digits));
  const scores = new Map(measured.map(({ name, rounds }) => [name, rounds.map((answers) => scoreAnswers(answers, set.tools))]));
  const list = (name: string, field: 'p50' | 'p95'): number[] => scores.get(name)?.map((each) => each[field]) ?? [];
  const format = ({ name, indexMs, megabytes }: Measured): string[] => {
    const first: Scores | undefined = scores.get(name)?.[0];
    if (first === undefined) throw new Error(`${name} answered no round.`);
    return [
      name,
      ...[first.ndcg10, first.recall1, first.recall5, first.recall10, first.mrr, first.capability3].map((value) => round(value, 4)),
      round(findMedian(list(name, 'p50')), 2),
      round(findMedian(list(name, 'p95')), 2),
      round(findRatio(list(name, 'p95'), list(rival, 'p95')), 2),
      round(indexMs / 1000, 2),
      megabytes > 0 ? round(megabytes, 0) : '—',
    ];
  };
  const lines = [head, ...measured.map(format)];
  const widths = head.map((_title, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of lines)
    process.stdout.write(
      `  ${line.map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0))).join('  ')}\n`,
    );
}

/** All engines over the same tools; in each round every one answers all needs, one engine after another. */
async function measureSet(set: QuerySet, { isScaled, rounds }: { isScaled: boolean; rounds: number }): Promise<Measured[]> {
  const before = readMemory(process.pid).now;
  const mini = indexMiniSearch(set.tools, set.lessons);
  const megabytes = readMemory(process.pid).now - before;
  const engines: Engine[] = [{ name: rival, find: nameByTools(mini.search, set.tools), indexMs: mini.indexMs, megabytes }];
  const server = await findServer();
  const databases: Database[] = [];
  try {
    const homes = { PGlite: await prepareEmbedded(), ...(server === null ? {} : { PostgreSQL: preparePostgres(server) }) };
    for (const [name, open] of Object.entries(homes)) {
      const database = await open();
      databases.push(database);
      engines.push(...(await openDatabaseEngines(name, database, set, isScaled)));
    }
    const measured = engines.map(({ find: _find, ...engine }): Measured => ({ ...engine, rounds: [] }));
    for (let round = 0; round < rounds; round += 1)
      for (const [index, { find }] of engines.entries()) measured[index]?.rounds.push(await answer(set.queries, find));
    return measured;
  } finally {
    for (const database of databases) await database.close();
    await server?.stop();
  }
}

/** One size of a set, with all that is asked of it. */
async function measureSize(
  set: QuerySet,
  taught: ReadonlySet<string>,
  { scale, rounds, half }: { scale: number | null; rounds: number; half: boolean },
): Promise<void> {
  const sized: QuerySet = scale === null ? set : { ...set, tools: scaleTools(set.tools, scale) };
  process.stdout.write(`${set.name}: ${sized.tools.length} tools, ${set.queries.length} needs, ${set.lessons.length} confirmed needs, rounds: ${rounds}\n`);
  const measured = await measureSet(sized, { isScaled: scale !== null, rounds });
  print(measured, sized);
  if (!half) return;
  for (const [title, side] of [
    ['tools that were taught', true],
    ['tools that were not', false],
  ] as const) {
    process.stdout.write(`${title}\n`);
    const has = ({ query }: Answer): boolean => [...query.right].some((id) => taught.has(id)) === side;
    print(
      measured.map((each) => ({ ...each, rounds: each.rounds.map((answers) => answers.filter(has)) })),
      sized,
    );
  }
}

/** A whole number above zero that was given for an option; throws a sentence for anything else. */
function readCount(option: string, text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new Error(`--${option} takes a number from 1 to 9999999, not "${text}".`);
  return Number(text);
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      set: { type: 'string' },
      learn: { type: 'string', default: '0' },
      half: { type: 'boolean', default: false },
      scale: { type: 'string' },
      needs: { type: 'string' },
      rounds: { type: 'string', default: '1' },
    },
  });
  if (values.set === undefined)
    throw new Error('Say which set: npm run bench:match -- --set DIR [--learn N] [--half] [--scale 1000,100000] [--needs N] [--rounds N]');
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
  const queries = values.needs === undefined ? read.queries : read.queries.slice(0, readCount('needs', values.needs));
  const options = { rounds: readCount('rounds', values.rounds), half: values.half };
  const scales = values.scale?.split(',').map((text) => readCount('scale', text)) ?? [null];
  for (const scale of scales) await measureSize({ ...read, lessons, queries }, taught, { ...options, scale });
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
