import type { ComponentId } from '../rank/rank';

/** What the components are called, and what each says. */
export const componentNames: Record<ComponentId, { label: string; says: string }> = {
  adoption: { label: 'Adoption', says: 'How many use it.' },
  quality: { label: 'Quality', says: 'How well it does, as measured by others, and how well it is kept.' },
  ecosystem: { label: 'Ecosystem', says: 'What connects to it and who builds on it.' },
  'match-graph': { label: 'Match Graph', says: 'How often it worked for people who searched here.' },
  freshness: { label: 'Freshness', says: 'How recent it is, on the day of the snapshot.' },
};
