import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * Asks the browser to compile every function of a script while it is being fetched, in the background, instead of one after
 * another when they are first called, which holds up the page: https://v8.dev/blog/explicit-compile-hints. It is a comment to
 * browsers that do not know it. It must be the first thing in the file.
 */
export const compileHint = '//# allFunctionsCalledOnLoad\n';

const manifest = z.object({ rootMainFiles: z.array(z.string()) });

/** Scripts of fewer bytes are compiled where they run, and the hint would have them compile more there. */
const leastBytes = 30_000;

/** The scripts that run on every page of a finished build, the framework's, by their paths in its folder. */
export function listFrameworkScripts(buildFolder: string): string[] {
  return manifest.parse(JSON.parse(readFileSync(join(buildFolder, 'build-manifest.json'), 'utf8'))).rootMainFiles;
}

/** Gives the hint to the framework's scripts in a finished build; those that have it stay as they are. */
export function hintScripts(buildFolder: string): void {
  for (const file of listFrameworkScripts(buildFolder)) {
    const path = join(buildFolder, file);
    const script = readFileSync(path, 'utf8');
    if (script.length >= leastBytes && !script.startsWith(compileHint)) writeFileSync(path, compileHint + script);
  }
}
