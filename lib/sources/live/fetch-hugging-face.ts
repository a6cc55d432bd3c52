import type { Rejection } from '../../catalog/entry';
import { fieldsOf, itemsOf } from '../fields';
import { readText } from '../figures';
import type { LiveClient } from './client';
import { LimitError, LiveError } from './failures';
import { type Fetched, type FetchOptions, findOldest, pickMembers } from './fetched';
import { findLink } from './link-header';

const pageSize = 1_000;
/** 'owner/name', or a name alone as the oldest models have; never a way up. */
const isName = /^(?!\.+(?:\/|$))[\w.-]+(?:\/(?!\.+$)[\w.-]+)?$/;
const kept = ['id', 'downloads', 'pipeline_tag', 'tags', 'private', 'gated', 'createdAt'] as const;
const keepModel = (value: unknown): unknown => pickMembers(value, kept);
const keepModels = (value: unknown): unknown => (Array.isArray(value) ? value.map(keepModel) : value);

type Gathered = { models: unknown[]; days: string[]; missing: Rejection[]; found: Set<string> };

function gather(gathered: Gathered, models: readonly unknown[], day: string): void {
  gathered.models.push(...models);
  gathered.days.push(day);
  for (const each of models) gathered.found.add(readText(fieldsOf(each).id)?.toLowerCase() ?? '');
}

/** The most downloaded models. Of the Link to the next page only the query is taken, so that a mirror is not left. */
async function gatherPages(client: LiveClient, pages: number, gathered: Gathered): Promise<void> {
  let query: string | null = `?sort=downloads&direction=-1&limit=${pageSize}`;
  for (let page = 0; page < pages && query !== null; page += 1) {
    const { status, text, link, day }: { status: number; text: string; link: string | null; day: string } = await client.get(`/api/models${query}`, keepModels);
    const models: unknown = status === 200 ? JSON.parse(text) : null;
    if (!Array.isArray(models)) throw new LiveError(`Hugging Face does not show its list of models (status ${status}).`);
    gather(gathered, itemsOf(models), day);
    const next = findLink(link, 'next')?.search ?? null;
    query = next === query ? null : next;
  }
}

async function gatherListed(client: LiveClient, { listed, report }: FetchOptions, gathered: Gathered): Promise<void> {
  const path = (name: string): string => `/api/models/${name.split('/').map(encodeURIComponent).join('/')}`;
  const wanted = listed.filter((name) => isName.test(name) && !gathered.found.has(name.toLowerCase()));
  const ages = new Map(wanted.map((name) => [name, client.checkedAt(path(name)) ?? 0]));
  const inOrder = [...wanted].sort((a, b) => (ages.get(a) ?? 0) - (ages.get(b) ?? 0));
  for (const [index, name] of inOrder.entries()) {
    const { status, text, day } = await client.get(path(name), keepModel);
    const at = `hf:${name}`;
    const model: unknown = status === 200 ? JSON.parse(text) : null;
    const id = readText(fieldsOf(model).id);
    if (id === null) gathered.missing.push({ at, reason: `Hugging Face shows no such model (status ${status})` });
    else if (id.toLowerCase() === name.toLowerCase()) gather(gathered, [model], day);
    else gathered.missing.push({ at, reason: `the model is called ${id} now; give its tool the alias hf:${id}` });
    if (index % 100 === 99) report(`${index + 1} of ${inOrder.length} listed models …`);
  }
}

/** The most downloaded models of the Hub, and every listed model that is not among them. Each stands by itself, so a part can be imported. */
export async function fetchHuggingFace(client: LiveClient, options: FetchOptions): Promise<Fetched> {
  const gathered: Gathered = { models: [], days: [], missing: [], found: new Set() };
  let stopped: string | null = null;
  try {
    await gatherPages(client, options.pages, gathered);
    await gatherListed(client, options, gathered);
  } catch (error) {
    if (!(error instanceof LimitError) || gathered.days.length === 0) throw error;
    stopped = error.message;
  }
  return { text: JSON.stringify(gathered.models), asOf: findOldest(gathered.days) ?? '', missing: gathered.missing, stopped };
}
