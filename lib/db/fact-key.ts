import type { Fact } from '../catalog/record';
import { canonicalJson, sha256 } from './canonical-json';

/** The key of a fact: a hash of whose it is and all it says, so that it is the same wherever it is imported. */
export function getFactKey(toolId: string, fact: Fact): string {
  return sha256(`${toolId}\n${canonicalJson(fact)}`).slice(0, 32);
}
