import { expect, test } from 'vitest';
import { formatRecord, sortFacts } from '../../../lib/catalog/format-record';
import { readShippedFiles } from '../../support/record-files';

const aFact = (signal: string, asOf: string, more: object = {}) => ({ signal, value: 1, asOf, ...more });

test('facts stand in the order of the signals, then of conditions and days', () => {
  const facts = [
    aFact('licence', '2026-01-01'),
    aFact('stars', '2026-02-01'),
    aFact('stars', '2025-02-01'),
    aFact('stars', '2024-01-01', { conditions: { host: 'A' } }),
  ];
  expect(sortFacts(facts).map(({ signal, asOf }) => `${signal} ${asOf}`)).toEqual([
    'stars 2024-01-01',
    'stars 2025-02-01',
    'stars 2026-02-01',
    'licence 2026-01-01',
  ]);
});

test('a record is written with one fact a line, and says what it said before', () => {
  const record = { id: 'a', aliases: ['x', 'y'], facts: [aFact('stars', '2026-01-01', { note: 'a "quoted" word' })], capabilities: [], relations: [] };
  const text = formatRecord(record);
  expect(text).toBe(
    [
      '{',
      '  "id": "a",',
      '  "aliases": ["x", "y"],',
      '  "facts": [',
      '    { "signal": "stars", "value": 1, "note": "a \\"quoted\\" word", "asOf": "2026-01-01" }',
      '  ],',
      '  "capabilities": [],',
      '  "relations": []',
      '}',
      '',
    ].join('\n'),
  );
  expect(JSON.parse(text)).toEqual(record);
});

test('every shipped record is written that way, so that a refresh shows nothing but what it changed', () => {
  const files = readShippedFiles().filter(({ place }) => place !== 'sources.json');
  for (const { path, text } of files) expect(text, path).toBe(formatRecord(JSON.parse(text)));
});
