import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { record, type ToolRecord } from '../../lib/catalog/record';

const folder = join(__dirname, '..', '..', 'prisma', 'catalog');

/** The shipped records, by slug in code units. */
export const shippedTools: readonly ToolRecord[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((place) => place.endsWith('.json') && !place.endsWith('sources.json'))
  .map((place) => record.parse(JSON.parse(readFileSync(join(folder, place), 'utf8'))))
  .sort((a, b) => (a.slug < b.slug ? -1 : 1));

export function findShipped(slug: string): ToolRecord {
  const found = shippedTools.find((tool) => tool.slug === slug);
  if (!found) throw new Error(`There is no record of ${slug}.`);
  return found;
}
