import { expect, test } from 'vitest';
import { formatStanding } from '../../../lib/format/standing';

test('a standing names no winner and no loser: ranges may overlap', () => {
  expect(formatStanding(100, 'chat models')).toBe('percentile 100 of chat models');
  expect(formatStanding(0, 'chat models')).toBe('percentile 0 of chat models');
  expect(formatStanding(33.4, 'chat models')).toBe('percentile 33 of chat models');
});
