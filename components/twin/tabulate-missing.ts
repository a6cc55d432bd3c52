import { toolHref } from '../../lib/address/href';
import type { TextTable } from '../../lib/format/table';
import type { MissingPage } from '../../lib/pages/page-types';

/** The names that no tool has, then the tools whose names are nearest. */
export function tabulateMissing({ unknown, nearest }: MissingPage, siteUrl: string): TextTable {
  return {
    head: ['Error', 'Name', 'Address'],
    rows: [...unknown.map((name) => ['not found', name, '']), ...nearest.map(({ slug, name }) => ['nearest', name, `${siteUrl}${toolHref(slug)}`])],
  };
}
