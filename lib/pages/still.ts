import type { ReactNode } from 'react';

/**
 * Where the parts of a page that never change in a browser are written, and read back when the page is put together. They
 * travel past React's own data for the browser, so that nothing is sent twice and nothing is taken over that does nothing.
 */
export type StillParts = {
  /** Writes a part as HTML for the page being answered and returns its number; null where no page is being answered. */
  write: (content: ReactNode) => number | null;
  /** The HTML of a part of the page being answered. Throws when there is none. */
  read: (part: number) => string;
};

declare global {
  // One for the process: the server, the pages and what turns them into HTML are bundled apart.
  var unfragileStill: StillParts | undefined;
}
