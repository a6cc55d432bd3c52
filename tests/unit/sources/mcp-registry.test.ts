import { expect, test } from 'vitest';
import { parseMcpRegistry, parseMcpRegistrySeed } from '@/lib/sources/mcp-registry';
import { SourceFileError } from '@/lib/sources/read-rows';

const read = { asOf: '2026-08-01' };
const repository = (path: string) => ({ url: `https://github.com/${path}`, source: 'github' });
const server = {
  $schema: 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json',
  name: 'io.github.Owner/weather',
  title: 'Weather',
  version: '1.0.2',
  repository: repository('Owner/weather'),
  packages: [
    {
      registryType: 'npm',
      identifier: '@owner/weather',
      version: '1.0.2',
      transport: { type: 'stdio' },
      environmentVariables: [
        { name: 'WEATHER_API_KEY', isSecret: true, isRequired: true },
        { name: 'UNITS', isRequired: true },
      ],
    },
  ],
  remotes: [{ type: 'streamable-http', url: 'https://weather.example.com/mcp', headers: [{ name: 'Authorization', isSecret: true, isRequired: false }] }],
};
const answer = (...servers: object[]) =>
  JSON.stringify({ servers: servers.map((each) => ({ server: each, _meta: {} })), metadata: { nextCursor: 'x', count: servers.length } });
const valuesOf = (parsed: ReturnType<typeof parseMcpRegistry>) => parsed.entries[0]?.facts.map(({ signal, value }) => [signal, value]);

test.each([
  { form: 'an answer of the API', text: answer(server) },
  { form: 'an answer without metadata of its own', text: JSON.stringify({ servers: [server], metadata: { next_cursor: null } }) },
  { form: 'a list', text: JSON.stringify([server]) },
  { form: 'a server.json', text: JSON.stringify(server) },
])('$form gives the server', ({ text }) => {
  const parsed = parseMcpRegistry(text, read);
  expect(parsed.rejected).toEqual([]);
  expect(parsed.entries[0]?.names).toEqual(['github:owner/weather', 'mcp-registry:io.github.owner/weather', 'npm:@owner/weather']);
  expect(parsed.entries[0]?.tool).toEqual({ name: 'Weather', kind: 'mcp-server', category: 'unsorted', vendor: 'Owner', repository: 'Owner/weather' });
  expect(valuesOf(parsed)).toEqual([
    ['transport', ['stdio', 'streamable HTTP']],
    ['authentication', 'API key in WEATHER_API_KEY; Secret in Authorization (optional)'],
    ['start-here', 'npx -y @owner/weather'],
    ['registries', ['Official MCP registry']],
  ]);
});

test('the names of fields from before September 2025 are read as well', () => {
  const old = { name: 'io.github.a/b', packages: [{ registry_type: 'pypi', identifier: 'b', environment_variables: [{ name: 'B_TOKEN', is_secret: true }] }] };
  const parsed = parseMcpRegistry(answer(old), read);
  expect(parsed.entries[0]?.names).toEqual(['mcp-registry:io.github.a/b', 'pypi:b']);
  expect(valuesOf(parsed)?.slice(0, 2)).toEqual([
    ['authentication', 'Token in B_TOKEN'],
    ['start-here', 'uvx b'],
  ]);
});

test('the seed file’s packages are not the server’s for certain, and unmarked variables are no secrets', () => {
  const row = {
    name: 'io.github.privetin/chroma',
    repository: repository('privetin/chroma'),
    packages: [{ registry_name: 'pypi', name: 'chroma', environment_variables: [{ name: 'API_KEY' }] }],
  };
  const parsed = parseMcpRegistrySeed(JSON.stringify([row]), { asOf: '2025-05-16' });
  expect(parsed.entries[0]?.names).toEqual(['github:privetin/chroma', 'mcp-registry:io.github.privetin/chroma']);
  expect(parsed.entries[0]?.facts).toEqual([
    {
      signal: 'registries',
      value: ['Official MCP registry'],
      method: 'measured',
      source: 'mcp-registry-seed',
      asOf: '2025-05-16',
      address: 'https://github.com/modelcontextprotocol/registry',
      conditions: { registry: 'Official MCP registry' },
    },
  ]);
});

test('a proxy that several servers start through is none of them', () => {
  const viaProxy = (name: string) => ({
    ...server,
    name,
    repository: repository(name.replace('io.github.', '')),
    packages: [{ registryType: 'npm', identifier: 'mcp-remote' }],
  });
  const { entries } = parseMcpRegistry(answer(viaProxy('io.github.a/x'), viaProxy('io.github.b/y')), read);
  expect(entries.map(({ names }) => names)).toEqual([
    ['github:a/x', 'mcp-registry:io.github.a/x'],
    ['github:b/y', 'mcp-registry:io.github.b/y'],
  ]);
});

test.each([
  { why: 'in a subfolder', servers: [{ ...server, repository: { ...server.repository, subfolder: 'src/weather' } }] },
  { why: 'beside another one in its repository', servers: [server, { ...server, name: 'io.github.Owner/time' }] },
])('a server $why has none of the repository’s names', ({ servers }) => {
  expect(parseMcpRegistry(answer(...servers), read).entries[0]?.names[0]).toBe('mcp-registry:io.github.owner/weather');
});

test('rows without a name, older versions, deleted servers and repetitions are rejected by themselves', () => {
  const official = (meta: object) => ({ server: { ...server, version: '0.9' }, _meta: { 'io.modelcontextprotocol.registry/official': meta } });
  const text = JSON.stringify({ servers: [{ server }, { server: { name: '' } }, official({ isLatest: false }), { server }, 7] });
  expect(parseMcpRegistry(text, read).rejected).toEqual([
    { at: 'servers[1]', reason: 'the row has no name "namespace/server"' },
    { at: 'servers[2]', reason: 'the row is an older version of the server' },
    { at: 'servers[3]', reason: '"io.github.owner/weather 1.0.2" stands already at servers[0]' },
    { at: 'servers[4]', reason: 'the row has no name "namespace/server"' },
  ]);
  const deleted = JSON.stringify({ servers: [official({ status: 'deleted', isLatest: true })] });
  expect(parseMcpRegistry(deleted, read).rejected[0]?.reason).toBe('the registry says that the server was deleted');
});

test('an address with blanks to fill in is nothing to start with', () => {
  const parsed = parseMcpRegistry(answer({ name: 'com.example/x', remotes: [{ type: 'sse', url: 'https://{tenant}.example.com/sse' }] }), read);
  expect(valuesOf(parsed)).toEqual([
    ['transport', ['SSE']],
    ['registries', ['Official MCP registry']],
  ]);
});

test.each(['{}', '7', '"x"', '{"servers": {}}', '{"servers": ['])('%s is no file of the registry', (text) => {
  expect(() => parseMcpRegistry(text, read)).toThrow(SourceFileError);
});
