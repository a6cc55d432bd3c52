import type { ParsedSource, SourceEntry } from '../catalog/entry';
import type { Fact } from '../catalog/record';
import { collectEntries, type Reject } from './collect-entries';
import { type Fields, fieldsOf, isFields, itemsOf } from './fields';
import { type Frame, readText } from './figures';
import { type GithubAddress, parseGithubAddress, readFolder } from './github-address';
import { findWholeRepositories, type Placed } from './monorepos';
import { listRows, type Row, type Rows, readJson, SourceFileError } from './read-rows';
import { makeServer, nameServer, stateRegistry, stateSecrets, stateStart, stateTransports } from './server-facts';
import { findOwnPackages, findStart, listSecrets, readPackage } from './server-json';
import type { ReadOptions } from './source-module';

const title = 'the MCP registry';
const officialKey = 'io.modelcontextprotocol.registry/official';

/**
 * The registry checks that whoever publishes an entry owns the packages it names; the seed file of 2025 was put together
 * from readmes, where a package may be anybody's.
 */
type Variant = { sourceId: string; packagesAreOwn: boolean; method: 'derived' | 'vendor-claimed' };

const seed: Variant = { sourceId: 'mcp-registry-seed', packagesAreOwn: false, method: 'derived' };
const api: Variant = { sourceId: 'mcp-registry', packagesAreOwn: true, method: 'vendor-claimed' };

/** The server of a row: in an answer of the API it stands in `server`, beside what the registry adds in `_meta`. */
function serverOf({ value }: Row): Fields {
  const fields = fieldsOf(value);
  return isFields(fields.server) ? fields.server : fields;
}

function metaOf({ value }: Row): Fields {
  const official = fieldsOf(fieldsOf(fieldsOf(value)._meta)[officialKey]);
  return Object.keys(official).length > 0 ? official : fieldsOf(fieldsOf(value).version_detail);
}

function placeRow(row: Row): Placed {
  const server = serverOf(row);
  const repository = fieldsOf(server.repository);
  const address = parseGithubAddress(repository.url);
  const subfolder = readFolder(readText(repository.subfolder));
  return { server: readText(server.name)?.toLowerCase() ?? '', address: address && { ...address, below: subfolder ?? address.below } };
}

function stateServer(frame: Frame, server: Fields, { packagesAreOwn, method }: Variant): Fact[] {
  const packages = itemsOf(server.packages).flatMap((each) => readPackage(each) ?? []);
  const remotes = itemsOf(server.remotes).map(fieldsOf);
  const inputs = packages.flatMap(({ fields }) => itemsOf(fields.environmentVariables ?? fields.environment_variables));
  const headers = [...remotes, ...packages.map(({ fields }) => fieldsOf(fields.transport))].flatMap((each) => itemsOf(each.headers));
  const transports = [...packages.map(({ fields }) => fieldsOf(fields.transport).type), ...remotes.map((each) => each.type ?? each.transport_type)];
  return [
    ...stateTransports(frame, transports, method),
    ...stateSecrets(frame, { secrets: listSecrets([...inputs, ...headers]) }, method),
    ...(packagesAreOwn ? stateStart(frame, findStart(packages, remotes), 'Official MCP registry', method) : []),
    ...stateRegistry(frame, 'Official MCP registry'),
  ];
}

type File = { frame: Frame; variant: Variant; findWhole: (placed: Placed) => GithubAddress | null; ownPackages: ReadonlyMap<string, readonly string[]> };

function buildEntry(row: Row, { frame, variant, findWhole, ownPackages }: File, reject: Reject): SourceEntry[] {
  const server = serverOf(row);
  const meta = metaOf(row);
  const name = readText(server.name);
  if (name === null || !/^[\w.-]{1,150}\/[\w.-]{1,150}$/.test(name)) {
    reject('the row has no name "namespace/server"');
    return [];
  }
  if (meta.status === 'deleted') {
    reject('the registry says that the server was deleted');
    return [];
  }
  if ((meta.isLatest ?? meta.is_latest) === false) {
    reject('the row is an older version of the server');
    return [];
  }
  const placed = placeRow(row);
  const whole = findWhole(placed);
  const [namespace = name, own = name] = name.split('/');
  const vendor = placed.address?.owner ?? namespace.replace(/^io\.github\./i, '');
  const tool = makeServer(readText(server.title) ?? own, vendor, whole, null);
  return [
    {
      at: row.at,
      names: nameServer(`mcp-registry:${name}`, whole, ...(ownPackages.get(placed.server) ?? [])),
      tool,
      facts: stateServer(frame, server, variant),
    },
  ];
}

function findRows(document: unknown): Rows {
  if (Array.isArray(document)) return listRows(document, 'servers');
  if (isFields(document) && Array.isArray(document.servers)) return listRows(document.servers, 'servers');
  if (isFields(document) && typeof document.name === 'string') return listRows([document], 'server');
  throw new SourceFileError(`This is no file of ${title}: it is neither a list of servers, an answer of /v0/servers nor a server.json.`);
}

function parseServers(text: string, read: ReadOptions, variant: Variant): ParsedSource {
  const rows = findRows(readJson(text, title));
  const address = variant === seed ? 'https://github.com/modelcontextprotocol/registry' : 'https://registry.modelcontextprotocol.io';
  const file: File = {
    frame: { source: variant.sourceId, asOf: read.asOf, address },
    variant,
    findWhole: findWholeRepositories(rows.rows.map(placeRow).filter(({ server }) => server !== '')),
    ownPackages: findOwnPackages(
      variant.packagesAreOwn ? rows.rows.map((row) => ({ server: placeRow(row).server, packages: itemsOf(serverOf(row).packages) })) : [],
    ),
  };
  const identify = (value: unknown): string | null => {
    const row = { at: '', value };
    const version = readText(serverOf(row).version ?? metaOf(row).version) ?? '';
    return placeRow(row).server === '' ? null : `${placeRow(row).server} ${version}`.trim();
  };
  return collectEntries(rows, { ...read, identify }, (row, reject) => buildEntry(row, file, reject));
}

/** The file that the registry was started with in May 2025. */
export function parseMcpRegistrySeed(text: string, read: ReadOptions): ParsedSource {
  return parseServers(text, read, seed);
}

/** An answer of the registry's API, a list of its answers' servers, or the server.json of one server. */
export function parseMcpRegistry(text: string, read: ReadOptions): ParsedSource {
  return parseServers(text, read, api);
}
