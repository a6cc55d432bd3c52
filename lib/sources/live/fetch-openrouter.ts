import type { LiveClient } from './client';
import { LiveError } from './failures';
import { dropDescriptions, type Fetched } from './fetched';

/** OpenRouter's list of models, which is one answer. */
export async function fetchOpenrouter(client: LiveClient): Promise<Fetched> {
  const { status, text, day } = await client.get('/v1/models', dropDescriptions);
  if (status !== 200) throw new LiveError(`OpenRouter does not show its list of models (status ${status}).`);
  return { text, asOf: day, missing: [], stopped: null };
}
