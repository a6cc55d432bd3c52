import { startReadySite, type TestSite } from '../support/server';

/** Starts the built site on a folder with its data (with `databaseUrl` its database is there instead), and ends it with this process if nobody did before. */
export async function startBenchSite(dataDir: string, databaseUrl: string | null = null): Promise<TestSite> {
  const site = await startReadySite({ DATA_DIR: dataDir, LOG_LEVEL: 'error', ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }) });
  const end = (): boolean => process.kill(site.pid, 'SIGTERM');
  process.once('exit', end);
  void site.ended.then(() => process.off('exit', end));
  return site;
}
