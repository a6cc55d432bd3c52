import type { Instrumentation } from 'next';
import { getConfig } from '../config';
import { findRequest } from '../db/request-context';
import { describeError, makeLog } from './log';

/** Records what a page or a route threw, once, with its cause and the id of the request it answered. */
export const logPageError: Instrumentation.onRequestError = (error, request, context) => {
  const log = makeLog(
    getConfig().logLevel,
    (line) => process.stdout.write(line),
    () => new Date().toISOString(),
  );
  log('error', 'a page failed', {
    id: findRequest()?.id ?? null,
    method: request.method,
    path: request.path,
    route: context.routePath,
    error: describeError(error),
  });
};
