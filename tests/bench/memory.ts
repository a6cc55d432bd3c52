import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Resident memory of a process in megabytes (10⁶ bytes); `most` since it began, null where the system does not say. */
export type Memory = { now: number; most: number | null };

const megabytes = (kibibytes: string): number => (Number(kibibytes) * 1024) / 1_000_000;

/** Linux says it in /proc, other systems through ps. */
export function readMemory(pid: number): Memory {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return { now: megabytes(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })), most: null };
  const status = readFileSync(path, 'utf8');
  const read = (name: string): string | undefined => new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  const [now, most] = [read('VmRSS'), read('VmHWM')];
  if (now === undefined) throw new Error(`${path} does not say how much memory is resident.`);
  return { now: megabytes(now), most: most === undefined ? null : megabytes(most) };
}
