/** Where a sentence comes to what is wanted: "I run a bakery and need …". */
const coming =
  /\b(?:(?:need|want|wish|help)(?:s|ed)?|would like|'d like|can you|could you|please|how (?:to|can|do|could|should|would)|looking (?:for|to)|try(?:ing)? to|asked to|ha(?:s|ve) to|must|should|requires?|in order to|so that|able to)\b/i;

/** Words that tell of who asks, and where, keep so much of their weight when capabilities are ranked. */
export const besideShare = 0.7;

/** The words of a need, in lower case, that stand where it says what is wanted; all of them where no sentence says so. */
export function findRequest(need: string): ReadonlySet<string> {
  const split = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const wanted = need.split(/[.?!\n]+(?:\s|$)/).flatMap((sentence) => {
    const at = sentence.search(coming);
    return at < 0 ? [] : split(sentence.slice(at));
  });
  return new Set(wanted.length > 0 ? wanted : split(need));
}
