import { z } from 'zod';
import type { Fact, FactValue } from '../catalog/record';
import type { SignalId } from '../catalog/signals';
import type { Reject } from './collect-entries';
import { toDecimal } from './decimal';
import type { Row } from './read-rows';

type Shared = Pick<Fact, 'asOf' | 'source' | 'method' | 'address' | 'conditions'>;
type Change = Partial<Omit<Fact, 'signal' | 'value'>>;

/** A row as its schema reads it; null, with a sentence, when it is not of that shape. */
export function readRow<T>(schema: z.ZodType<T>, { value }: Row, reject: Reject): T | null {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  reject(`${issue?.path.join('.') || 'the row'}: ${issue?.message ?? 'is not valid'}`.slice(0, 300));
  return null;
}

/**
 * Facts of one row, which share where they come from: no fact where nothing is known, and lists in one order, so that
 * the same knowledge is always the same fact.
 */
export function stateFacts(shared: Shared): (signal: SignalId, value: FactValue | null | undefined, change?: Change) => Fact[] {
  return (signal, value, change = {}) => {
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return [];
    const sorted = Array.isArray(value) ? [...new Set(value)].sort() : value;
    const { address, ...stated } = { signal, value: sorted, ...shared, ...change };
    return [{ ...stated, ...(address?.startsWith('https://') ? { address } : {}) }];
  };
}

/** How files write that they do not know a price; -1 is a router's, which depends on where it leads. */
const unknownPrice = /^\s*(?:n\/?a|none|null|unknown|-|-1(?:\.0*)?)?\s*$/i;

export const writtenPrice = z.union([z.string().max(400), z.number()]).nullish();

/** A price as exact decimal text; null where it is unknown or, with a sentence, where it is no price. */
export function readPrice(input: string | number | null | undefined, move: { shift?: number; times?: number }, reject: Reject): string | null {
  if (input === null || input === undefined || unknownPrice.test(String(input))) return null;
  const read = toDecimal(input, move);
  if ('value' in read) return read.value;
  reject(`price ${read.fault}`);
  return null;
}

/** A price above zero: zero is not a fact here, because the file writes it also for "not offered" and "not known". */
export const aboveZero = (price: string | null): string | null => (price === '0' ? null : price);

/** A price of zero on one side of a model that is paid for on the other says that this side is not billed, which is no price. */
export function dropUnbilled(facts: readonly Fact[]): Fact[] {
  const paid = facts.some(({ value }) => value !== '0');
  return facts.filter(({ value }) => !paid || value !== '0');
}

/** "88.0" per cent as 0.88, without what floating point would add; null where it is no number from 0 to 100. */
export function readPercent(input: string | number | null | undefined): number | null {
  const text = String(input ?? '').replace(/%\s*$/, '');
  if (text.trim() === '') return null;
  const read = toDecimal(typeof input === 'number' ? input : text, { shift: -2 });
  if ('fault' in read) return null;
  return Number(read.value) <= 1 ? Number(read.value) : null;
}

const isCount = (input: number): boolean => Number.isSafeInteger(input) && input > 0;

/** A limit or a size, which a file may write as 8192.0; null where it is unknown, which files write as 0 or -1 too, or, with a sentence, where it is none. */
export function readCount(input: number | null | undefined, what: string, reject: Reject): number | null {
  if (input === null || input === undefined || input === 0 || input === -1) return null;
  if (isCount(input)) return input;
  reject(`${what} ${input} is not a whole number of 1 or more`);
  return null;
}

/** The whole day of a date or a time; a month or a year alone is no day. */
export function readDay(input: string | null | undefined): string | null {
  const day = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(input ?? '')?.[1] ?? null;
  return day !== null && z.iso.date().safeParse(day).success ? day : null;
}

/** 'owner/name' where the address is that of a model on Hugging Face. */
export function readHubId(address: string | null | undefined): string | null {
  return /^https:\/\/huggingface\.co\/([\w.-]+\/[\w.-]+)(?:\/(?:tree|blob)\/.*)?\/?$/.exec(address ?? '')?.[1] ?? null;
}

/**
 * Gives an id back only where one row alone states it: two models that a file gives the same weights are not one model,
 * and joining them by it would mix their figures.
 */
export function keepSingle(ids: readonly (string | null)[]): (id: string | null | undefined) => string | null {
  const counts = new Map<string, number>();
  for (const id of ids) if (id) counts.set(id.toLowerCase(), (counts.get(id.toLowerCase()) ?? 0) + 1);
  return (id) => (id && counts.get(id.toLowerCase()) === 1 ? id : null);
}

export const httpsOnly = (address: string | null | undefined): string | undefined => (address?.startsWith('https://') ? address : undefined);

export const withThousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
