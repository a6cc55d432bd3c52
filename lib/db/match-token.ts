import { createHmac, timingSafeEqual } from 'node:crypto';
import { getSecret } from './secret';

const sign = (text: string): string => createHmac('sha256', getSecret()).update(`match\n${text}`).digest('base64url').slice(0, 24);

export type MatchKey = { searchId: string; toolId: string };

/** What a page gives back with "it worked": which tool of which search, signed, so that nobody makes one up. */
export function makeMatchToken({ searchId, toolId }: MatchKey): string {
  const text = `${searchId}.${toolId}`;
  return `${text}.${sign(text)}`;
}

/** Null for anything that we did not sign. */
export function readMatchToken(token: string): MatchKey | null {
  const parts = /^([0-9a-f-]{36})\.([^.]{1,80})\.([\w-]{24})$/.exec(token);
  if (parts === null) return null;
  const [, searchId = '', toolId = '', signature = ''] = parts;
  const expected = Buffer.from(sign(`${searchId}.${toolId}`));
  return timingSafeEqual(expected, Buffer.from(signature)) ? { searchId, toolId } : null;
}
