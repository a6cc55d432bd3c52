import { expect, test } from 'vitest';
import { toSpdx } from '@/lib/sources/licences';

test.each([
  ['MIT', 'MIT'],
  ['mit', 'MIT'],
  [' apache-2.0 ', 'Apache-2.0'],
  ['Apache 2.0', 'Apache-2.0'],
  ['Apache License, Version 2.0', 'Apache-2.0'],
  ['GNU Affero General Public License v3.0', 'AGPL-3.0'],
  ['Revised BSD', 'BSD-3-Clause'],
  ['CC BY-NC-SA 4.0', 'CC-BY-NC-SA-4.0'],
  ['FSL-1.1-Apache-2.0', 'FSL-1.1-ALv2'],
  ['AGPL-3.0-only', 'AGPL-3.0-only'],
])('%s is %s', (text, id) => {
  expect(toSpdx(text)).toBe(id);
});

test.each([
  '',
  'NOASSERTION',
  'Other',
  'other',
  'unknown',
  'UNLICENSED',
  'Proprietary',
  'Custom',
  'BSD',
  'GNU',
  'https://github.com/xonsh/xonsh/blob/main/license',
  null,
  3,
])('%j names no licence for certain', (text) => {
  expect(toSpdx(text)).toBeNull();
});
