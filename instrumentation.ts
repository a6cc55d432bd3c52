import type { Instrumentation } from 'next';

/** Called by Next for everything that a page or a route throws: each error is recorded once, with its cause. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const [{ getConfig }, { findRequest }, { describeError, makeLog }] = await Promise.all([import('./lib/config'), import('./lib/db/request-context'), import('./lib/server/log')]);
  const log = makeLog(getConfig().logLevel, (line) => process.stdout.write(line), () => new Date().toISOString());
  log('error', 'a page failed', { id: findRequest()?.id ?? null, method: request.method, path: request.path, route: context.routePath, error: describeError(error) });
};
