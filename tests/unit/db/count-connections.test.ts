import { expect, test } from 'vitest';
import { countConnections } from '../../../lib/db/database';

test.each([
  ['postgresql://localhost/unfragile', 1, 1],
  ['postgresql://user:password@127.0.0.1:5433/unfragile', 2, 1],
  ['postgresql://[::1]/unfragile', 4, 3],
  ['postgresql:///unfragile?host=/var/run/postgresql', 4, 3],
  ['postgresql://localhost/unfragile', 64, 10],
  ['postgresql://database.example:5432/unfragile', 2, 10],
])('%s, seen from a machine of %i processors, is asked by %i connections', (url, processors, connections) => {
  expect(countConnections(url, processors)).toBe(connections);
});
