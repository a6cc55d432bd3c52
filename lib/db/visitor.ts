import { createHmac } from 'node:crypto';
import { getSecret } from './secret';

/** Enough to count a visitor once a day, not enough to know the visitor: a keyed hash of the day and an address, say. */
export function hashVisitor(visitor: string): string {
  return createHmac('sha256', getSecret())
    .update(`${new Date().toISOString().slice(0, 10)}\n${visitor}`)
    .digest('hex')
    .slice(0, 32);
}
