/** Of what a search shows, the first so many count as matched. */
export const countedPositions = 5;

/** A need that this many visitors confirmed is answered by what served it, and may be shown to others; what one alone says is not. */
export const confirmedFrom = 2;

/** Longer texts, in characters, are no need that anybody else has: they are answered and not kept. */
export const longestKept = 300;
