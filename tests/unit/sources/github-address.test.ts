import { expect, test } from 'vitest';
import { githubName, parseGithubAddress, parseRepository, readFolder } from '@/lib/sources/github-address';

test.each([
  'https://github.com/Owner/Name',
  'https://github.com/Owner/Name/',
  'HTTPS://GITHUB.COM/Owner/Name',
  'http://www.github.com/Owner/Name.git',
  'git+https://github.com/Owner/Name.git',
  'git://github.com/Owner/Name.git',
  'git+ssh://git@github.com/Owner/Name.git',
  'git@github.com:Owner/Name.git',
  'https://user:secret@github.com/Owner/Name',
  'https://github.com/Owner/Name#readme',
  'https://github.com/Owner/Name?tab=readme-ov-file',
  'https://github.com/Owner/Name/tree/main',
  'https://github.com/Owner/Name/blob/main/README.md',
  'https://github.com/Owner/Name/issues',
])('%s is the repository itself', (address) => {
  expect(parseGithubAddress(address)).toEqual({ owner: 'Owner', name: 'Name', repository: 'Owner/Name', below: null });
});

test.each([
  { address: 'https://github.com/awslabs/mcp/tree/HEAD/src/nova-canvas-mcp-server', below: 'src/nova-canvas-mcp-server' },
  { address: 'https://github.com/modelcontextprotocol/servers/blob/main/src/everything/', below: 'src/everything' },
])('$address leads below the root', ({ address, below }) => {
  expect(parseGithubAddress(address)?.below).toBe(below);
});

test.each([
  'https://gitlab.com/owner/name',
  'https://github.com.example.org/owner/name',
  'https://example.org/?x=https://github.com/owner/name',
  'https://notgithub.com/owner/name',
  'https://github.com/owner',
  'https://github.com/topics/mcp',
  'https://github.com/owner/..',
  'https://github.com/-owner/name',
  'https://github.com/owner/na me',
  'https://github.com/\u202eowner/name',
  `https://github.com/owner/${'n'.repeat(10_000)}`,
  '',
  null,
  7,
])('%j is no repository on GitHub', (address) => {
  expect(parseGithubAddress(address)).toBeNull();
});

test('"owner/name" is a repository, with or without capitals, and nothing longer is', () => {
  expect(parseRepository(' Owner/Name.git ')?.repository).toBe('Owner/Name');
  expect([parseRepository('owner'), parseRepository('a/b/c'), parseRepository('owner/<b>'), parseRepository(null)]).toEqual([null, null, null, null]);
  expect(githubName('Owner/Name')).toBe('github:owner/name');
});

test('a folder is read without its empty parts, and the root is none', () => {
  expect(['./src//a/', 'src/a', '/', '.', '', null].map(readFolder)).toEqual(['src/a', 'src/a', null, null, null, null]);
  expect(readFolder('/'.repeat(1_000_000))).toBeNull();
});
