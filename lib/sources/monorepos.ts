import type { GithubAddress } from './github-address';

/** Repositories known to hold many servers, also where a file lists only one of them by the root. */
const known: ReadonlySet<string> = new Set([
  'awslabs/mcp',
  'cloudflare/mcp-server-cloudflare',
  'github/github-mcp-registry',
  'googleapis/gcloud-mcp',
  'mcp-get/community-servers',
  'microsoft/mcp',
  'modelcontextprotocol/servers',
  'modelcontextprotocol/servers-archived',
  'neo4j-contrib/mcp-neo4j',
  'pipedreamhq/pipedream',
  'pulsemcp/mcp-servers',
]);

export function isKnownMonorepo(repository: string): boolean {
  return known.has(repository.toLowerCase());
}

/** One server of a file and where its source is said to be. */
export type Placed = { server: string; address: GithubAddress | null };

/**
 * Says which servers are the whole of a repository: at its root in every row, the only one of the file in it, and in no other. The others
 * are parts of a monorepo or somebody's copies, and the repository's name and stars are not theirs.
 */
export function findWholeRepositories(servers: readonly Placed[]): (placed: Placed) => GithubAddress | null {
  const inRepository = new Map<string, Set<string>>();
  const ofServer = new Map<string, Set<string>>();
  const below = new Set(servers.flatMap(({ server, address }) => (address !== null && address.below !== null ? [server] : [])));
  for (const { server, address } of servers) {
    if (address === null) continue;
    const key = address.repository.toLowerCase();
    inRepository.set(key, (inRepository.get(key) ?? new Set()).add(server));
    ofServer.set(server, (ofServer.get(server) ?? new Set()).add(key));
  }
  return ({ server, address }) => {
    if (address === null || address.below !== null || below.has(server)) return null;
    const key = address.repository.toLowerCase();
    const isOnly = inRepository.get(key)?.size === 1 && inRepository.get(key)?.has(server) === true && ofServer.get(server)?.size === 1;
    return isOnly && !isKnownMonorepo(key) ? address : null;
  };
}
