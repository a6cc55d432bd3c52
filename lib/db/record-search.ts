import { createHmac } from 'node:crypto';
import { isRobot } from '../match/is-robot';
import { longestKept } from '../match/learning';
import { findPrivate } from '../match/private-need';
import { normaliseNeed, tidyNeed } from '../match/tidy-need';
import { sha256 } from './canonical-json';
import { getDatabase } from './database';
import { Prisma } from './generated/client';
import type { ListFilters } from './list-filters';
import { makeMatchToken, readMatchToken } from './match-token';
import { getSecret } from './secret';
import { hashVisitor } from './visitor';
import { makeBatches } from './write-batches';

/** Where a search was made. */
export type Surface = 'search-page' | 'api';

/** Whoever searches: an address, say, and what the program calls itself. Neither is stored. */
export type Searcher = { visitor: string | null; userAgent: string | null };

export type SearchTicket = { searchId: string; needId: string; text: string; visitorHash: string };

const longestNote = 300;

/**
 * What a search is recorded under, or null when it is not to be: a robot, nobody known, an empty need, a secret, an
 * address, or a text that is too long. The same visitor, need and day give the same ticket, so repeating adds nothing.
 */
export function makeTicket(typed: string, { visitor, userAgent }: Searcher): SearchTicket | null {
  const text = normaliseNeed(typed);
  if (visitor === null || isRobot(userAgent) || text === '' || text.length > longestKept || findPrivate(tidyNeed(typed)) !== null) return null;
  const visitorHash = hashVisitor(visitor);
  const needId = sha256(text).slice(0, 32);
  const hex = createHmac('sha256', getSecret()).update(`search\n${needId}\n${visitorHash}`).digest('hex');
  const searchId = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
  return { searchId, needId, text, visitorHash };
}

/** The token with which a reader of this search says that a tool worked. */
export const makeToken = ({ searchId }: SearchTicket, toolId: string): string => makeMatchToken({ searchId, toolId });

export type Shown = { toolId: string; capabilityId: string | null };

/** What is kept of a search: what was asked, and what its page showed. */
type Recording = { ticket: SearchTicket; surface: Surface; filters: ListFilters; fits: boolean; shown: readonly Shown[] };

/** One statement, so that a search is kept with all that it showed or not at all; in an order, so that two servers do not wait for each other. */
async function writeSearches(recordings: readonly Recording[]): Promise<void> {
  const { prisma } = await getDatabase();
  const searches = recordings.map(({ ticket, surface, filters, fits }) => ({ ...ticket, surface, filters, fits }));
  const matches = recordings.flatMap(({ ticket: { searchId }, shown }) => shown.map((each, position) => ({ searchId, ...each, position })));
  await prisma.$executeRaw`
    WITH asked AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(searches)}::jsonb)
        AS s("searchId" uuid, "needId" text, "text" text, "visitorHash" text, "surface" text, "filters" jsonb, "fits" boolean)
    ), needs AS (
      INSERT INTO "Need" ("id", "text") SELECT DISTINCT "needId", "text" FROM asked ORDER BY 1 ON CONFLICT ("id") DO NOTHING
    ), searches AS (
      INSERT INTO "Search" ("id", "needId", "surface", "filters", "fits", "visitorHash")
      SELECT "searchId", "needId", "surface", "filters", "fits", "visitorHash" FROM asked ORDER BY 1 ON CONFLICT ("id") DO NOTHING
    )
    INSERT INTO "Match" ("searchId", "toolId", "capabilityId", "position")
    SELECT m."searchId", m."toolId", m."capabilityId", m."position"
    FROM jsonb_to_recordset(${JSON.stringify(matches)}::jsonb) AS m("searchId" uuid, "toolId" text, "capabilityId" text, "position" int)
    JOIN "Tool" t ON t."id" = m."toolId" ORDER BY 1, 2 ON CONFLICT ("searchId", "toolId") DO NOTHING`;
}

declare global {
  /** The server's bundles each hold a copy of this module: what waits to be written is shared here. */
  var unfragileRecordings: ReturnType<typeof makeBatches<Recording>> | undefined;
}

globalThis.unfragileRecordings ??= makeBatches(writeSearches);
const recordings = globalThis.unfragileRecordings;

/** Waits until every search that was handed over is kept; the database is closed after that. */
export const settleRecordings = recordings.settled;

/** Keeps a search and what it showed; call it after the page is sent. Once a visitor, need and day. */
export const recordSearch = (ticket: SearchTicket, search: Omit<Recording, 'ticket'>): Promise<void> => recordings.write({ ticket, ...search });

export type RecordedOutcome = { type: 'recorded' } | { type: 'refused'; why: 'wrong-token' | 'unknown-match' };

/** Keeps that a match worked, or did not. Saying it again, or otherwise, replaces what was said. */
export async function recordOutcome(
  { token, worked, note }: { token: string; worked: boolean; note: string | null },
  searcher: Searcher,
): Promise<RecordedOutcome> {
  const key = readMatchToken(token);
  if (key === null) return { type: 'refused', why: 'wrong-token' };
  // Whoever answers at once may do so before their search is kept.
  await settleRecordings();
  const { prisma } = await getDatabase();
  const tidy = note === null ? '' : tidyNeed(note).slice(0, longestNote);
  const kept = tidy === '' || findPrivate(tidy) !== null ? null : tidy;
  const counted = searcher.visitor !== null && !isRobot(searcher.userAgent) ? hashVisitor(searcher.visitor) : null;
  const written = await prisma.$executeRaw(Prisma.sql`
    INSERT INTO "Outcome" AS o ("id", "searchId", "toolId", "worked", "note", "visitorHash")
    SELECT gen_random_uuid(), m."searchId", m."toolId", ${worked}, ${kept}, ${counted} FROM "Match" m WHERE m."searchId" = ${key.searchId}::uuid AND m."toolId" = ${key.toolId}
    ON CONFLICT ("searchId", "toolId") DO UPDATE SET "worked" = excluded."worked", "note" = coalesce(excluded."note", o."note"), "at" = now()`);
  return written === 0 ? { type: 'refused', why: 'unknown-match' } : { type: 'recorded' };
}
