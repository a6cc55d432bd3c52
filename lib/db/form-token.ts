import { createHmac, timingSafeEqual } from 'node:crypto';
import { getSecret } from './secret';

const sign = (text: string): string => createHmac('sha256', getSecret()).update(`form\n${text}`).digest('base64url').slice(0, 24);

/** A form that was filled in faster was filled in by a program; one that is older was copied, or forgotten. */
const [leastMs, mostMs] = [2_000, 24 * 3_600_000];

/** Goes out with a form about `subject` and comes back with it. `now` is in milliseconds. */
export function makeFormToken(subject: string, now: number): string {
  return `${now.toString(36)}.${sign(`${now.toString(36)}\n${subject}`)}`;
}

export type FormTokenState = 'good' | 'forged' | 'too-fast' | 'too-old';

/** Whether a form about `subject` comes from a page of ours, and was filled in by a person in good time. */
export function checkFormToken(token: string, subject: string, now: number): FormTokenState {
  const [, issued = '', signature = ''] = /^([0-9a-z]{1,10})\.([\w-]{24})$/.exec(token) ?? [];
  if (issued === '' || !timingSafeEqual(Buffer.from(sign(`${issued}\n${subject}`)), Buffer.from(signature))) return 'forged';
  const age = now - Number.parseInt(issued, 36);
  if (age < leastMs) return 'too-fast';
  return age > mostMs ? 'too-old' : 'good';
}
