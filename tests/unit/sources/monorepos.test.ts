import { expect, test } from 'vitest';
import { parseGithubAddress } from '@/lib/sources/github-address';
import { findWholeRepositories, type Placed } from '@/lib/sources/monorepos';

const at = (server: string, path: string): Placed => ({ server, address: parseGithubAddress(`https://github.com/${path}`) });
const findWhole = (placed: Placed, ...others: Placed[]) => findWholeRepositories([placed, ...others])(placed)?.repository ?? null;

test('the only server at the root of a repository is the whole of it', () => {
  expect(findWhole(at('a', 'owner/a-mcp'), at('b', 'owner/b-mcp'))).toBe('owner/a-mcp');
});

test('a server that stands in two rows is still one server', () => {
  expect(findWhole(at('a', 'owner/a-mcp'), at('a', 'Owner/A-MCP'))).toBe('owner/a-mcp');
});

test.each([
  { why: 'below the root', placed: at('a', 'owner/repo/tree/main/servers/a'), others: [] },
  { why: 'one of several in a repository', placed: at('a', 'owner/repo'), others: [at('b', 'OWNER/repo')] },
  { why: 'at the root of a repository in which another one stands below', placed: at('a', 'owner/repo'), others: [at('b', 'owner/repo/tree/main/b')] },
  { why: 'at the root in one row and below it in another', placed: at('a', 'owner/repo'), others: [at('a', 'owner/repo/tree/main/src')] },
  { why: 'in two repositories', placed: at('a', 'owner/repo'), others: [at('a', 'copier/repo')] },
  { why: 'in a repository known to hold many', placed: at('fetch', 'modelcontextprotocol/servers'), others: [] },
  { why: 'not on GitHub', placed: { server: 'a', address: null }, others: [] },
])('a server $why is not the whole of a repository', ({ placed, others }) => {
  expect(findWhole(placed, ...others)).toBeNull();
});
