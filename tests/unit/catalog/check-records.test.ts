import { expect, test } from 'vitest';
import { checkRecords, formatIssue, type RecordFile } from '../../../lib/catalog/check-records';
import type { Fact } from '../../../lib/catalog/record';

const getKey = (toolId: string, fact: Fact): string => `${toolId}|${fact.signal}|${String(fact.value)}|${fact.asOf}`;
const evidence = [{ source: 'shared', address: 'https://example.org/page' }];
const shared = { id: 'shared', title: 'Shared', publisher: 'Somebody', address: 'https://example.org', licence: null, readOn: '2026-08-22', kind: 'dataset' };
const stars = { signal: 'stars', value: 5, asOf: '2026-08-22', source: 'shared', method: 'measured' };

const aCapability = (change: object = {}) => ({
  ...{ key: 'serve', job: 'serve-models', name: 'Serve models', description: 'Serves open-weight models over an interface that clients know.' },
  ...{ inputs: ['prompt'], outputs: ['text'], limitations: [], needs: ['serve a model to my team'], evidence },
  ...change,
});

const aRecord = (slug: string, change: object = {}) => ({
  ...{ id: slug, slug, kind: 'repository', category: 'inference-server', name: slug, vendor: 'Somebody' },
  ...{ summary: 'A tool for tests that says what it is and for whom.', pickFor: 'a test that needs a tool', describedFrom: 'nothing' },
  ...{ aliases: [], facts: [stars], capabilities: [aCapability()] },
  ...change,
});

const aFile = (place: string, json: unknown): RecordFile => ({ path: `catalog/${place}`, place, text: typeof json === 'string' ? json : JSON.stringify(json) });
const sources = aFile('sources.json', [shared]);
const at = (slug: string, change: object = {}): RecordFile => aFile(`repository/${slug}.json`, aRecord(slug, change));
const check = (...files: RecordFile[]): string[] => checkRecords([[sources, ...files]], getKey).issues.map(formatIssue);

test('records that are right give no issue, and a catalogue by id', () => {
  const { catalogue, issues } = checkRecords([[sources, at('b'), at('a')]], getKey);
  expect(issues).toEqual([]);
  expect(catalogue.records.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(catalogue.sources).toEqual([{ ...shared, shared: true }]);
});

test('every issue of every file is reported, with file and place', () => {
  const issues = check(at('a', { kind: 'repo', name: '' }), aFile('repository/b.json', '{'), at('c', { facts: [{ ...stars, value: -1 }], extra: true }));
  expect(issues).toEqual([
    expect.stringMatching(/^catalog\/repository\/a\.json: kind: /),
    expect.stringMatching(/^catalog\/repository\/a\.json: name: /),
    expect.stringMatching(/^catalog\/repository\/b\.json: is not JSON: /),
    expect.stringMatching(/^catalog\/repository\/c\.json: facts\[0\]\.value: /),
    expect.stringMatching(/^catalog\/repository\/c\.json: .*extra/),
  ]);
});

test.each([
  ['a file that lies elsewhere than kind and slug say', [aFile('model/a.json', aRecord('a'))], 'catalog/model/a.json: must lie at repository/a.json'],
  [
    'an id given twice',
    [at('a'), aFile('repository/b.json', { ...aRecord('b'), id: 'a' })],
    'catalog/repository/b.json: id: the id "a" is already used by catalog/repository/a.json',
  ],
  [
    'an alias that another tool has, in any case',
    [at('a', { aliases: ['One'] }), at('b', { aliases: ['oNE'] })],
    'catalog/repository/b.json: aliases[0]: the name "one" is already used',
  ],
  ['an alias that is the slug of another tool', [at('a', { aliases: ['B'] }), at('b')], 'catalog/repository/a.json: aliases[0]: the name "b" is already used'],
  [
    'a source that nobody describes',
    [at('a', { facts: [{ ...stars, source: 'none' }] })],
    'catalog/repository/a.json: facts[0].source: no source has the id "none"',
  ],
  [
    'evidence from a source that nobody describes',
    [
      at('a', {
        capabilities: [aCapability({ unique: { text: 'Alone.', method: 'editorial', evidence: [{ source: 'none', address: 'https://example.org' }] } })],
      }),
    ],
    'catalog/repository/a.json: capabilities[0].unique.evidence[0].source: no source has the id "none"',
  ],
  [
    'a comparison with a tool that has no record',
    [at('a', { capabilities: [aCapability({ versus: [{ tool: 'none', text: 'Faster.', method: 'editorial', evidence }] })] })],
    'catalog/repository/a.json: capabilities[0].versus[0].tool: no record has the slug "none"',
  ],
  [
    'a relation to a tool that has no record',
    [at('a', { relations: [{ type: 'runs-on', tool: 'none', reason: 'So.', evidence }] })],
    'relations[0].tool: no record has the slug "none"',
  ],
  ['a relation to itself', [at('a', { relations: [{ type: 'runs-on', tool: 'a', reason: 'So.', evidence }] })], 'relations[0].tool: names the tool itself'],
  [
    'a successor without a record',
    [at('a', { facts: [{ ...stars, signal: 'status', value: 'superseded by none' }] })],
    'facts[0].value: no record has the slug "none"',
  ],
  ['the same fact twice', [at('a', { facts: [stars, { ...stars }] })], 'facts[1]: says the same as facts[0]'],
  [
    'a correction of a fact that is not there',
    [at('a', { facts: [{ ...stars, corrects: 'none' }] })],
    'facts[0].corrects: no fact of this record has the key "none"',
  ],
  ['what a scaffold left open', [at('a', { vendor: 'TODO who makes it' })], 'catalog/repository/a.json: vendor: is still to be written'],
  [
    'an own source that says something else than the shared one',
    [at('a', { sources: [{ ...shared, title: 'Other' }] })],
    'sources[0].id: the source "shared" is described differently in catalog/sources.json',
  ],
])('%s', (_what, files, issue) => {
  const issues = check(...files);
  expect(issues).toHaveLength(1);
  expect(issues[0]).toContain(issue);
});

test('who refers to a broken record is not to blame for it', () => {
  const relation = { relations: [{ type: 'runs-on', tool: 'b', reason: 'So.', evidence }] };
  expect(check(at('a', relation), at('b', { name: '' })).every((issue) => issue.startsWith('catalog/repository/b.json'))).toBe(true);
});

test('a fact can correct another one of its record', () => {
  const correction = { ...stars, value: 6, corrects: getKey('a', { ...stars, signal: 'stars', method: 'measured' }) };
  expect(check(at('a', { facts: [stars, correction] }))).toEqual([]);
});

test('an overlay replaces the record of the same id, its sources too, and adds others', () => {
  const overlay = [at('a', { name: 'Mine' }), at('z'), aFile('sources.json', [{ ...shared, title: 'My copy' }])];
  const { catalogue, issues } = checkRecords([[sources, at('a'), at('b')], overlay], getKey);
  expect(issues).toEqual([]);
  expect(catalogue.records.map(({ id, name }) => [id, name])).toEqual([
    ['a', 'Mine'],
    ['b', 'b'],
    ['z', 'z'],
  ]);
  expect(catalogue.sources.map(({ title }) => title)).toEqual(['My copy']);
});
