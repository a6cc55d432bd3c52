import type { Row, RowGroup, RowId } from '../../lib/compare/row';
import type { RankedTool } from '../../lib/rank/ranked-tool';

/** The tool with this slug. A clause or a lead that names a tool outside its comparison is a mistake of ours. */
export function toolOf(tools: readonly RankedTool[], slug: string): RankedTool {
  const tool = tools.find((each) => each.slug === slug);
  if (!tool) throw new Error(`${slug} is not in the comparison of ${tools.map((each) => each.slug).join(', ')}`);
  return tool;
}

export function findRow(rows: readonly Row[], id: RowId): Row | null {
  return rows.find((row) => row.id === id) ?? null;
}

/** The place of a row on the page. */
export const rowAnchor = (id: RowId): string => `row-${id}`;

export const groupAnchor = (group: RowGroup): string => `group-${group}`;

/** The class that puts whatever belongs to a tool into its column, also when the reader swaps columns. */
export const columnClass = (index: number): string => `c${index}`;
