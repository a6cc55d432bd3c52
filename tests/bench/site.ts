import { startReadySite, type TestSite } from '../support/server';

/** Starts the built site on a folder with its data, and ends it with this process if nobody did before. */
export async function startBenchSite(dataDir: string): Promise<TestSite> {
  const site = await startReadySite({ DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  const end = (): boolean => process.kill(site.pid, 'SIGTERM');
  process.once('exit', end);
  void site.ended.then(() => process.off('exit', end));
  return site;
}
