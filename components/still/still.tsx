import type { ReactNode } from 'react';
import type { StillParts } from '../../lib/pages/still';
import { StillMarkup } from './still-markup.client';

const findParts = (): StillParts | undefined => globalThis.unfragileStill;

/**
 * A part of a page that never changes in the browser: it is sent as HTML alone, and React takes nothing of it over. Holds no
 * component of the client. Without the server's own keeper of such parts it is a part like any other.
 */
export function Still({ children }: { children: ReactNode }) {
  const part = findParts()?.write(children) ?? null;
  return part === null ? children : <StillMarkup part={part} />;
}
