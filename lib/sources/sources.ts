import type { SourceModule } from './source-module';

/** Every source that a catalogue can be filled from, by the name it is called by: one line each. */
export const sources = {} satisfies Record<string, SourceModule>;

export type SourceName = keyof typeof sources;
