'use client';

import { useEffect } from 'react';
import type { TakenOverEvent } from '../../lib/pages/taken-over';

const takenOver: TakenOverEvent = 'unfragile:taken-over';

/** Says that the page is taken over, once whatever stands before it listens. */
export function TakenOver() {
  useEffect(() => {
    const timer = setTimeout(() => document.dispatchEvent(new Event(takenOver)));
    return () => clearTimeout(timer);
  }, []);
  return null;
}
