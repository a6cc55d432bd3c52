import { randomUUID } from 'node:crypto';
import { getDatabase } from './database';
import { hashVisitor } from './visitor';

export const longestSuggestion = 300;

/** One visitor a day, and all of them together while nobody has looked at the list. */
const perVisitor = 10;
const openLimit = 5_000;

export type StoredSuggestion = { type: 'stored' } | { type: 'refused'; why: 'empty' | 'too-long' | 'too-many' };

export type ToolSuggestion = { id: string; text: string; createdAt: string; state: 'open' | 'done' };

/** Keeps "suggest this tool" for the operator. `visitor` tells visitors apart (an address, say); it is stored as a keyed hash. The same text twice is kept once. */
export async function storeSuggestion({ text, visitor }: { text: string; visitor: string | null }): Promise<StoredSuggestion> {
  const tidy = text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (tidy === '') return { type: 'refused', why: 'empty' };
  if ([...tidy].length > longestSuggestion) return { type: 'refused', why: 'too-long' };
  const { prisma } = await getDatabase();
  const visitorHash = visitor === null ? null : hashVisitor(visitor);
  const isKnown = (await prisma.toolSuggestion.count({ where: { state: 'open', text: { equals: tidy, mode: 'insensitive' } } })) > 0;
  if (isKnown) return { type: 'stored' };
  const [byVisitor, open] = await Promise.all([
    visitorHash === null ? 0 : prisma.toolSuggestion.count({ where: { visitorHash } }),
    prisma.toolSuggestion.count({ where: { state: 'open' } }),
  ]);
  if (byVisitor >= perVisitor || open >= openLimit) return { type: 'refused', why: 'too-many' };
  await prisma.toolSuggestion.create({ data: { id: randomUUID(), text: tidy, visitorHash } });
  return { type: 'stored' };
}

/** The suggestions nobody has looked at yet (or all), oldest first. */
export async function listSuggestions({ all }: { all: boolean }): Promise<ToolSuggestion[]> {
  const { prisma } = await getDatabase();
  const rows = await prisma.toolSuggestion.findMany({ where: all ? {} : { state: 'open' }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  return rows.map(({ id, text, createdAt, state }) => ({ id, text, createdAt: createdAt.toISOString(), state: state === 'done' ? 'done' : 'open' }));
}

/** Marks a suggestion as done, by its id or the beginning of it. False: not exactly one open suggestion has it. */
export async function finishSuggestion(id: string): Promise<boolean> {
  const { prisma } = await getDatabase();
  const open = await prisma.toolSuggestion.findMany({ where: { state: 'open' }, select: { id: true } });
  const [found, ...others] = open.filter((each) => each.id.startsWith(id.toLowerCase()));
  if (id === '' || found === undefined || others.length > 0) return false;
  await prisma.toolSuggestion.update({ where: { id: found.id }, data: { state: 'done' } });
  return true;
}
