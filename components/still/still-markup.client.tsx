'use client';

import { useState, useSyncExternalStore } from 'react';

const never = (): (() => void) => () => undefined;

/** What stands in the page already, for the case that React gives up on taking it over and writes all of it anew. */
const readWritten = (part: number): string => document.querySelector(`[data-still="${part}"]`)?.innerHTML ?? '';

function findHtml(part: number, isTakenOver: boolean): string {
  if (typeof document === 'undefined') {
    if (globalThis.unfragileStill === undefined) throw new Error(`Nobody keeps part ${part} of the page.`);
    return globalThis.unfragileStill.read(part);
  }
  // React leaves alone what it does not know, so nothing needs to be said of what is there.
  return isTakenOver ? '' : readWritten(part);
}

/** The place of a still part: full of HTML on the server, and not looked into by the browser's React. */
export function StillMarkup({ part }: { part: number }) {
  const isTakenOver = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const [markup] = useState(() => ({ __html: findHtml(part, isTakenOver) }));
  // biome-ignore lint/security/noDangerouslySetInnerHtml: written by React itself a moment before, with everything escaped that has to be
  return <div className="contents" data-still={part} suppressHydrationWarning dangerouslySetInnerHTML={markup} />;
}
