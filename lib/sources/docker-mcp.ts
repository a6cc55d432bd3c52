import { parse as parseYaml } from 'yaml';
import type { ParsedSource, SourceEntry } from '../catalog/entry';
import type { Fact } from '../catalog/record';
import { collectEntries, type Reject } from './collect-entries';
import { type Fields, fieldsOf, isFields, itemsOf } from './fields';
import { readText, state, stateTopics } from './figures';
import { type GithubAddress, parseGithubAddress, readFolder } from './github-address';
import { toTopic } from './mcp-categories';
import { findWholeRepositories, type Placed } from './monorepos';
import { listRows, type Row, readJson, SourceFileError } from './read-rows';
import { findHost, makeServer, nameServer, type Secret, stateRegistry, stateSecrets, stateStart, stateTools, stateTransports } from './server-facts';
import type { ReadOptions } from './source-module';

const sourceId = 'docker-mcp-registry';
const title = 'Docker MCP registry';

/** The commit that each reading was packed from, so that a fact leads to the file it was taken from and not to a newer one. */
const commits: ReadonlyMap<string, string> = new Map([['2026-07-08', '818bf169b365']]);

type Server = { name: string; yaml: Fields; source: GithubAddress | null };

/** A server.yaml as data. Aliases are refused: they are for writing less, and a few of them can mean billions of nodes. */
function readServer({ value }: Row): Server | null {
  const { name, text } = fieldsOf(value);
  if (typeof name !== 'string' || !/^[\w.-]{1,100}$/.test(name) || typeof text !== 'string' || text.length > 100_000) return null;
  try {
    const yaml: unknown = parseYaml(text, { maxAliasCount: 0, logLevel: 'error' });
    return isFields(yaml) ? { name, yaml, source: findSource(yaml) } : null;
  } catch {
    return null;
  }
}

/** A build file or a directory below the root makes the server a part of its repository. */
function findSource(yaml: Fields): GithubAddress | null {
  const source = fieldsOf(yaml.source);
  const address = parseGithubAddress(source.project);
  if (address === null) return null;
  const dockerfile = readFolder(readText(source.dockerfile)) ?? '';
  const folder = /^(?:src|packages|servers|apps)\//.test(dockerfile) ? dockerfile.split('/').slice(0, -1).join('/') : null;
  return { ...address, below: readFolder(readText(source.directory)) ?? folder ?? address.below };
}

/** The registry marks a server that its makers gave up in its title alone. */
const archivedMark = /\s*\(archived\)\s*$/i;

function findTitle(yaml: Fields): string | null {
  return readText(fieldsOf(yaml.about).title)?.slice(0, 200) ?? null;
}

function isArchived(yaml: Fields): boolean {
  return archivedMark.test(findTitle(yaml) ?? '');
}

function listSecrets(yaml: Fields): Secret[] {
  return itemsOf(fieldsOf(yaml.config).secrets).flatMap((each) => {
    const { env, required } = fieldsOf(each);
    const variable = readText(env);
    return variable === null ? [] : [{ variable, required: typeof required === 'boolean' ? required : null }];
  });
}

/** Some servers list their tools only when they run: an empty list is then unknown, not a server without tools. */
function stateServer({ name, yaml, source }: Server, tools: readonly unknown[], asOf: string): Fact[] {
  const address = `https://github.com/docker/mcp-registry/blob/${commits.get(asOf) ?? 'main'}/servers/${name}/server.yaml`;
  const frame = { source: sourceId, asOf, address };
  const remote = fieldsOf(yaml.remote);
  const url = readText(remote.url);
  const image = readText(yaml.image);
  const commit = source === null ? null : readText(fieldsOf(yaml.source).commit);
  const names = tools.flatMap((each) => readText(each) ?? []);
  return [
    ...state(frame, 'pinned-commit', commit !== null && /^[0-9a-f]{7,64}$/i.test(commit) ? commit.slice(0, 12) : null),
    ...(names.length > 0 ? stateTools(frame, names) : []),
    ...stateTransports(frame, [remote.transport_type], 'derived'),
    ...stateSecrets(frame, { secrets: listSecrets(yaml), others: itemsOf(yaml.oauth).length > 0 ? ['OAuth'] : [] }, 'derived'),
    ...state(frame, 'status', isArchived(yaml) ? 'archived' : null, { method: 'derived', note: 'The registry adds “(Archived)” to its name.' }),
    ...(url === null
      ? stateStart(frame, image !== null && /^[\w./:@-]+$/.test(image) ? `docker run -i --rm ${image}` : null, 'Docker', 'derived')
      : stateStart(frame, findHost(url) === null ? null : url, 'Docker', 'vendor-claimed')),
    ...stateTopics(frame, [readText(fieldsOf(yaml.meta).category), ...itemsOf(fieldsOf(yaml.meta).tags).map(readText)].map(toTopic), title),
    ...stateRegistry(frame, 'Docker'),
  ];
}

function buildEntry(row: Row, asOf: string, findWhole: (placed: Placed) => GithubAddress | null, reject: Reject): SourceEntry[] {
  const server = readServer(row);
  if (server === null) {
    reject('it is not a folder’s name with valid YAML without aliases');
    return [];
  }
  const { name, yaml, source } = server;
  if (yaml.type === 'poci') {
    reject('the row is a container that runs commands (type poci), not an MCP server');
    return [];
  }
  const whole = findWhole({ server: name, address: source });
  const vendor = source?.owner ?? findHost(fieldsOf(yaml.remote).url) ?? name;
  const tool = makeServer(findTitle(yaml)?.replace(archivedMark, '') || name, vendor, whole, readText(fieldsOf(yaml.meta).category));
  const facts = stateServer(server, itemsOf(fieldsOf(row.value).tools), asOf);
  return [{ at: row.at, names: nameServer(`docker-mcp:${name}`, whole), tool, facts }];
}

/** The registry's folders packed into one file: `server_yaml` has each server.yaml by its folder's name, `tools` each list of tool names. */
export function parseDockerMcp(text: string, read: ReadOptions): ParsedSource {
  const document = readJson(text, title);
  if (!isFields(document) || !isFields(document.server_yaml)) throw new SourceFileError(`This is no file of ${title}: it has no "server_yaml".`);
  const tools = fieldsOf(document.tools);
  const servers = Object.entries(document.server_yaml).map(([name, yaml]) => [
    name,
    { name, text: yaml, tools: Object.hasOwn(tools, name) ? tools[name] : [] },
  ]);
  const rows = listRows(Object.fromEntries(servers), 'server_yaml');
  const places = rows.rows.map(readServer).flatMap((each) => (each === null ? [] : [{ server: each.name, address: each.source }]));
  const findWhole = findWholeRepositories(places);
  return collectEntries(rows, read, (row, reject) => buildEntry(row, read.asOf, findWhole, reject));
}
