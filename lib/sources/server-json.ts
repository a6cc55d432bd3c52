import { type Fields, fieldsOf } from './fields';
import { readText } from './figures';
import { findHost, isNpmName, isPypiName, type Secret } from './server-facts';

/** A package of a server.json: 'npm', '@scope/name'. */
export type ServerPackage = { type: string; name: string; fields: Fields };

/** Fields were written in snake_case until September 2025, and types of packages were names of registries. */
export function readPackage(value: unknown): ServerPackage | null {
  const fields = fieldsOf(value);
  const type = readText(fields.registryType ?? fields.registry_type ?? fields.registry_name);
  const name = readText(fields.identifier ?? fields.name);
  return type === null || name === null ? null : { type: type.toLowerCase(), name, fields };
}

/** Variables and headers that the entry marks as secret. */
export function listSecrets(inputs: readonly unknown[]): Secret[] {
  return inputs.map(fieldsOf).flatMap((each) => {
    const variable = readText(each.name);
    const required = each.isRequired ?? each.is_required;
    if (variable === null || (each.isSecret ?? each.is_secret) !== true) return [];
    return [{ variable, required: typeof required === 'boolean' ? required : null }];
  });
}

/** What one copies to run the server: a package, an image, or the address of a remote without blanks to fill in. */
export function findStart(packages: readonly ServerPackage[], remotes: readonly Fields[]): string | null {
  const npm = packages.find(({ type, name }) => type === 'npm' && isNpmName(name));
  if (npm) return `npx -y ${npm.name}`;
  const pypi = packages.find(({ type, name }) => type === 'pypi' && isPypiName(name));
  if (pypi) return `uvx ${pypi.name}`;
  const image = packages.find(({ type, name }) => type === 'oci' && /^[\w./:@-]+$/.test(name));
  if (image) return `docker run -i --rm ${image.name}`;
  return remotes.map(({ url }) => readText(url)).find((url) => url !== null && /^https:\/\/[^{}\s]+$/.test(url) && findHost(url) !== null) ?? null;
}

function namePackage(each: unknown): string | null {
  const read = readPackage(each);
  if (read === null) return null;
  const isName = (read.type === 'npm' && isNpmName(read.name)) || (read.type === 'pypi' && isPypiName(read.name));
  return isName ? `${read.type}:${read.name.toLowerCase()}` : null;
}

/** Names of packages by server; one that several servers of the file name is a proxy they start through, and none of them. */
export function findOwnPackages(servers: readonly { server: string; packages: readonly unknown[] }[]): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, Set<string>>();
  for (const { server, packages } of servers) {
    for (const name of packages.flatMap((each) => namePackage(each) ?? [])) owners.set(name, (owners.get(name) ?? new Set()).add(server));
  }
  const own = new Map<string, string[]>();
  for (const [name, [server, second]] of owners) {
    if (server !== undefined && second === undefined) own.set(server, [...(own.get(server) ?? []), name]);
  }
  return own;
}
