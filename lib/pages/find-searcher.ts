import type { Searcher } from '../db/record-search';
import { findRequest } from '../db/request-context';

/** Who makes the request that is being answered; nobody outside of one. */
export function findSearcher(): Searcher {
  const request = findRequest();
  return { visitor: request?.visitor ?? null, userAgent: request?.userAgent ?? null };
}
