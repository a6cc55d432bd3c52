import { listFrameworkScripts } from '../../lib/server/compile-hints';
import { requestRaw } from '../support/raw-request';
import { startBenchSite } from './site';
import { atMost, type Line, show } from './table';

const page = '/compare/sglang-vs-vllm';

/** The scripts that a modern browser loads with a page, at once or after the first paint; `nomodule` ones are for others. Throws when there are none. */
function findScripts(html: string): string[] {
  const tags = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/\bnomodule\b/i.test(tag));
  const ahead = [...html.matchAll(/<link\b[^>]*\b(?:as="script"|rel="modulepreload")[^>]*>/g)].map(([tag]) => tag);
  const late = tags.flatMap((tag) => /\bdata-late="([^"]+)"/.exec(tag)?.[1]?.split(' ') ?? []);
  const found = [...new Set([...late, ...[...tags, ...ahead].flatMap((tag) => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? [])])];
  if (found.length === 0) throw new Error('The page names no script: this measures nothing.');
  return found;
}

/**
 * JavaScript of a compare page, gzipped as the server sends it, against what every page of the build must load: the framework's
 * rootMainFiles in .next/build-manifest.json. Checked once against an application of Next 16.4.5 with nothing in it, a layout and a
 * page without client code: that page loads the same four files (131.1 kB) and one with Next's own error boundaries (3.5 kB, the
 * same file that our pages load). The ratio shown is thus rather too high than too low.
 */
export async function measureScripts(dataDir: string): Promise<Line[]> {
  const site = await startBenchSite(dataDir);
  try {
    const scripts = findScripts((await requestRaw(site.address, page)).text);
    const floor = listFrameworkScripts('.next').map((file) => `/_next/${file}`);
    const sizes = new Map<string, number>();
    for (const path of new Set([...scripts, ...floor])) {
      const { status, body } = await requestRaw(site.address, path, { headers: { 'accept-encoding': 'gzip' } });
      if (status !== 200) throw new Error(`${path} answered ${status}.`);
      sizes.set(path, body.length);
    }
    const sum = (paths: readonly string[]): number => paths.reduce((bytes, path) => bytes + (sizes.get(path) ?? 0), 0) / 1000;
    const ours = scripts.filter((path) => !floor.includes(path));
    return [
      atMost('JavaScript of a compare page ÷ that of a page without client code', sum(scripts) / sum(floor), 1.2, '×', 2),
      show(`compare page, ${scripts.length} files`, `${sum(scripts).toFixed(1)} kB`),
      show(`page without client code of ours, ${floor.length} files`, `${sum(floor).toFixed(1)} kB`),
      ...ours.map((path) => show(`ours: ${path.split('/').at(-1)}`, `${sum([path]).toFixed(1)} kB`)),
    ];
  } finally {
    await site.stop();
  }
}
