import { formatDay } from '../../lib/format/day';

/** True for a status that warns a reader: archived, retiring or superseded. */
export function isEnding(status: unknown): boolean {
  return typeof status === 'string' && /^(archived|retires on|superseded by)/.test(status);
}

/** A status as a reader takes it in: its date in words. */
export function wordStatus(status: string): string {
  return status.replace(/\d{4}-\d{2}-\d{2}/, formatDay);
}
