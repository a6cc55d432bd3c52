/**
 * The header in which the front and the renderer speak about a request and its answer, in JSON. The front sets it on every
 * request that it passes on, whatever the reader sent, and sends it to nobody.
 */
export const wireHeader = 'x-unfragile-front';

export type Question = {
  /** The id under which the request is logged. */
  id: string;
  method: string;
  /** The other end of the reader's connection. */
  address: string | null;
  /** True to have the path rendered as it is for every reader; false to have the request answered. */
  forAll: boolean;
};

export type Told = {
  /** Instead of an answer: the path of the page that answers. */
  page: string | null;
  /** The snapshot that the answer was read at. */
  snapshot: string | null;
  queries: number;
  queryMs: number;
};
