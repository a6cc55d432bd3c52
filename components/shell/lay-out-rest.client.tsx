'use client';

import { useEffect } from 'react';

/** Safari cannot be asked for idle time. */
const whenIdle = (work: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work);
  else setTimeout(work, 50);
};

/** Has the parts that nobody has scrolled to yet laid out one by one, when there is nothing else to do: from then on all of the page is there. */
export function LayOutRest() {
  useEffect(() => {
    const parts = [...document.querySelectorAll<HTMLElement>('.section')];
    const next = (): void => {
      const part = parts.shift();
      if (part === undefined) return;
      part.style.contentVisibility = 'visible';
      whenIdle(next);
    };
    whenIdle(next);
  }, []);
  return null;
}
