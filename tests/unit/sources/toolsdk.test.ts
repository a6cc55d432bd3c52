import { expect, test } from 'vitest';
import { SourceFileError } from '@/lib/sources/read-rows';
import { parseToolsdk } from '@/lib/sources/toolsdk';

/** Figures of one package of the registry of 2026-07-28. */
const exa = {
  package: 'exa-mcp-server',
  name: 'Exa AI Search',
  category: 'browser-automation',
  url: 'https://github.com/exa-labs/exa-mcp-server',
  runtime: 'node',
  license: 'MIT',
  validated: true,
  tools: ['web_search_exa', 'company_research_exa'],
  env: ['EXA_API_KEY'],
};
const parse = (...rows: object[]) => parseToolsdk(rows.map((row) => JSON.stringify(row)).join('\n'), { asOf: '2026-07-28' });
const signalsOf = (row: object) => parse(row).entries[0]?.facts.map(({ signal }) => signal) ?? [];

test('a package that the registry started has its tools, its licence and a command', () => {
  const { entries, rejected } = parse(exa);
  expect(rejected).toEqual([]);
  expect(entries[0]?.names).toEqual(['github:exa-labs/exa-mcp-server', 'toolsdk:exa-mcp-server', 'npm:exa-mcp-server']);
  expect(entries[0]?.tool).toEqual({
    name: 'Exa AI Search',
    kind: 'mcp-server',
    category: 'browser-automation',
    vendor: 'exa-labs',
    repository: 'exa-labs/exa-mcp-server',
  });
  expect(entries[0]?.facts.map(({ signal, value }) => [signal, value])).toEqual([
    ['tools-validated', true],
    ['tool-count', 2],
    ['tool-names', ['web_search_exa', 'company_research_exa']],
    ['licence', 'MIT'],
    ['topics', ['browser-automation']],
    ['registries', ['ToolSDK']],
    ['start-here', 'npx -y exa-mcp-server'],
  ]);
});

test('a server that was not tried is neither valid nor invalid', () => {
  expect(signalsOf({ ...exa, validated: null })).not.toContain('tools-validated');
  expect(parse({ ...exa, validated: false }).entries[0]?.facts[0]).toMatchObject({ signal: 'tools-validated', value: false, note: 'Package exa-mcp-server.' });
});

test('an unknown licence and an empty list of tools say nothing', () => {
  const signals = signalsOf({ ...exa, license: 'unknown', tools: [] });
  expect(signals).not.toContain('licence');
  expect(signals).not.toContain('tool-count');
});

test('variables are not said to be secret, so nothing is said of keys', () => {
  expect(signalsOf(exa)).not.toContain('authentication');
});

test.each([
  { why: 'was not started', row: { ...exa, validated: false } },
  { why: 'runs on something else', row: { ...exa, runtime: 'go' } },
  { why: 'is no name that npm accepts', row: { ...exa, package: 'exa-(search)' } },
])('a package that $why is not taken for one of npm', ({ row }) => {
  expect(parse(row).entries[0]?.names.some((name) => name.startsWith('npm:'))).toBe(false);
  expect(signalsOf(row)).not.toContain('start-here');
});

test('servers that share a repository, or stand below its root, have none of its names', () => {
  const { entries } = parse(
    { ...exa, package: 'a', url: 'https://github.com/owner/many' },
    { ...exa, package: 'b', url: 'https://github.com/Owner/many/' },
    { ...exa, package: 'c', url: 'https://github.com/awslabs/mcp/tree/HEAD/src/c' },
  );
  expect(entries.map(({ names, tool }) => [names[0], tool?.repository])).toEqual([
    ['toolsdk:a', undefined],
    ['toolsdk:b', undefined],
    ['toolsdk:c', undefined],
  ]);
});

test('a wrapper of the registry does not take the repository from the server it wraps', () => {
  const { entries } = parse({ ...exa, package: '@toolsdk-remote/exa' }, exa);
  expect(entries.map(({ names }) => names[0])).toEqual(['toolsdk:@toolsdk-remote/exa', 'github:exa-labs/exa-mcp-server']);
});

test('a package listed twice is one entry, and its unknown figures take nothing from the known', () => {
  const { entries, rejected } = parse(exa, { ...exa, name: null, category: 'uncategorized', validated: null, license: 'unknown', tools: [] });
  expect(entries.map(({ facts }) => facts.length)).toEqual([7]);
  expect(rejected).toEqual([]);
});

test('two projects with one name are not put together', () => {
  const { entries, rejected } = parse(
    { ...exa, package: 'notion', url: 'https://github.com/a/notion' },
    { ...exa, package: 'notion', url: 'https://github.com/b/notion' },
  );
  expect(entries.map(({ names }) => names[0])).toEqual(['github:a/notion']);
  expect(rejected).toEqual([{ at: 'line 2', reason: 'the package "notion" stands already at line 1, with another repository' }]);
});

test('a row without a package is rejected, and a text without a line of JSON is no file of the registry', () => {
  expect(parse(exa, { name: 'x' }, [1]).rejected.map(({ at }) => at)).toEqual(['line 2', 'line 3']);
  expect(() => parseToolsdk('package,name\na,b', { asOf: '2026-07-28' })).toThrow(SourceFileError);
});
