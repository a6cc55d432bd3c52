import fc from 'fast-check';
import { expect, test } from 'vitest';
import { record } from '../../../lib/catalog/record';
import { signalIds } from '../../../lib/catalog/signals';
import { anyFact } from '../support/arbitrary-tools';
import { recordFiles } from '../support/real-tools';

type Json = Record<string, unknown>;

const aRecordFact = (more: Json = {}): Json => ({ signal: 'stars', value: 1, asOf: '2026-08-22', source: 'a-source', method: 'measured', ...more });

function aRecord(more: Json = {}): Json {
  const evidence = [{ source: 'a-source', address: 'https://example.org/a' }];
  return {
    id: 'a-tool',
    slug: 'a-tool',
    kind: 'repository',
    category: 'inference-server',
    name: 'A tool',
    vendor: 'A vendor',
    summary: 'A tool that exists for the sake of a test.',
    pickFor: 'trying out a comparison of made-up tools',
    describedFrom: 'nothing',
    aliases: ['github:a/tool'],
    facts: [aRecordFact()],
    capabilities: [
      {
        key: 'first',
        job: 'first',
        name: 'Does the first thing',
        description: 'A capability that exists for the sake of a test, and for nothing else.',
        inputs: ['text'],
        outputs: ['text'],
        limitations: [],
        needs: ['something to test with'],
        evidence,
      },
    ],
    ...more,
  };
}

/** Places and reasons of what is wrong with a record; empty when nothing is. */
function findIssues(json: unknown): { at: string; message: string }[] {
  const parsed = record.safeParse(json);
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => ({ at: path.join('.'), message }));
}

const placesOf = (json: unknown): string[] => findIssues(json).map(({ at }) => at);

test.each(recordFiles)('$path is a good record', ({ json }) => {
  expect(findIssues(json)).toEqual([]);
});

test('the record that the other tests break is a good one', () => {
  expect(findIssues(aRecord())).toEqual([]);
});

test.each([
  ['an unknown key', aRecord({ colour: 'red' }), ''],
  ['an unknown key in a fact', aRecord({ facts: [aRecordFact({ vaule: 2 })] }), 'facts.0'],
  ['a kind that is not in the list', aRecord({ kind: 'library' }), 'kind'],
  ['a category that is not in the list', aRecord({ category: 'misc' }), 'category'],
  ['a slug with a dot', aRecord({ slug: 'gpt-5.6' }), 'slug'],
  ['a slug that would split an address', aRecord({ slug: 'a-vs-b' }), 'slug'],
  ['an address without TLS', aRecord({ homepage: 'http://example.org' }), 'homepage'],
  ['an address that runs a script', aRecord({ homepage: 'javascript:alert(1)' }), 'homepage'],
  ['no facts', aRecord({ facts: [] }), 'facts'],
  ['a repeated alias', aRecord({ aliases: ['x', 'x'] }), 'aliases.1'],
  ['a repeated capability', aRecord({ capabilities: [...(aRecord().capabilities as Json[]), ...(aRecord().capabilities as Json[])] }), 'capabilities.1'],
])('a record with %s is refused at its place', (_what, json, at) => {
  expect(placesOf(json)).toEqual([at]);
});

test.each([
  ['a signal that does not exist', { signal: 'popularity' }, 'signal'],
  ['a signal of another kind', { signal: 'hosts', value: 3 }, 'signal'],
  ['a text where a count belongs', { value: 'many' }, 'value'],
  ['a negative count', { value: -1 }, 'value'],
  ['half a star', { value: 1.5 }, 'value'],
  ['a count that is not a number', { value: Number.NaN }, 'value'],
  ['an endless count', { value: Number.POSITIVE_INFINITY }, 'value'],
  ['a share above 1', { signal: 'issues-closed', value: 71.2 }, 'value'],
  ['a price as a number', { signal: 'price-month', value: 20 }, 'value'],
  ['a price with an exponent', { signal: 'price-month', value: '3e-7' }, 'value'],
  ['a negative price', { signal: 'price-month', value: '-1' }, 'value'],
  ['a price with a leading zero', { signal: 'price-month', value: '01.5' }, 'value'],
  ['a price with a currency sign', { signal: 'price-month', value: '$20' }, 'value'],
  ['a day that does not exist', { signal: 'last-commit', value: '2026-02-30' }, 'value'],
  ['a pricing word that is not in the list', { signal: 'pricing-model', value: 'free' }, 'value'],
  ['a status that is not in the list', { signal: 'status', value: 'retires on soon' }, 'value'],
  ['neither a value nor a reason', { value: undefined }, 'value'],
  ['both a value and a reason why there is none', { notApplicable: 'It has none.' }, 'value'],
  ['a date that is not one', { asOf: '22 August 2026' }, 'asOf'],
  ['a method that is not in the list', { method: 'guessed' }, 'method'],
  ['an interval of one end', { interval: [1] }, 'interval'],
  ['an interval upside down', { interval: [2, 0] }, 'interval'],
  ['an interval that its value is not in', { value: 7, interval: [1, 3] }, 'interval'],
])('a fact with %s is refused at its place', (_what, more, at) => {
  expect(placesOf(aRecord({ facts: [aRecordFact(more)] })).map((place) => place.split('.').slice(0, 3).join('.'))).toEqual([`facts.0.${at}`]);
});

test('a fact may say why its signal cannot be asked', () => {
  expect(findIssues(aRecord({ facts: [aRecordFact({ value: undefined, notApplicable: 'It has none.' })] }))).toEqual([]);
});

test('all issues are reported at once, also those between the parts of a record', () => {
  const broken = aRecord({
    slug: 'Not A Slug',
    homepage: 'example.org',
    aliases: ['x', 'x'],
    facts: [aRecordFact({ value: -1 }), aRecordFact({ signal: 'hosts', value: 3 }), aRecordFact({ method: 'guessed' })],
  });
  expect(placesOf(broken).sort()).toEqual(['aliases.1', 'facts.0.value', 'facts.1.signal', 'facts.2.method', 'homepage', 'slug']);
});

test('anything at all is judged without an exception', () => {
  fc.assert(fc.property(fc.anything(), (json) => record.safeParse(json).success === false));
});

test('a value is accepted for a signal exactly when it has the shape of its type', () => {
  const kindsOf = [
    aRecord({ kind: 'model', category: 'chat-model' }),
    aRecord({ kind: 'model', category: 'embedding-model' }),
    aRecord(),
    aRecord({ kind: 'agent' }),
    aRecord({ kind: 'mcp-server' }),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...signalIds).chain(anyFact), (fact) => {
      expect(kindsOf.some((json) => findIssues({ ...json, facts: [fact] }).length === 0)).toBe(true);
    }),
  );
});

test('a record without capabilities of its own is whole: they follow from its facts', () => {
  expect(placesOf(aRecord({ capabilities: [] }))).toEqual([]);
});
