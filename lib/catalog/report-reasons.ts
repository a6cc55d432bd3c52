/** Why a reader says that a value is wrong: a closed list, so that an operator can sort by it. */
export const reportReasons = ['wrong-value', 'outdated', 'wrong-tool', 'wrong-source', 'broken-link', 'other'] as const;
export type ReportReason = (typeof reportReasons)[number];

export function isReportReason(text: string): text is ReportReason {
  return reportReasons.some((reason) => reason === text);
}
