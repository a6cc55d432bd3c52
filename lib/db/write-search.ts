import { categories } from '../catalog/categories';
import { kindNames } from '../catalog/kinds';
import { fields, saturation, weighLearned } from '../match/fields';
import { findTasks, nameConversions, sayTasks } from '../match/find-tasks';
import { synonyms } from '../match/synonyms';
import { Prisma } from './generated/client';
import type { Reading } from './read-snapshot';

/** Tools that are indexed in one statement: a bound for its memory. */
const batchSize = 1_000;
/** The words of a batch are sorted in memory. */
const sortingMemory = '32MB';

/**
 * Brings the index of search to what these tools now say, adds active tools that it lacks, and takes out those that
 * are not active any more. When the weight of learned needs crosses a step, all tools that have some are written anew;
 * so an index that grew tool by tool is the one that would be made at once.
 */
export async function writeSearch(tx: Reading, toolIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT set_config('work_mem', ${sortingMemory}, true)`;
  await forgetTools(tx, toolIds);
  await writeSynonyms(tx);
  const missing = await tx.$queryRaw<{ id: string }[]>`
    SELECT t."id" FROM "Tool" t LEFT JOIN "MatchTool" m ON m."toolId" = t."id" WHERE t."state" = 'active' AND m."toolId" IS NULL ORDER BY t."id"`;
  const ids = missing.map(({ id }) => id);
  const learned = await readLearnedWeight(tx);
  await indexTools(tx, ids, learned.is);
  if (learned.is !== learned.was) await rewriteLearned(tx, ids, learned.is);
  await tx.$executeRaw`DELETE FROM "MatchTerm" WHERE "tools" = 0`;
  await tx.$executeRaw`DELETE FROM "MatchNameWord" WHERE "tools" = 0`;
  if (learned.is !== learned.was) await setStatistic(tx, 'learned-weight', learned.is);
  await tx.$executeRaw`
    INSERT INTO "MatchStatistic" AS s ("name", "value") SELECT 'tools', count(*) FROM "MatchTool" ON CONFLICT ("name") DO UPDATE SET "value" = excluded."value" WHERE s."value" <> excluded."value"`;
}

/** Makes the whole index anew; the outcome is the same as that of any number of changes. */
export async function rebuildSearch(tx: Reading): Promise<void> {
  for (const table of ['MatchPosting', 'MatchCapability', 'MatchTerm', 'MatchNameWord', 'MatchTool', 'MatchStatistic', 'MatchSynonym'])
    await tx.$executeRaw`DELETE FROM ${Prisma.raw(`"${table}"`)}`;
  await writeSearch(tx, []);
}

async function readLearnedWeight(tx: Reading): Promise<{ was: number | null; is: number }> {
  const [shares] = await tx.$queryRaw<{ tools: number; taught: number }[]>`
    SELECT count(*)::int AS "tools", count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "LearnedNeed" n WHERE n."toolId" = t."id"))::int AS "taught"
    FROM "Tool" t WHERE t."state" = 'active'`;
  const stored = await tx.matchStatistic.findUnique({ where: { name: 'learned-weight' } });
  return { was: stored?.value ?? null, is: shares === undefined || shares.tools === 0 ? weighLearned(0) : weighLearned(shares.taught / shares.tools) };
}

async function rewriteLearned(tx: Reading, fresh: readonly string[], weight: number): Promise<void> {
  const taught = await tx.$queryRaw<
    { id: string }[]
  >`SELECT DISTINCT m."toolId" AS "id" FROM "MatchTool" m JOIN "LearnedNeed" n ON n."toolId" = m."toolId" ORDER BY 1`;
  const known = new Set(fresh);
  const ids = taught.map(({ id }) => id).filter((id) => !known.has(id));
  await forgetTools(tx, ids);
  await indexTools(tx, ids, weight);
}

async function setStatistic(tx: Reading, name: string, value: number): Promise<void> {
  await tx.$executeRaw`INSERT INTO "MatchStatistic" ("name", "value") VALUES (${name}, ${value}) ON CONFLICT ("name") DO UPDATE SET "value" = excluded."value"`;
}

/** Each word of the names of these rows, and how many of them have it. */
const countNameWords = (rows: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT w."word", count(DISTINCT "no")::int AS "tools" FROM ${rows}, regexp_split_to_table(match_text("name"), ' ') AS w("word") WHERE w."word" <> '' GROUP BY w."word" ORDER BY w."word"`;

/** Takes tools out of the index, and their words out of the counts of the lexicon and of names. */
async function forgetTools(tx: Reading, toolIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    WITH gone AS (
      DELETE FROM "MatchTool" m USING "Tool" t WHERE t."id" = m."toolId" AND (t."state" <> 'active' OR t."id" = ANY(${[...toolIds]}))
      RETURNING m."no", m."name", m."terms", m."weights"
    ), names AS (
      UPDATE "MatchNameWord" n SET "tools" = n."tools" - c."tools" FROM (${countNameWords(Prisma.sql`gone`)}) c WHERE c."word" = n."word"
    ), claims AS (
      DELETE FROM "MatchCapability" c USING gone WHERE c."toolNo" = gone."no"
    ), postings AS (
      DELETE FROM "MatchPosting" p USING gone CROSS JOIN LATERAL unnest(gone."terms", gone."weights") AS w("id", "weight")
      WHERE p."termId" = w."id" AND p."weight" = w."weight" AND p."toolNo" = gone."no" RETURNING p."termId"
    ), counts AS (
      SELECT "termId", count(*)::int AS "tools" FROM postings GROUP BY "termId"
    )
    UPDATE "MatchTerm" t SET "tools" = t."tools" - counts."tools" FROM counts WHERE counts."termId" = t."id"`;
}

async function indexTools(tx: Reading, toolIds: readonly string[], learnedWeight: number): Promise<void> {
  const table = JSON.stringify(
    Object.entries({ ...fields, learned: { ...fields.learned, weight: learnedWeight } }).map(([field, settings]) => ({ field, ...settings })),
  );
  const jobs = JSON.stringify(categories.map(({ id, name, job }) => ({ id, text: `${name} ${job}` })));
  const kinds = JSON.stringify(Object.entries(kindNames).map(([id, { one }]) => ({ id, text: one })));
  for (let start = 0; start < toolIds.length; start += batchSize) {
    const ids = toolIds.slice(start, start + batchSize);
    await tx.$executeRaw`
      WITH fresh AS (
        INSERT INTO "MatchTool" ("toolId", "name") SELECT "id", lower("name") FROM "Tool" WHERE "id" = ANY(${ids}) ORDER BY "id" RETURNING "no", "name"
      )
      INSERT INTO "MatchNameWord" AS n ("word", "tools") ${countNameWords(Prisma.sql`fresh`)} ON CONFLICT ("word") DO UPDATE SET "tools" = n."tools" + excluded."tools"`;
    await tx.$executeRaw(writeWeights(ids, { table, jobs, kinds, everyday: await readEveryday(tx, ids) }));
  }
}

/** The everyday words of each capability of these tools, and what it turns into what: by its own name and by that which tools share. */
async function readEveryday(tx: Reading, ids: readonly string[]): Promise<string> {
  const names = await tx.$queryRaw<{ name: string; job: string; shared: string }[]>`
    SELECT DISTINCT c."name", j."id" AS "job", j."name" AS "shared" FROM "ToolCapability" c JOIN "Capability" j ON j."id" = c."jobId"
    WHERE c."toolId" = ANY(${[...ids]}) AND c."withdrawnAt" IS NULL`;
  const everyday = names.map(({ name, job, shared }) => {
    const tasks = findTasks([name, shared]);
    return { name, job, text: sayTasks(tasks), conversions: nameConversions(tasks) };
  });
  return JSON.stringify(everyday.filter(({ text }) => text !== ''));
}

type Tables = { table: string; jobs: string; kinds: string; everyday: string };

/** The fields of each tool as text; those of a capability say which. */
const texts = (ids: readonly string[], { jobs, kinds, everyday }: Tables): Prisma.Sql => Prisma.sql`
  tools AS (SELECT m."no", t.* FROM "MatchTool" m JOIN "Tool" t ON t."id" = m."toolId" WHERE t."id" = ANY(${[...ids]})),
  claims AS (SELECT t."no", c.* FROM tools t JOIN "ToolCapability" c ON c."toolId" = t."id" WHERE c."withdrawnAt" IS NULL),
  everyday AS (SELECT * FROM jsonb_to_recordset(${everyday}::jsonb) AS e("name" text, "job" text, "text" text, "conversions" text)),
  texts("no", "capabilityId", "field", "text") AS (
    SELECT "no", NULL, 'name', concat_ws(' ', "name", CASE WHEN "name" ~ '[^A-Za-z0-9 ]|[a-z0-9][A-Z]' THEN lower(regexp_replace("name", '[ -/:-@\[-\`{-~]+', '', 'g')) END) FROM tools
    UNION ALL SELECT t."no", NULL, 'alias', a."text" FROM tools t JOIN "ToolAlias" a ON a."toolId" = t."id"
    UNION ALL SELECT "no", NULL, 'vendor', "vendor" FROM tools
    UNION ALL SELECT "no", NULL, 'summary', concat_ws(' ', "summary", "pickFor") FROM tools
    UNION ALL SELECT t."no", NULL, 'job', j."text" FROM tools t JOIN jsonb_to_recordset(${jobs}::jsonb) AS j("id" text, "text" text) ON j."id" = t."category"
    UNION ALL SELECT t."no", NULL, 'job', k."text" FROM tools t JOIN jsonb_to_recordset(${kinds}::jsonb) AS k("id" text, "text" text) ON k."id" = t."kind"
    UNION ALL SELECT "no", "id", 'capability', "name" FROM claims
    UNION ALL SELECT c."no", c."id", 'everyday', e."text" FROM claims c JOIN everyday e ON e."name" = c."name" AND e."job" = c."jobId"
    UNION ALL SELECT c."no", c."id", 'conversion', e."conversions" FROM claims c JOIN everyday e ON e."name" = c."name" AND e."job" = c."jobId"
    UNION ALL SELECT "no", "id", 'description', "description" FROM claims
    UNION ALL SELECT "no", "id", 'need', need FROM claims, jsonb_array_elements_text("needs") need
    UNION ALL SELECT "no", "id", 'detail', detail FROM claims, jsonb_array_elements_text("inputs" || "outputs" || "limitations") detail
    UNION ALL SELECT t."no", n."capabilityId", 'learned', n."text" FROM tools t JOIN "LearnedNeed" n ON n."toolId" = t."id"
  )`;

/** A field's count of a word, thinned out by its length, times its weight; the sum over fields, saturated (BM25F). */
const weigh = (words: Prisma.Sql, owner: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT ${owner}, "term", (v * (${saturation}::float8 + 1) / (v + ${saturation}::float8))::real AS "weight" FROM (
    SELECT ${owner}, "term", sum("weight" * "count" / (1 - "thinning" + "thinning" * "length" / "usualLength") ORDER BY "field")::float8 AS v
    FROM (SELECT *, sum("count") OVER (PARTITION BY ${owner}, "field")::float8 AS "length" FROM (${words}) counted) measured
    JOIN fields USING ("field") GROUP BY ${owner}, "term"
  ) summed`;

function writeWeights(ids: readonly string[], tables: Tables): Prisma.Sql {
  // Several capabilities of one task turn the same into the same: that is said once.
  const perTool = Prisma.sql`
    SELECT "no", "field", "term", CASE WHEN "field" = 'conversion' THEN 1 ELSE sum("count") END::float8 AS "count" FROM words GROUP BY "no", "field", "term"`;
  const perClaim = Prisma.sql`
    SELECT "capabilityId", "field", "term", sum("count")::float8 AS "count" FROM words WHERE "capabilityId" IS NOT NULL GROUP BY "capabilityId", "field", "term"`;
  return Prisma.sql`
    WITH fields AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${tables.table}::jsonb) AS f("field" text, "weight" float8, "thinning" float8, "usualLength" float8)
    ), ${texts(ids, tables)}, words AS MATERIALIZED (
      SELECT "no", "capabilityId", "field", w.lexeme COLLATE "C" AS "term", CASE WHEN "field" = 'learned' THEN 1 ELSE cardinality(w.positions) END AS "count"
      FROM texts, unnest(to_tsvector('english', match_text("text"))) w
    ), weights AS MATERIALIZED (${weigh(perTool, Prisma.sql`"no"`)}
    ), lexicon AS (
      INSERT INTO "MatchTerm" AS t ("term", "tools") SELECT "term", count(*)::int FROM weights GROUP BY "term" ORDER BY "term"
      ON CONFLICT ("term") DO UPDATE SET "tools" = t."tools" + excluded."tools" RETURNING "id", "term"
    ), postings AS (
      INSERT INTO "MatchPosting" ("termId", "toolNo", "weight")
      SELECT x."id", w."no", w."weight" FROM weights w JOIN lexicon x ON x."term" = w."term" ORDER BY x."id", w."weight", w."no"
    ), rows AS (
      UPDATE "MatchTool" m SET "terms" = g."terms", "weights" = g."weights" FROM (
        SELECT w."no", array_agg(x."id" ORDER BY x."id") AS "terms", array_agg(w."weight" ORDER BY x."id") AS "weights"
        FROM weights w JOIN lexicon x ON x."term" = w."term" GROUP BY w."no"
      ) g WHERE g."no" = m."no"
    )
    INSERT INTO "MatchCapability" ("capabilityId", "toolNo", "terms", "weights")
    SELECT w."capabilityId", o."no", array_agg(x."id" ORDER BY x."id"), array_agg(w."weight" ORDER BY x."id")
    FROM (${weigh(perClaim, Prisma.sql`"capabilityId"`)}) w JOIN lexicon x ON x."term" = w."term"
    JOIN (SELECT "id", "no" FROM claims) o ON o."id" = w."capabilityId" GROUP BY w."capabilityId", o."no"`;
}

/** Each pair of everyday synonyms, stemmed as this database stems. Written when the table is empty or has changed. */
async function writeSynonyms(tx: Reading): Promise<void> {
  const table = JSON.stringify(synonyms.map((words, group) => ({ group, text: words })));
  const pairs = Prisma.sql`
    SELECT DISTINCT a.lexeme AS "term", b.lexeme AS "other" FROM jsonb_to_recordset(${table}::jsonb) AS s("group" int, "text" text),
      unnest(to_tsvector('english', s."text")) a, unnest(to_tsvector('english', s."text")) b WHERE a.lexeme <> b.lexeme`;
  await tx.$executeRaw`DELETE FROM "MatchSynonym" WHERE ("term", "other") NOT IN (${pairs})`;
  await tx.$executeRaw`INSERT INTO "MatchSynonym" ("term", "other") ${pairs} ON CONFLICT DO NOTHING`;
}
