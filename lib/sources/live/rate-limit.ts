/** How many requests a source still takes, as its last answer said. */
export type Limit = { limit: number | null; remaining: number; resetsAt: number };

function readWhole(text: string | null): number | null {
  return text !== null && /^\d{1,12}$/.test(text.trim()) ? Number(text) : null;
}

/** Hugging Face writes `RateLimit: "api";r=499;t=55`: requests left, and seconds until there are more. */
function readHubLimit(headers: Headers, now: number): Limit | null {
  const text = headers.get('ratelimit') ?? '';
  const remaining = readWhole(/;\s*r=(\d+)/.exec(text)?.[1] ?? null);
  const seconds = readWhole(/;\s*t=(\d+)/.exec(text)?.[1] ?? null);
  return remaining === null || seconds === null ? null : { limit: null, remaining, resetsAt: now + seconds * 1_000 };
}

/** The limit in an answer's headers, GitHub's X-RateLimit-… or the Hub's RateLimit; null where none is stated. */
export function readLimit(headers: Headers, now: number): Limit | null {
  const remaining = readWhole(headers.get('x-ratelimit-remaining'));
  const reset = readWhole(headers.get('x-ratelimit-reset'));
  if (remaining === null || reset === null) return readHubLimit(headers, now);
  // Some write the second since 1970, some the millisecond.
  return { limit: readWhole(headers.get('x-ratelimit-limit')), remaining, resetsAt: reset > 100_000_000_000 ? reset : reset * 1_000 };
}

/** Milliseconds to wait as Retry-After says it, in seconds or as a date; null where it says nothing. */
export function readRetryAfter(headers: Headers, now: number): number | null {
  const text = headers.get('retry-after');
  if (text === null) return null;
  const seconds = readWhole(text);
  if (seconds !== null) return seconds * 1_000;
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? null : Math.max(0, moment - now);
}
