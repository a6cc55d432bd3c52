import { closeDatabase } from '../db/database';

export const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** A sentence for the person at the terminal, who can do something about it; no stack is shown. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/**
 * Runs a command to its end: closes the database, and for an error prints its message and gives exit code 1.
 * UNFRAGILE_TRACE=1 shows where it came from.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const trace = process.env.UNFRAGILE_TRACE === '1' && error instanceof Error ? error.stack : undefined;
    process.stderr.write(`${trace ?? describe(error)}\n`);
    process.exitCode = 1;
  } finally {
    await closeDatabase();
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return `The database of DATABASE_URL cannot be reached (${code}). Start it, or correct the address.`;
  if (code?.startsWith('ERR_PARSE_ARGS')) return `${error.message} See README.md for what the command takes.`;
  return error.message || (error instanceof AggregateError ? error.errors.map(describe).join('; ') : error.name);
}

/** Seconds since a moment of performance.now(), for a summary: '1.4 s'. */
export function formatSeconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
