/** One line of JSON a record. `level` decides whether it is written: see LOG_LEVEL. */
export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

export type Log = (level: Exclude<LogLevel, 'silent'>, message: string, fields?: Readonly<Record<string, unknown>>) => void;

/** An error as fields: message and stack, and those of everything that caused it. */
export function describeError(error: unknown): { message: string; stack?: string; cause?: unknown } {
  if (!(error instanceof Error)) return { message: String(error) };
  return { message: error.message, stack: error.stack, ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }) };
}

/** A log that writes what is at or above `level`. */
export function makeLog(level: LogLevel, write: (line: string) => void, now: () => string): Log {
  const most = logLevels.indexOf(level);
  return (recordLevel, message, fields) => {
    if (logLevels.indexOf(recordLevel) <= most) write(`${JSON.stringify({ time: now(), level: recordLevel, message, ...fields })}\n`);
  };
}
