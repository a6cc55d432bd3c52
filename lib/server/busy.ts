import { type Twin, twins, twinTypes } from '../address/set';
import { printCsv } from '../format/table';
import type { Captured } from './captured-response';
import { finish } from './finish';
import { framedPolicy } from './security-headers';
import { findForm } from './stored-address';

type Form = Twin | 'page' | 'embed' | 'plain';

/** The form in which a path that the application would have been asked for is answered. */
function chooseForm(path: string, accept: string): Form {
  const asked = findForm(path);
  if (asked !== null) return asked === 'embed' ? 'embed' : (twins.find((twin) => twin === asked) ?? 'plain');
  // A form that is sent without JavaScript is answered with a page.
  return path.startsWith('/api/') && !accept.includes('text/html') ? 'json' : 'page';
}

const style = 'body{max-width:40rem;margin:15vh auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}';

const printPage = (message: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Busy · Unfragile</title><style>${style}</style></head><body><p>${message}</p></body></html>`;

function print(form: Form, message: string, retryAfterSeconds: number): { type: string; body: string } {
  switch (form) {
    case 'page':
    case 'embed':
      return { type: 'text/html', body: printPage(message) };
    case 'json':
      return { type: twinTypes.json, body: JSON.stringify({ error: 'busy', message, retryAfterSeconds }) };
    case 'csv':
      return { type: twinTypes.csv, body: printCsv({ head: ['Error', 'Message'], rows: [['busy', message]] }) };
    case 'md':
      return { type: twinTypes.md, body: `${message}\n` };
    case 'plain':
      return { type: 'text/plain', body: `${message}\n` };
  }
}

type Busy = { path: string; accept: string; waitMs: number; because: 'readers' | 'database' };

function explain(because: Busy['because'], seconds: number): string {
  switch (because) {
    case 'readers':
      return `Too many readers are asking at once, and this answer would have to wait for about ${seconds} seconds. Try again then.`;
    case 'database':
      return `The database had no time for this answer; an import may be going on. Try again in ${seconds} seconds.`;
  }
}

/** What is said when an answer would have to wait for too long: why, in the form that was asked for, and when to come back. */
export function makeBusy({ path, accept, waitMs, because }: Busy): Captured {
  const seconds = Math.ceil(waitMs / 1_000);
  const message = explain(because, seconds);
  const form = chooseForm(path, accept);
  const { type, body } = print(form, message, seconds);
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'retry-after': String(seconds),
    ...(form === 'embed' ? { 'content-security-policy': framedPolicy } : {}),
    ...(form === 'page' || form === 'embed' ? {} : { 'x-robots-tag': 'noindex', 'access-control-allow-origin': '*' }),
  };
  return finish({ status: 503, headers, body: Buffer.from(body) }, 'no-store');
}
