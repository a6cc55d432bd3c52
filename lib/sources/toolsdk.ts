import type { ParsedSource, SourceEntry } from '../catalog/entry';
import { collectEntries, type Reject } from './collect-entries';
import { type Fields, fieldsOf, itemsOf } from './fields';
import { type Frame, readText, state, stateTopics } from './figures';
import { type GithubAddress, parseGithubAddress } from './github-address';
import { toSpdx } from './licences';
import { toTopic } from './mcp-categories';
import { mergeEntries } from './merge-entries';
import { findWholeRepositories, type Placed } from './monorepos';
import { type Row, readJsonLines } from './read-rows';
import { findHost, isNpmName, isPypiName, makeServer, nameServer, stateRegistry, stateStart, stateTools } from './server-facts';
import type { ReadOptions } from './source-module';

const sourceId = 'toolsdk-registry';
const title = 'ToolSDK MCP registry';
const registry = { name: 'ToolSDK', address: 'https://github.com/toolsdk-ai/toolsdk-mcp-registry' };

/** Wrappers that the registry made of other people's servers, one for each address that it calls. */
const isWrapper = (name: string): boolean => name.startsWith('@toolsdk-remote/');

function placeRow({ value }: Row): Placed {
  const { package: name, url } = fieldsOf(value);
  return { server: readText(name) ?? '', address: parseGithubAddress(url) };
}

/** Where each package stands first. Two projects may have the same unscoped name here; a scoped one is npm's, and one project's. */
function findFirsts(rows: readonly Row[]): Map<string, { at: string; source: string }> {
  const firsts = new Map<string, { at: string; source: string }>();
  for (const row of rows) {
    const key = placeRow(row).server.toLowerCase();
    if (!firsts.has(key)) firsts.set(key, { at: row.at, source: findSource(row) });
  }
  return firsts;
}

function findSource(row: Row): string {
  return placeRow(row).address?.repository.toLowerCase() ?? readText(fieldsOf(row.value).url) ?? '';
}

/** A server's wrapper stands for it only where nothing else in the file does. */
function listPlaces(rows: readonly Row[]): Placed[] {
  const places = rows.map(placeRow).filter(({ server }) => server !== '');
  const own = places.filter(({ server }) => !isWrapper(server));
  const served = new Set(own.map(({ address }) => address?.repository.toLowerCase()));
  return [...own, ...places.filter(({ server, address }) => isWrapper(server) && !served.has(address?.repository.toLowerCase()))];
}

/** Where the registry started a package by its name, that name is the server's; an entry it did not start may have an invented one. */
function findPackage(name: string, row: Fields): { name: string; command: string } | null {
  if (row.validated !== true || isWrapper(name)) return null;
  if (row.runtime === 'node' && isNpmName(name)) return { name: `npm:${name}`, command: `npx -y ${name}` };
  return row.runtime === 'python' && isPypiName(name) ? { name: `pypi:${name}`, command: `uvx ${name}` } : null;
}

/** `validated: null` is a server that was not tried: neither a pass nor a failure. */
function stateRow(frame: Frame, name: string, row: Fields, command: string | null) {
  const note = `Package ${name}.`;
  const tools = itemsOf(row.tools).flatMap((each) => readText(each) ?? []);
  const there = { ...frame, address: registry.address };
  return [
    ...state(frame, 'tools-validated', typeof row.validated === 'boolean' ? row.validated : null, { note }),
    ...(tools.length > 0 ? stateTools(frame, tools, note) : []),
    ...state(there, 'licence', toSpdx(row.license), { note }),
    ...stateTopics(there, [toTopic(readText(row.category))], title),
    ...stateRegistry(there, registry.name),
    ...stateStart(there, command, registry.name, 'derived'),
  ];
}

/** What the file as a whole says about one of its rows. */
type File = { findWhole: (placed: Placed) => GithubAddress | null; otherAt: (row: Row) => string | null };

function readFile(rows: readonly Row[]): File {
  const firsts = findFirsts(rows);
  const otherAt = (row: Row): string | null => {
    const name = placeRow(row).server.toLowerCase();
    const first = firsts.get(name);
    return first === undefined || name.startsWith('@') || first.source === findSource(row) ? null : first.at;
  };
  return { otherAt, findWhole: findWholeRepositories(listPlaces(rows.filter((row) => otherAt(row) === null))) };
}

function buildEntry(row: Row, frame: Frame, file: File, reject: Reject): SourceEntry[] {
  const fields = fieldsOf(row.value);
  const placed = placeRow(row);
  const name = placed.server;
  if (name === '') {
    reject('the row has no "package"');
    return [];
  }
  const otherAt = file.otherAt(row);
  if (otherAt !== null) {
    reject(`the package "${name.slice(0, 100)}" stands already at ${otherAt}, with another repository`);
    return [];
  }
  const whole = file.findWhole(placed);
  const own = findPackage(name, fields);
  const vendor = placed.address?.owner ?? findHost(fields.url) ?? (name.startsWith('@') ? name.slice(1).split('/')[0] : undefined) ?? name;
  const tool = makeServer(readText(fields.name) ?? name, vendor, whole, readText(fields.category));
  return [
    { at: row.at, names: nameServer(`toolsdk:${name}`, whole, ...(own ? [own.name] : [])), tool, facts: stateRow(frame, name, fields, own?.command ?? null) },
  ];
}

/** The registry as one row a package. A server in a monorepo has its own name here and none of the repository's. */
export function parseToolsdk(text: string, read: ReadOptions): ParsedSource {
  const frame = { source: sourceId, asOf: read.asOf };
  const lines = readJsonLines(text, title);
  const file = readFile(lines.rows);
  return mergeEntries(collectEntries(lines, read, (row, reject) => buildEntry(row, frame, file, reject)));
}
