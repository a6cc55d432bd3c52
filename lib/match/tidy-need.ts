/** Longer texts are cut: nobody types them, and each word costs time. */
export const longestNeed = 2_000;

/** What somebody typed, as one line without characters that no text holds. */
export function tidyNeed(typed: string): string {
  return typed
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, longestNeed)
    .replace(/\p{Cs}$/u, '')
    .trim();
}

/** "browser -playwright": what is wanted, and the words that must not be in a tool's text. A hyphen inside a word excludes nothing. */
export function splitExcluded(need: string): { wanted: string; excluded: string } {
  const excluded = [...need.matchAll(/(?:^|\s)-([\p{L}\p{N}]\S*)/gu)].map(([, word]) => word);
  return { wanted: need.replace(/(?:^|\s)-[\p{L}\p{N}]\S*/gu, '').trim(), excluded: excluded.join(' ') };
}

/** A need as it is kept and found again: people who mean the same in the same words need not agree about capitals and full stops. */
export const normaliseNeed = (typed: string): string =>
  tidyNeed(typed)
    .toLowerCase()
    .replace(/[\s.!?]+$/u, '');
