import type { Form } from '../address/set';
import { chooseTwin } from './accept';

/** Where the application answers in another form than HTML; nobody's address. */
export const formPath = (form: Form, path: string): string => `/twin/${form}${path}`;

/** The form in which such a path is answered; null for every other path. */
export const findForm = (path: string): string | null => /^\/twin\/([^/]+)\//.exec(path)?.[1] ?? null;

/** True for what only this server asks the application for. */
export const isInternal = (path: string): boolean => /^\/(twin|missing)(\/|$)/.test(path);

/** True for addresses, with or without their query, that have twins, so that what is sent depends on `Accept`. */
export const isNegotiated = (path: string): boolean => /^\/+(?:(?:compare|tools)\/|search(?:[./?]|$))/.test(path);

/** True for files whose name holds a hash of their content: kept for good, in memory too. */
export const isHashedFile = (path: string): boolean => path.startsWith('/_next/static/');

/** What a request for a page depends on before anything is looked up. */
export type AskedAddress = { path: string; query: string; accept: string };

/**
 * What the page at `path` is stored under if that is its own address; null where only a look-up can say. An address
 * that something is stored under is canonical by construction, so a hit needs no look-up. What twins are stored under
 * is nobody's address, and is reached by `Accept` alone.
 */
export function findStoredAddress({ path, query, accept }: AskedAddress): string | null {
  if (isHashedFile(path)) return path;
  if (isInternal(path)) return null;
  const twin = isNegotiated(path) ? chooseTwin(accept) : null;
  if (twin !== null) return formPath(twin, path);
  return query === '' || path.startsWith('/compare/') || path.startsWith('/tools/') ? path : null;
}
