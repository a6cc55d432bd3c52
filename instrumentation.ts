import type { Instrumentation } from 'next';

/** Called by Next for everything that a page or a route throws. */
export const onRequestError: Instrumentation.onRequestError = async (...args) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logPageError } = await import('./lib/server/log-page-error');
  await logPageError(...args);
};
