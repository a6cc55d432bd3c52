import { createAsker } from './ask';
import { readDay } from './client';
import { LiveError } from './failures';
import type { Runtime } from './runtime';
import { isPrivate } from './send';

const text = { pattern: /\b(json|ya?ml|csv|text\/plain|octet-stream|x-ndjson)\b/i, name: 'a file of text' } as const;

/** A source's file from anywhere, asked for without a token, and the day of the answer. */
export async function fetchFile(
  written: string,
  runtime: Runtime,
  options: { attempts?: number; mostBytes?: number } = {},
): Promise<{ text: string; day: string }> {
  const { attempts = 4, mostBytes = 200_000_000 } = options;
  const address = new URL(written);
  if (!isPrivate(address)) throw new LiveError(`${written} has no https: anybody on the way could change what it says.`);
  const headers = { 'user-agent': 'unfragile' };
  const asker = createAsker({ runtime, limitAdvice: '', attempts });
  const sent = await asker.ask({ address, headers, token: null, timeoutMs: 120_000, mostBytes, expects: text });
  if (sent.status !== 200) throw new LiveError(`${address.host} answered ${address.pathname} with status ${sent.status}.`);
  return { text: sent.text.replace(/^\uFEFF/, ''), day: readDay(sent.headers, runtime.now()) };
}
