import { expect, test } from 'vitest';
import { describeOrigin } from '../../../lib/compare/capability-origin';
import { aCapability, aTool } from '../support/a-tool';

const derived = { ...aCapability('first'), derivedFrom: ['a-fact'] };

test('capabilities are derived when all of them are, else described', () => {
  expect(describeOrigin(aTool({ capabilities: [derived] }))).toBe('derived from its facts');
  expect(describeOrigin(aTool({ capabilities: [derived, aCapability('second')] }))).toBe('described from nothing');
  expect(describeOrigin(aTool({ capabilities: [] }))).toBe('described from nothing');
});
