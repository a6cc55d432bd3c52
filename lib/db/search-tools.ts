import { findLeastFit, type WordWeight } from '../match/judge-fit';
import { splitExcluded, tidyNeed } from '../match/tidy-need';
import { type NeedTerm, weighNeed } from '../match/weigh-need';
import { findTerms } from './find-terms';
import type { ListFilters } from './list-filters';
import type { Listing } from './listing';
import type { Reading } from './read-snapshot';
import { scoreTools } from './score-tools';

/** A stretch of text; `hit` where it is what was searched for. */
export type Stretch = { text: string; hit: boolean };

export type FoundCapability = { id: string; key: string; job: string; name: string; description: string; headline: Stretch[] };

/** A tool that a search found, why, and the capability that fits best; null when only the tool's own text did. */
export type SearchResult = {
  toolId: string;
  listing: Listing;
  capability: FoundCapability | null;
  exact: boolean;
  score: number;
  fit: number;
  words: WordWeight[];
};

/**
 * What a search came to. `nothing-fits` still holds the nearest tools, best first, and the words of the need that
 * none of them answers; it has none when no word of the need is in the catalogue.
 */
export type NeedSearch =
  | { type: 'empty' }
  | { type: 'found'; results: SearchResult[] }
  | { type: 'nothing-fits'; results: SearchResult[]; unanswered: string[] };

/** Control characters that no record holds mark the hits in a headline. */
const opens = '\u0001';
const closes = '\u0002';

/** Searches for a need in plain words among active tools, best first; says so when nothing fits. */
export async function searchNeed(tx: Reading, typed: string, filters: ListFilters, limit: number): Promise<NeedSearch> {
  const text = tidyNeed(typed);
  if (text === '') return { type: 'empty' };
  const { wanted, excluded } = splitExcluded(text);
  const { rows, all } = await findTerms(tx, wanted);
  const without = excluded === '' ? [] : (await findTerms(tx, excluded)).rows.flatMap(({ how, termId }) => (how === 'same' && termId !== null ? [termId] : []));
  const need = weighNeed(rows, all);
  const counts = new Map(rows.flatMap(({ termId, tools }) => (termId === null || tools === null ? [] : [[termId, tools] as const])));
  const scored = await scoreTools(tx, { name: text.toLowerCase(), need, counts, without, filters, limit });
  const capabilities = await findCapabilities(
    tx,
    scored.map(({ toolId }) => toolId),
    need.terms,
  );
  const results = scored.map((tool) => ({ ...tool, capability: capabilities.get(tool.toolId) ?? null }));
  const best = Math.max(0, ...results.map(({ fit }) => fit));
  if (best >= findLeastFit(need.words)) return { type: 'found', results };
  const answered = new Set(results.flatMap(({ words }) => words.map(({ word }) => word)));
  return { type: 'nothing-fits', results, unanswered: need.words.map(({ word }) => word).filter((word) => !answered.has(word)) };
}

/** The tools that fit a need, best first; none when nothing fits. */
export async function searchTools(tx: Reading, query: string, filters: ListFilters, limit: number): Promise<SearchResult[]> {
  const found = await searchNeed(tx, query, filters, limit);
  return found.type === 'found' ? found.results : [];
}

type CapabilityRow = Omit<FoundCapability, 'headline'> & { toolId: string; headline: string };

/** Of each tool the capability whose own text fits the need best. */
async function findCapabilities(tx: Reading, toolIds: readonly string[], terms: readonly NeedTerm[]): Promise<Map<string, FoundCapability>> {
  if (toolIds.length === 0 || terms.length === 0) return new Map();
  const loose = terms.map(({ term }) => `'${term.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`).join(' | ');
  const rows = await tx.$queryRaw<CapabilityRow[]>`
    WITH terms AS MATERIALIZED (
      SELECT * FROM unnest(${terms.map(({ termId }) => termId)}::int[], ${terms.map(({ weight }) => weight)}::float8[]) AS q("id", "weight")
    ), scored AS (
      SELECT m."toolId", c."capabilityId", round((
        SELECT sum(w."weight" * q."weight") FROM unnest(c."terms", c."weights") AS w("id", "weight") JOIN terms q ON q."id" = w."id")::numeric, 6) AS "score"
      FROM "MatchTool" m JOIN "MatchCapability" c ON c."toolNo" = m."no" WHERE m."toolId" = ANY(${[...toolIds]})
    ), best AS (
      SELECT DISTINCT ON (s."toolId") s."toolId", c."id", c."key", c."jobId" AS "job", c."name", c."description"
      FROM scored s JOIN "ToolCapability" c ON c."id" = s."capabilityId" WHERE s."score" > 0 ORDER BY s."toolId", s."score" DESC, c."position", c."id"
    )
    SELECT b.*, ts_headline('english', b."description", ${loose}::tsquery, ${`StartSel=${opens}, StopSel=${closes}, HighlightAll=true`}) AS "headline" FROM best b`;
  return new Map(rows.map(({ toolId, headline, ...capability }) => [toolId, { ...capability, headline: splitHeadline(headline) }]));
}

function splitHeadline(headline: string): Stretch[] {
  return headline
    .split(opens)
    .flatMap((part, index) => {
      const [first = '', rest] = part.split(closes);
      return rest === undefined
        ? [{ text: first, hit: index > 0 }]
        : [
            { text: first, hit: true },
            { text: rest, hit: false },
          ];
    })
    .filter(({ text }) => text !== '');
}
