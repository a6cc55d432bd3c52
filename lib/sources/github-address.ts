/** A repository on GitHub, and the path below its root that an address leads to, if any. */
export type GithubAddress = { owner: string; name: string; repository: string; below: string | null };

const address =
  /^(?:git\+)?(?:https?|git|ssh):\/\/(?:[^@/\s]*@)?(?:www\.)?github\.com[/:]([a-z\d](?:[a-z\d-]{0,38}))\/([\w.-]{1,100})(?:\/([^?#\s]*))?(?:[?#]\S*)?$/i;
const short = /^([a-z\d](?:[a-z\d-]{0,38}))\/([\w.-]{1,100})$/i;
/** First parts of addresses on github.com that are no owner of repositories. */
const pages: ReadonlySet<string> = new Set(['apps', 'collections', 'features', 'marketplace', 'orgs', 'search', 'settings', 'sponsors', 'topics', 'users']);

/** The path that `tree/main/src/x` leads to; the root for a branch alone, a README of the root, issues and other pages. */
function findBelow(rest: string): string | null {
  const path = /^(?:tree|blob|raw)\/[^/]+\/(.+?)\/*$/.exec(rest)?.[1] ?? null;
  return path === null || /^readme(\.\w+)?$/i.test(path) ? null : path;
}

function build(owner: string, written: string, rest: string): GithubAddress | null {
  const name = written.replace(/\.git$/i, '');
  if (pages.has(owner.toLowerCase()) || /^\.*$/.test(name)) return null;
  return { owner, name, repository: `${owner}/${name}`, below: findBelow(rest) };
}

/** Reads "https://github.com/owner/name/tree/main/x", "git+ssh://git@github.com/owner/name.git" and the like; null for other hosts. */
export function parseGithubAddress(input: unknown): GithubAddress | null {
  if (typeof input !== 'string' || input.length > 1_000) return null;
  const match = address.exec(input.trim().replace(/^git@github\.com:/i, 'https://github.com/'));
  const [, owner, name, rest] = match ?? [];
  return owner && name ? build(owner, name, rest ?? '') : null;
}

/** Reads "owner/name"; null for anything else. */
export function parseRepository(input: unknown): GithubAddress | null {
  if (typeof input !== 'string') return null;
  const [, owner, name] = short.exec(input.trim()) ?? [];
  return owner && name ? build(owner, name, '') : null;
}

/** The name by which a tool is known that is the whole repository. */
export function githubName(repository: string): string {
  return `github:${repository.toLowerCase()}`;
}

/** "src/a" of "./src//a/", or null for the root; a plain loop over parts, so that a text of a million slashes is no trouble. */
export function readFolder(path: string | null): string | null {
  const parts = (path ?? '').split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 ? null : parts.join('/');
}
