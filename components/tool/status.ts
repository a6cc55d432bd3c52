/** True for a status that warns a reader: archived, retiring or superseded. */
export function isEnding(status: unknown): boolean {
  return typeof status === 'string' && /^(archived|retires on|superseded by)/.test(status);
}
