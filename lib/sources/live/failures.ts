/** A fetch that cannot go on; the message is a sentence for the person who started it, and never holds a token. */
export class LiveError extends Error {
  override name = 'LiveError';
}

/** The source takes no more requests for a while. What was fetched is kept, and a later run goes on from there. */
export class LimitError extends LiveError {
  override name = 'LimitError';
}
