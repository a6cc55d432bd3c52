'use client';

import { setLimit } from '../../lib/address/set';

export type Pick = { slug: string; name: string };
/** `refused` is true after a pick beyond the limit, until the next change. */
type Picks = { picks: readonly Pick[]; refused: boolean };

const key = 'picks';
const empty: Picks = { picks: [], refused: false };
let current: Picks | null = null;
const listeners = new Set<() => void>();

function isPick(value: unknown): value is Pick {
  return typeof value === 'object' && value !== null && 'slug' in value && typeof value.slug === 'string' && 'name' in value && typeof value.name === 'string';
}

function read(): Picks {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return { picks: Array.isArray(kept) ? kept.filter(isPick).slice(0, setLimit) : [], refused: false };
  } catch (error) {
    console.info('Picks are not remembered:', error);
    return empty;
  }
}

function change(next: Picks): void {
  current = next;
  try {
    sessionStorage.setItem(key, JSON.stringify(next.picks));
  } catch (error) {
    // Storage may be switched off: the picks then hold for this page.
    console.info('Picks are not remembered:', error);
  }
  for (const listener of listeners) listener();
}

export const noPicks = (): Picks => empty;

export function getPicks(): Picks {
  current ??= read();
  return current;
}

export function subscribeToPicks(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** False when the tray is full. */
export function addPick(pick: Pick): boolean {
  const { picks } = getPicks();
  if (picks.some(({ slug }) => slug === pick.slug)) return true;
  const full = picks.length >= setLimit;
  change(full ? { picks, refused: true } : { picks: [...picks, pick], refused: false });
  return !full;
}

export function removePick(slug: string): void {
  change({ picks: getPicks().picks.filter((pick) => pick.slug !== slug), refused: false });
}

export function clearPicks(): void {
  change(empty);
}
