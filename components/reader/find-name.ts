import type { ReaderSet } from '../../lib/compare/reader-set';

/** Names of the tools of a set by slug. */
export const findName =
  ({ tools }: ReaderSet) =>
  (slug: string): string =>
    tools.find((tool) => tool.slug === slug)?.name ?? slug;
