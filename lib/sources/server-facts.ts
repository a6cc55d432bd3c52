import type { NewTool } from '../catalog/entry';
import type { Fact } from '../catalog/record';
import { type Frame, readText, shortenName, state } from './figures';
import { type GithubAddress, githubName } from './github-address';
import { findMcpCategory } from './mcp-categories';

const mostTools = 400;

/** The tools that a registry found in a server. An empty list is for the caller to judge: it may only be unknown. */
export function stateTools(frame: Frame, names: readonly string[], note?: string): Fact[] {
  const more = note === undefined ? {} : { note };
  const listed = [...new Set(names.map((name) => name.trim()))].filter((name) => name !== '' && name.length <= 160);
  return [...state(frame, 'tool-count', names.length, more), ...state(frame, 'tool-names', listed.slice(0, mostTools), more)];
}

/**
 * One fact for each registry, told apart by its condition, so that no registry's fact takes the place of another's or of
 * a record's list of them all. Whoever wants one list puts the values of the current facts together.
 */
export function stateRegistry(frame: Frame, registry: string): Fact[] {
  return state(frame, 'registries', [registry], { conditions: { registry } });
}

/** What a registry's settings give to start with; the condition leaves the word to what the maker's own documents say. */
export function stateStart(frame: Frame, command: string | null, registry: string, method: 'derived' | 'vendor-claimed'): Fact[] {
  return state(frame, 'start-here', command !== null && command.length <= 400 ? command : null, { method, conditions: { registry } });
}

/** "API key in BRAVE_API_KEY" for a variable that is marked as a secret; the kind of secret is read from its name. */
function nameSecret(variable: string): string {
  if (/API_?KEY/i.test(variable)) return `API key in ${variable}`;
  return /TOKEN/i.test(variable) ? `Token in ${variable}` : `Secret in ${variable}`;
}

export type Secret = { variable: string; required: boolean | null };

/** What is declared as secret, after `others`, and no guess about the rest: without any declaration nothing is said. */
export function stateSecrets(
  frame: Frame,
  { secrets, others = [] }: { secrets: readonly Secret[]; others?: readonly string[] },
  method: 'derived' | 'vendor-claimed',
): Fact[] {
  const named = secrets.filter(({ variable }) => /^[\w.-]{1,100}$/.test(variable));
  const words = named.map(({ variable, required }) => (required === false ? `${nameSecret(variable)} (optional)` : nameSecret(variable)));
  const text = [...new Set([...others, ...words])].join('; ');
  return state(frame, 'authentication', text === '' || text.length > 400 ? null : text, { method });
}

const transportNames: ReadonlyMap<string, string> = new Map([
  ['stdio', 'stdio'],
  ['http', 'streamable HTTP'],
  ['sse', 'SSE'],
  ['streamable', 'streamable HTTP'],
  ['streamable-http', 'streamable HTTP'],
]);

export function stateTransports(frame: Frame, transports: readonly unknown[], method: 'derived' | 'vendor-claimed'): Fact[] {
  const names = transports.flatMap((each) => transportNames.get(readText(each)?.toLowerCase() ?? '') ?? []);
  return state(frame, 'transport', [...new Set(names)], { method });
}

/** Names of a server: the repository's first where the server is the whole of it, then its own in its registry. */
export function nameServer(own: string, whole: GithubAddress | null, ...packages: readonly string[]): [string, ...string[]] {
  const [first, ...rest] = [...(whole === null ? [] : [githubName(whole.repository)]), own, ...packages].map((name) => name.toLowerCase());
  return [first ?? own, ...rest];
}

/** A server as a tool. The repository is left out where it holds more than the server. */
export function makeServer(name: string, vendor: string, whole: GithubAddress | null, heading: string | null): NewTool {
  const tool: NewTool = { name: shortenName(name), kind: 'mcp-server', category: findMcpCategory(heading), vendor };
  return whole === null ? tool : { ...tool, repository: whole.repository };
}

/** The host of an https address without "www.", or null. */
export function findHost(address: unknown): string | null {
  if (typeof address !== 'string' || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  return new URL(address).hostname.replace(/^www\./, '') || null;
}

/** True for what npm accepts as the name of a package. */
export function isNpmName(name: string): boolean {
  return name.length <= 214 && /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(name);
}

/** True for what PyPI accepts as the name of a package. */
export function isPypiName(name: string): boolean {
  return name.length <= 100 && /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i.test(name);
}
