import type { Tool } from '../catalog/tool';

/** Where a tool's capabilities come from, to be put after their number: "derived from its facts". */
export function describeOrigin({ capabilities, describedFrom }: Pick<Tool, 'capabilities' | 'describedFrom'>): string {
  const derived = capabilities.length > 0 && capabilities.every((each) => each.derivedFrom !== undefined);
  return derived ? 'derived from its facts' : `described from ${describedFrom}`;
}
