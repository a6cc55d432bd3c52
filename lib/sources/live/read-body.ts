import { LiveError } from './failures';

function formatBytes(bytes: number): string {
  return bytes >= 1_000_000 ? `${Math.round(bytes / 1_000_000)} MB` : `${bytes} bytes`;
}

/** The body of an answer as text. It stops reading at the limit, however long the rest is or says that it is. */
export async function readBody(response: Response, mostBytes: number, host: string): Promise<string> {
  const tooLong = (): LiveError => new LiveError(`The answer of ${host} is longer than ${formatBytes(mostBytes)}, so it was not read.`);
  if (Number(response.headers.get('content-length') ?? 0) > mostBytes) {
    await response.body?.cancel();
    throw tooLong();
  }
  const decoder = new TextDecoder('utf-8');
  let [text, bytes] = ['', 0];
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw tooLong();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
