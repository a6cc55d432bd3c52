import { expect, test } from 'vitest';
import { parseAgentHarnesses } from '@/lib/sources/agent-harnesses';
import { SourceFileError } from '@/lib/sources/read-rows';

const read = { asOf: '2026-08-03' };
const project = {
  name: 'opencode',
  github_id: 'anomalyco/opencode',
  category: 'coding-agent-products',
  stars: 100,
  tags: ['cli'],
  license_signal: 'open-source',
};
const parse = (projects: unknown[], meta: unknown = { stars_captured: '2026-08-02' }) => parseAgentHarnesses(JSON.stringify({ meta, projects }), read);

test('a project gives its stars, dated by the day they were captured, and what the list puts it under', () => {
  const { entries, rejected } = parse([project]);
  expect(rejected).toEqual([]);
  expect(entries[0]?.tool).toEqual({ name: 'opencode', kind: 'agent', category: 'coding-agent', vendor: 'anomalyco', repository: 'anomalyco/opencode' });
  expect(entries[0]?.facts.map(({ signal, value, asOf, conditions }) => [signal, value, asOf, conditions])).toEqual([
    ['stars', 100, '2026-08-02', undefined],
    ['topics', ['coding-agent-products', 'cli'], '2026-08-02', { list: 'Best of agent harnesses' }],
  ]);
});

test('without that day the figures are of the day of the file, and a category of many jobs sorts nothing', () => {
  const [entry] = parse([{ ...project, category: 'libraries-sdks' }], null).entries;
  expect(entry?.facts[0]?.asOf).toBe('2026-08-03');
  expect(entry?.tool).toMatchObject({ kind: 'repository', category: 'unsorted' });
});

test('a project without a repository is rejected, and a document without projects is no file of it', () => {
  expect(parse([{ ...project, github_id: 'x' }]).rejected).toEqual([{ at: 'projects[0]', reason: 'the row has no github_id "owner/name"' }]);
  expect(() => parseAgentHarnesses('{"meta": {}}', read)).toThrow(SourceFileError);
});
