import { fieldsOf, itemsOf } from '../fields';
import { readText } from '../figures';
import type { LiveClient } from './client';
import { LiveError } from './failures';
import { dropDescriptions, type Fetched, type FetchOptions, findOldest } from './fetched';

const pageSize = 100;
const mostPages = 5_000;

/**
 * Every server of the registry, its newest version each. All pages or nothing: which servers share a repository, and so
 * are not the whole of it, can only be seen in the whole list.
 */
export async function fetchMcpRegistry(client: LiveClient, { report }: FetchOptions): Promise<Fetched> {
  const servers: unknown[] = [];
  const days: string[] = [];
  const seen = new Set<string>();
  for (let cursor: string | null = ''; cursor !== null; ) {
    const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { status, text, day } = await client.get(`/v0/servers?limit=${pageSize}&version=latest${more}`, dropDescriptions);
    if (status !== 200) throw new LiveError(`The MCP registry does not show its list of servers (status ${status}).`);
    const page = fieldsOf(JSON.parse(text));
    if (!Array.isArray(page.servers)) throw new LiveError('The answer of the MCP registry has no list "servers".');
    servers.push(...itemsOf(page.servers));
    days.push(day);
    const metadata = fieldsOf(page.metadata);
    cursor = readText(metadata.nextCursor ?? metadata.next_cursor);
    if (cursor !== null && (seen.has(cursor) || days.length >= mostPages)) throw new LiveError('The pages of the MCP registry lead in a circle.');
    if (cursor !== null) seen.add(cursor);
    if (days.length % 25 === 0) report(`${servers.length} servers …`);
  }
  return { text: JSON.stringify({ servers }), asOf: findOldest(days) ?? '', missing: [], stopped: null };
}
