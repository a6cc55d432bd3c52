import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeListing } from '../../lib/catalog/listing';
import { realTools } from './support/real-tools';

/** What a person read in the sources themselves, not in the records. `checked` says where. */
const gold = z
  .array(
    z.strictObject({
      slug: z.string(),
      kind: z.string(),
      category: z.string(),
      pricing: z.string(),
      startingPrice: z
        .string()
        .regex(/^\d+(\.\d+)?$/)
        .nullable(),
      licence: z.string().nullable(),
      checked: z.string().min(10),
    }),
  )
  .parse(JSON.parse(readFileSync('tests/fixtures/gold.json', 'utf8')));

test('the gold list names its tools once, in the order of their slugs', () => {
  const slugs = gold.map(({ slug }) => slug);
  expect(slugs).toEqual([...new Set(slugs)].sort());
});

test.each(gold)('$slug is what its sources say', ({ slug, checked: _checked, ...expected }) => {
  const tool = realTools.find((each) => each.slug === slug);
  if (!tool) throw new Error(`${slug} is not listed`);
  const { pricing, startingPrice, licence } = describeListing(tool);
  expect({ kind: tool.kind, category: tool.category, pricing, startingPrice, licence }).toEqual(expected);
});
