import MiniSearch from 'minisearch';
import type { Pool } from 'pg';
import { stemmer } from 'stemmer';
import { fields } from '../../../lib/match/fields';
import type { Lesson, SetTool } from './read-set';

export type Search = (text: string) => Promise<readonly string[]> | readonly string[];

/** The words that PostgreSQL's English dictionary drops, as far as needs have them. */
const stopWords = new Set(
  'i me my we our you your he him his she her it its they them their what which who whom this that these those am is are was were be been being have has had do does did a an the and but if or because as until while of at by for with about against between into through during before after above below to from up down in out on off over under again further then once here there when where why how all any both each few more most other some such no nor not only own same so than too very s t can will just don should now'.split(
    ' ',
  ),
);

const processTerm = (term: string): string | null => {
  const lower = term.toLowerCase();
  return lower === '' || stopWords.has(lower) ? null : stemmer(lower);
};

/** MiniSearch with stemming, the same boosts of fields, no fuzziness, any word: BM25 in memory. */
export function indexMiniSearch(tools: readonly SetTool[], lessons: readonly Lesson[]): { search: Search; indexMs: number } {
  const learned = new Map<string, string[]>();
  for (const { text, doc } of lessons) learned.set(doc, [...(learned.get(doc) ?? []), text]);
  const index = new MiniSearch({
    fields: ['name', 'description', 'capabilities', 'extra', 'learned'],
    processTerm,
    searchOptions: {
      boost: {
        name: fields.name.weight,
        description: fields.summary.weight,
        capabilities: fields.capability.weight,
        extra: fields.detail.weight,
        learned: 0.3,
      },
      combineWith: 'OR',
      fuzzy: false,
      prefix: false,
    },
  });
  const began = performance.now();
  index.addAll(
    tools.map(({ id, name, description, capabilities, extra }) => ({
      id,
      name,
      description,
      capabilities: capabilities.join(' '),
      extra,
      learned: (learned.get(id) ?? []).join(' '),
    })),
  );
  const indexMs = performance.now() - began;
  return {
    search: (text) =>
      index
        .search(text)
        .slice(0, 10)
        .map(({ id }) => String(id)),
    indexMs,
  };
}

/** PostgreSQL's own ranking over one document a tool, its fields in the weights A to D. */
export async function indexTsRank(pool: Pool, tools: readonly SetTool[], lessons: readonly Lesson[]): Promise<{ search: Search; indexMs: number }> {
  const learned = new Map<string, string[]>();
  for (const { text, doc } of lessons) learned.set(doc, [...(learned.get(doc) ?? []), text]);
  const began = performance.now();
  await pool.query('CREATE TABLE "BenchDocument" ("id" text PRIMARY KEY, "document" tsvector)');
  for (let start = 0; start < tools.length; start += 1_000) {
    const rows = tools
      .slice(start, start + 1_000)
      .map((tool) => ({ ...tool, capabilities: tool.capabilities.join(' '), learned: (learned.get(tool.id) ?? []).join(' ') }));
    await pool.query(
      `INSERT INTO "BenchDocument" SELECT "id", setweight(to_tsvector('english', match_text("name" || ' ' || "capabilities")), 'A') || setweight(to_tsvector('english', match_text("description")), 'B')
        || setweight(to_tsvector('english', match_text("learned")), 'C') || setweight(to_tsvector('english', match_text("extra")), 'D')
       FROM jsonb_to_recordset($1::jsonb) AS r("id" text, "name" text, "capabilities" text, "description" text, "learned" text, "extra" text)`,
      [JSON.stringify(rows)],
    );
  }
  await pool.query('CREATE INDEX "BenchDocument_document" ON "BenchDocument" USING GIN ("document")');
  const indexMs = performance.now() - began;
  const search = async (text: string): Promise<string[]> => {
    const { rows } = await pool.query<{ id: string }>(
      `SELECT d."id" FROM "BenchDocument" d, (SELECT regexp_replace(plainto_tsquery('english', match_text($1))::text, '&|<[-0-9]+>', '|', 'g')::tsquery AS "any") q
       WHERE d."document" @@ q."any" ORDER BY ts_rank_cd('{0.1, 0.3, 0.5, 1}', d."document", q."any", 1) DESC, d."id" LIMIT 10`,
      [text],
    );
    return rows.map(({ id }) => id);
  };
  return { search, indexMs };
}
