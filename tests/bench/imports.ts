import { findServer } from '../support/postgres';
import { readShippedFiles } from '../support/record-files';
import { prepareEmbedded, preparePostgres } from './empty-databases';
import { measureImport } from './import-rate';
import type { Line } from './table';

const rounds = 3;

/** The import of the real catalogue into the embedded database, and into PostgreSQL where one is found. */
export async function measureImports(): Promise<Line[]> {
  const files = readShippedFiles();
  const embedded = await measureImport({ home: 'embedded', files, openEmpty: await prepareEmbedded(), rounds });
  const server = await findServer();
  if (server === null) return embedded;
  try {
    return [...embedded, ...(await measureImport({ home: 'PostgreSQL', files, openEmpty: preparePostgres(server), rounds }))];
  } finally {
    await server.stop();
  }
}
