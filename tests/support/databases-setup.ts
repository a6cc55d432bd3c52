import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../../lib/db/embedded';
import { findServer } from './postgres';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the PostgreSQL server of this run; null: none was found. */
    postgres: string | null;
    /** A folder of the embedded database as it is after its first opening, to be copied: opening a copy takes a third of the time. */
    embeddedTemplate: string;
  }
}

/** Runs once for all integration tests. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'unfragile-template-'));
  const template = join(folder, 'pglite');
  const [server] = await Promise.all([findServer(), openEmbedded(template).then((embedded) => embedded.close())]);
  project.provide('postgres', server?.url ?? null);
  project.provide('embeddedTemplate', template);
  return async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
