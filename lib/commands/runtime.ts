import { setTimeout } from 'node:timers/promises';
import type { Runtime } from '../sources/live/runtime';

/** The clock, the patience and the dice of this machine. */
export const runtime: Runtime = { now: () => Date.now(), sleep: (ms) => setTimeout(ms), random: () => Math.random() };
