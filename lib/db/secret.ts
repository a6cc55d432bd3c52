import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getConfig } from '../config';

let secret: string | null = null;

/** The key that visitors are hashed with: SECRET, or else a random one, made once and kept in DATA_DIR for its owner alone. */
export function getSecret(): string {
  const config = getConfig();
  secret ??= config.secret ?? readOrMake(config.dataDir);
  return secret;
}

function readOrMake(folder: string): string {
  const path = join(folder, 'secret');
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(path, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!exists) throw new Error(`A secret cannot be kept in ${path}. Make the folder writable, or set SECRET.`, { cause: error });
  }
  return readFileSync(path, 'utf8');
}
