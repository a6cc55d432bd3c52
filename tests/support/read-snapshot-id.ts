import { requestRaw } from './raw-request';

/** The beginning of the id of the snapshot that a page or twin says it shows. */
export async function readSnapshotId(site: string, path: string): Promise<string> {
  const { status, text } = await requestRaw(site, path);
  const shown = /<code>([0-9a-f]{12})|"snapshot":\{"id":"([0-9a-f]{12})/.exec(text);
  const id = shown?.[1] ?? shown?.[2];
  if (status !== 200 || id === undefined) throw new Error(`${path} answered ${status} and names no snapshot.`);
  return id;
}
