import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export type RawResponse = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string };

type Options = { method?: string; headers?: Readonly<Record<string, string>>; body?: string; agent?: Agent };

const oneRequest = new Agent({ keepAlive: false });

/** Sends a path exactly as it is written: nothing is normalised, decompressed or followed, unlike in fetch and browsers. */
export function requestRaw(site: string, path: string, { method = 'GET', headers = {}, body, agent = oneRequest }: Options = {}): Promise<RawResponse> {
  const { hostname, port } = new URL(site);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const whole = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: whole, text: whole.toString('utf8') });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
