import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Resident memory of a process in megabytes (10⁶ bytes); `most` since it began, null where the system does not say. */
export type Memory = { now: number; most: number | null };

const megabytes = (kibibytes: string): number => (Number(kibibytes) * 1024) / 1_000_000;

/** Memory of a process that runs. */
export function readMemory(pid: number): Memory {
  const memory = readMemoryIfRunning(pid);
  if (memory === null) throw new Error(`Process ${pid} has ended, so it holds no memory.`);
  return memory;
}

/** Linux says it in /proc, other systems through ps; null of a process that has ended, which Linux lists until it is heard of. */
export function readMemoryIfRunning(pid: number): Memory | null {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return { now: megabytes(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })), most: null };
  const status = readFileSync(path, 'utf8');
  const read = (name: string): string | undefined => new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  const [now, most] = [read('VmRSS'), read('VmHWM')];
  if (now === undefined) return null;
  return { now: megabytes(now), most: most === undefined ? null : megabytes(most) };
}
