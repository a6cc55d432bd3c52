import type { ReactNode } from 'react';
import { findRequest } from '../db/request-context';
import type { StillParts } from '../pages/still';

/** Keeps still parts with the request they were written for. `write` turns elements into HTML that no script takes over. */
export function makeStillParts(write: (content: ReactNode) => string): StillParts {
  return {
    write: (content) => {
      const parts = findRequest()?.still;
      return parts === undefined ? null : parts.push(write(content)) - 1;
    },
    read: (part) => {
      const html = findRequest()?.still?.[part];
      if (html === undefined) throw new Error(`Part ${part} of the page was read outside of the request that wrote it.`);
      return html;
    },
  };
}
