import { expect, test } from 'vitest';
import { weighLearned } from '../../../lib/match/fields';
import { isRobot } from '../../../lib/match/is-robot';
import { findPrivate } from '../../../lib/match/private-need';

test.each([
  ['my key is sk-abcdefghijklmnop1234 why does it fail', 'secret'],
  ['password: hunter2', 'secret'],
  ['AKIAIOSFODNN7EXAMPLE', 'secret'],
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0', 'secret'],
  ['postgres://me:geheim@db.example/x', 'secret'],
  ['write to jane@example.org', 'address'],
  ['call +44 20 7946 0958', 'address'],
  ['ping 192.168.1.20', 'address'],
  ['send it to 12 Baker Street', 'address'],
  ['Hauptstraße 12', 'address'],
])('%s is not kept: it looks like a %s', (need, why) => {
  expect(findPrivate(need)).toBe(why);
});

test.each([
  'fine-tune Stable Diffusion on photos of my dog',
  'model under $1 per million tokens',
  'run Qwen3-235B-A22B-Instruct-2507',
  'way to reset a password',
  'gpt-oss-120b on 2 GPUs',
  'token count of a prompt',
])('%s may be kept', (need) => {
  expect(findPrivate(need)).toBeNull();
});

test('a program that says nothing of itself is a robot, and a browser is none', () => {
  expect([null, '', 'curl/8.5.0', 'python-requests/2.32'].every(isRobot)).toBe(true);
  expect(isRobot('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15')).toBe(false);
});

test('learned needs weigh little while half of the tools have none, and most when all have some', () => {
  expect(weighLearned(0)).toBeCloseTo(0.05);
  expect(weighLearned(0.5)).toBeCloseTo(0.05);
  expect(weighLearned(1)).toBeCloseTo(0.35);
  expect(weighLearned(0.75)).toBeGreaterThan(0.05);
});
