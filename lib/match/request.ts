import type { TermRow } from './weigh-need';

/** Where a sentence comes to what is wanted: "I run a bakery and need to …". A need is a verb here, not "customer needs". */
const coming =
  /\b(?:(?:i|we|you|they|he|she|who|and|also)\s+(?:need|want|wish)(?:s|ed)?|(?:need|want|wish)(?:s|ed)? (?:to|an?|the|some|help)|would like|can you|could you|help (?:me|us|them)|please|how (?:to|can|do|could|should|would)|looking (?:for|to)|trying to|asked to|ha(?:s|ve) to)\b|['’]d like\b/i;

/** What tells of who asks, and where, keeps so much of its weight when capabilities are ranked. */
const besideShare = 0.7;

/** The sentences of a need from where they come to what is wanted; a need in which none does is wanted as a whole. */
function findWanted(need: string): string {
  const wanted = need.split(/[.?!\n]\s/).flatMap((sentence) => {
    const at = sentence.search(coming);
    return at < 0 ? [] : [sentence.slice(at)];
  });
  return (wanted.length > 0 ? wanted.join(' ') : need).toLowerCase();
}

/** The words of a need, as the lexicon splits it, that stand beside what is wanted, in every form in which they were typed. */
export function findBeside(need: string, rows: readonly Pick<TermRow, 'word' | 'stem'>[]): ReadonlySet<string> {
  const wanted = findWanted(need);
  const stems = new Set(rows.filter(({ word }) => wanted.includes(word)).map(({ stem }) => stem));
  return new Set(rows.filter(({ stem }) => !stems.has(stem)).map(({ word }) => word));
}

/** Scores as they are where what stands beside the request counts less. */
export const stressRequest = <Tool extends { score: number; words: readonly { word: string; weight: number }[] }>(
  found: readonly Tool[],
  beside: ReadonlySet<string>,
): Tool[] =>
  found.map((tool) => {
    const told = tool.words.filter(({ word }) => beside.has(word)).reduce((sum, { weight }) => sum + weight, 0);
    return { ...tool, score: tool.score - (1 - besideShare) * told };
  });
