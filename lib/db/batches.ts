/** Rows go to the database as one JSON parameter a batch; the size keeps both sides' memory small. */
const batchSize = 1_000;

export function* makeBatches<Row>(rows: readonly Row[]): Generator<string> {
  for (let start = 0; start < rows.length; start += batchSize) yield JSON.stringify(rows.slice(start, start + batchSize));
}
