import type { CategoryId } from '../catalog/categories';

/** Headings of lists of MCP servers whose servers all do the job of one category here. What is not in it stays unsorted. */
const byHeading: ReadonlyMap<string, CategoryId> = new Map([
  ['aggregators', 'server-aggregator'],
  ['browser-automation', 'browser-automation'],
  ['databases', 'database-access'],
  ['database', 'database-access'],
  ['cloud-platforms', 'cloud-operations'],
  ['monitoring', 'monitoring-access'],
  ['file-systems', 'file-access'],
  ['command-line', 'file-access'],
  ['version-control', 'code-context'],
  ['communication', 'messaging-access'],
  ['messaging', 'messaging-access'],
  ['marketing', 'business-apps'],
  ['customer-data-platforms', 'business-apps'],
  ['payments', 'business-apps'],
  ['crm', 'business-apps'],
  ['ecommerce', 'business-apps'],
  ['finance-fintech', 'finance-data'],
  ['finance-and-fintech', 'finance-data'],
  ['location-services', 'places-and-travel'],
  ['travel-transportation', 'places-and-travel'],
  ['travel-and-transportation', 'places-and-travel'],
  ['maps', 'places-and-travel'],
  ['security', 'security-tools'],
  ['embedded-system', 'device-control'],
  ['iot', 'device-control'],
]);

/** Headings that say only that a server fits nowhere else. */
const restHeadings: ReadonlySet<string> = new Set(['other', 'others', 'other-tools-and-integrations', 'uncategorized']);

export function findMcpCategory(heading: string | null): CategoryId {
  return byHeading.get(heading?.toLowerCase() ?? '') ?? 'unsorted';
}

/** The heading as a topic; null for the heading of what is left over. */
export function toTopic(heading: string | null): string | null {
  return heading === null || restHeadings.has(heading.toLowerCase()) ? null : heading;
}
