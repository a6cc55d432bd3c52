import { expect, test } from 'vitest';
import { parseDockerMcp } from '@/lib/sources/docker-mcp';
import { SourceFileError } from '@/lib/sources/read-rows';

const brave = `name: brave
image: mcp/brave-search
type: server
meta: { category: search, tags: [brave, search] }
about: { title: Brave Search }
source:
  project: https://github.com/brave/brave-search-mcp-server
  commit: fd28e3e7b3e1911b4a2ba87a199feb86ec173c60
config:
  secrets:
    - { name: brave.api_key, env: BRAVE_API_KEY }
`;
const remote = 'name: r\ntype: remote\nabout: { title: Fleet }\nremote: { transport_type: streamable-http, url: https://mcp.example.com/mcp }\n';
const parse = (servers: Record<string, unknown>, tools: Record<string, unknown> = {}, asOf = '2026-07-08') =>
  parseDockerMcp(JSON.stringify({ server_yaml: servers, tools }), { asOf });
const valuesOf = (parsed: ReturnType<typeof parse>) => parsed.entries[0]?.facts.map(({ signal, value }) => [signal, value]);

test('a server gives its commit, its tools, what it asks for and how to start it', () => {
  const parsed = parse({ brave }, { brave: ['brave_web_search', 'brave_local_search'] });
  expect(parsed.rejected).toEqual([]);
  expect(parsed.entries[0]?.names).toEqual(['github:brave/brave-search-mcp-server', 'docker-mcp:brave']);
  expect(valuesOf(parsed)).toEqual([
    ['pinned-commit', 'fd28e3e7b3e1'],
    ['tool-count', 2],
    ['tool-names', ['brave_web_search', 'brave_local_search']],
    ['authentication', 'API key in BRAVE_API_KEY'],
    ['start-here', 'docker run -i --rm mcp/brave-search'],
    ['topics', ['search', 'brave']],
    ['registries', ['Docker']],
  ]);
});

test('a fact leads to the file as it was read, and without a known commit to the newest one', () => {
  const addressOf = (asOf: string) => parse({ brave }, {}, asOf).entries[0]?.facts[0]?.address;
  expect(addressOf('2026-07-08')).toBe('https://github.com/docker/mcp-registry/blob/818bf169b365/servers/brave/server.yaml');
  expect(addressOf('2026-09-01')).toBe('https://github.com/docker/mcp-registry/blob/main/servers/brave/server.yaml');
});

test('a remote server gives its transport and its address, and an empty list of tools is unknown', () => {
  const parsed = parse({ r: remote }, { r: [] });
  expect(parsed.entries[0]?.tool).toEqual({ name: 'Fleet', kind: 'mcp-server', category: 'unsorted', vendor: 'mcp.example.com' });
  expect(valuesOf(parsed)).toEqual([
    ['transport', ['streamable HTTP']],
    ['start-here', 'https://mcp.example.com/mcp'],
    ['registries', ['Docker']],
  ]);
});

test.each([
  { why: 'in a directory', yaml: 'source: { project: "https://github.com/owner/repo", directory: src/a }' },
  { why: 'built from a file below the root', yaml: 'source: { project: "https://github.com/owner/repo", dockerfile: src/a/Dockerfile }' },
  { why: 'in a repository known to hold many', yaml: 'source: { project: "https://github.com/modelcontextprotocol/servers" }' },
])('a server $why has none of the repository’s names', ({ yaml }) => {
  expect(parse({ a: yaml }).entries[0]?.names).toEqual(['docker-mcp:a']);
});

test('a secret that is not required is said to be optional, and a login is named', () => {
  const yaml = 'config: { secrets: [{ env: A_TOKEN, required: false }, { env: B_PASSWORD, required: true }, { name: none }] }\noauth: [{ provider: a }]';
  expect(valuesOf(parse({ a: yaml }))?.[0]).toEqual(['authentication', 'OAuth; Token in A_TOKEN (optional); Secret in B_PASSWORD']);
});

test('a server whose title says so is archived', () => {
  const parsed = parse({ a: 'about: { title: Puppeteer (Archived) }' });
  expect(parsed.entries[0]?.tool?.name).toBe('Puppeteer');
  expect(valuesOf(parsed)?.[0]).toEqual(['status', 'archived']);
});

test.each([
  { what: 'a container of commands', yaml: 'type: poci', reason: 'the row is a container that runs commands (type poci), not an MCP server' },
  { what: 'broken YAML', yaml: 'a: [', reason: 'it is not a folder’s name with valid YAML without aliases' },
  { what: 'aliases that multiply', yaml: 'a: &a [1,1]\nb: &b [*a,*a]\nc: [*b,*b]', reason: 'it is not a folder’s name with valid YAML without aliases' },
  { what: 'a list', yaml: '- a', reason: 'it is not a folder’s name with valid YAML without aliases' },
  { what: 'a number', yaml: 7, reason: 'it is not a folder’s name with valid YAML without aliases' },
])('$what is rejected by itself', ({ yaml, reason }) => {
  const { entries, rejected } = parse({ a: yaml, brave });
  expect(entries.map(({ at }) => at)).toEqual(['server_yaml.brave']);
  expect(rejected).toEqual([{ at: 'server_yaml.a', reason }]);
});

test.each(['\ud800', '../x', 'a b', ''])('%j is no name of a folder', (name) => {
  expect(parse({ [name]: brave }).entries).toEqual([]);
});

test('an image or an address that could be more than that is not made into a command', () => {
  const signals = ['image: "mcp/x; rm -rf ~"', 'remote: { url: "javascript:alert(1)" }'].map((yaml) => valuesOf(parse({ a: yaml })));
  expect(signals).toEqual([[['registries', ['Docker']]], [['registries', ['Docker']]]]);
});

test.each(['{"servers": []}', '[]', '{"server_yaml": []}', '{"server_yaml": {"a": "b"'])('%s is no file of the registry', (text) => {
  expect(() => parseDockerMcp(text, { asOf: '2026-07-08' })).toThrow(SourceFileError);
});
