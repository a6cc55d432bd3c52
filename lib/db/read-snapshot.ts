import { getDatabase, planOnce } from './database';
import { Prisma } from './generated/client';
import { noteCrowded, noteQuery, noteSnapshot } from './request-context';

/** An open transaction. Everything that one page shows is read through one of these. */
export type Reading = Prisma.TransactionClient;

/** The committed state of catalogue and ranks that a page shows. Dates are ISO text. */
export type Snapshot = {
  id: string;
  /** Date of the newest fact: "now" for every score. */
  asOf: string;
  formula: string;
  toolCount: number;
  factCount: number;
  committedAt: string;
};

/** How long a command may read or rank a whole catalogue, in ms. */
export const wholeCatalogueTimeout = 15 * 60_000;

/** Nothing was imported yet, so there is nothing to show. */
export class NoSnapshotError extends Error {
  override name = 'NoSnapshotError';
  constructor() {
    super('The catalogue is empty. Run "npm run import" first.');
  }
}

/** True when a transaction got no connection in time; one that began and did not end in time has the same code, and is a fault of ours. */
export const isOutOfTime = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2028' && error.message.includes('Unable to start a transaction');

/** The snapshot that pages show now, or null before the first import. */
export async function findSnapshot(tx: Reading): Promise<Snapshot | null> {
  const [current] = await tx.$queryRaw<(Omit<Snapshot, 'committedAt'> & { committedAt: Date })[]>`
    ${planOnce} SELECT s."id", s."asOf"::text AS "asOf", s."formula", s."toolCount", s."factCount", s."committedAt"
    FROM "CurrentSnapshot" cs JOIN "Snapshot" s ON s."id" = cs."snapshotId"`;
  return current === undefined ? null : { ...current, committedAt: current.committedAt.toISOString() };
}

/**
 * Reads everything that one page shows in one repeatable-read transaction, so that it belongs to one snapshot, and
 * says which. `read` must use the transaction it is given: the embedded database has one connection.
 * Throws NoSnapshotError before the first import. `timeout` (ms) is for commands that read the whole catalogue.
 */
export async function readSnapshot<Value>(
  read: (tx: Reading, snapshot: Snapshot) => Promise<Value>,
  timeout?: number,
): Promise<{ snapshot: Snapshot; value: Value }> {
  const { prisma } = await getDatabase();
  const began = performance.now();
  const reading = prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`;
      const snapshot = await findSnapshot(tx);
      if (snapshot === null) throw new NoSnapshotError();
      return { snapshot, value: await read(tx, snapshot) };
    },
    { isolationLevel: 'RepeatableRead', ...(timeout === undefined ? {} : { timeout }) },
  );
  const result = await reading.catch((error: unknown) => {
    if (isOutOfTime(error)) noteCrowded();
    throw error;
  });
  noteQuery(performance.now() - began);
  noteSnapshot(result.snapshot.id);
  return result;
}
