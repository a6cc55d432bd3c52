import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const answer = z.object({
  address: z.string(),
  status: z.number(),
  /** The part of the answer that is read, as JSON. */
  text: z.string(),
  /** Link, ETag and Last-Modified as they came. */
  link: z.string().nullable(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** The day of which the answer is, by the source's own clock. */
  day: z.iso.date(),
  /** When it was fetched or found unchanged, by ours. */
  checkedAt: z.number(),
});
export type StoredAnswer = z.infer<typeof answer>;

const run = z.object({ startedAt: z.number() });
const longestRun = 24 * 60 * 60 * 1_000;
/** To be raised when a source keeps other parts of its answers: stored ones would go on without them. */
const layout = 1;

export type AnswerStore = {
  read: (address: string) => StoredAnswer | null;
  write: (answer: StoredAnswer) => void;
  /** The run that was interrupted less than a day ago, or a new one. Answers from its start on need not be asked for again. */
  beginRun: (now: number) => { startedAt: number; resumed: boolean };
  /** Ends the run, and forgets answers that it had no use for. */
  endRun: () => void;
};

function readJson<T>(path: string, shape: z.ZodType<T>): T | null {
  try {
    return shape.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null;
  } catch {
    // Missing or damaged: either way it is fetched again, and written anew.
    return null;
  }
}

/** Written beside and moved into place, so that an interrupted run leaves no half of a file. */
function writeJson(path: string, value: unknown): void {
  writeFileSync(`${path}.new`, JSON.stringify(value));
  renameSync(`${path}.new`, path);
}

/** Answers of one source on disk, one file each: what makes requests conditional and an interrupted run go on. */
export function openAnswerStore(folder: string): AnswerStore {
  const answers = join(folder, `answers-${layout}`);
  const runPath = join(folder, 'run.json');
  mkdirSync(answers, { recursive: true });
  const place = (address: string): string => join(answers, `${createHash('sha256').update(address).digest('hex').slice(0, 32)}.json`);
  const readRun = (now: number): number | null => {
    const startedAt = readJson(runPath, run)?.startedAt ?? null;
    return startedAt !== null && startedAt <= now && now - startedAt < longestRun ? startedAt : null;
  };
  return {
    read: (address) => {
      const stored = readJson(place(address), answer);
      return stored?.address === address ? stored : null;
    },
    write: (stored) => writeJson(place(stored.address), stored),
    beginRun: (now) => {
      const interrupted = readRun(now);
      if (interrupted === null) writeJson(runPath, { startedAt: now });
      return { startedAt: interrupted ?? now, resumed: interrupted !== null };
    },
    endRun: () => {
      const startedAt = readJson(runPath, run)?.startedAt ?? 0;
      for (const name of readdirSync(answers)) {
        const stored = readJson(join(answers, name), answer);
        if (stored === null || stored.checkedAt < startedAt) rmSync(join(answers, name), { force: true });
      }
      rmSync(runPath, { force: true });
    },
  };
}
