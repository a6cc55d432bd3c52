import { type Twin, twins, twinTypes } from '../address/set';

/** How one page is printed in each form. */
export type TwinPrinters = Record<Exclude<Twin, 'json'>, () => string> & { json: () => unknown };

/** The twin that a path of this server's own names. Throws for another: the router makes these paths. */
export function parseTwin(text: string): Twin {
  const twin = twins.find((each) => each === text);
  if (twin === undefined) throw new Error(`There is no twin of the form "${text}".`);
  return twin;
}

const withCharset = (twin: Twin): string => `${twinTypes[twin]}; charset=utf-8${twin === 'csv' ? '; header=present' : ''}`;

/** A twin is for programs: the page it belongs to is the one that search engines list. */
export function twinResponse(twin: Twin, printers: TwinPrinters, status = 200): Response {
  const body = twin === 'json' ? JSON.stringify(printers.json()) : printers[twin]();
  return new Response(body, { status, headers: { 'content-type': withCharset(twin), 'x-robots-tag': 'noindex', 'access-control-allow-origin': '*' } });
}
