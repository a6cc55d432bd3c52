import { expect, test } from 'vitest';
import { formatStanding } from '../../../lib/format/standing';
import { addArticle, lowerFirst } from '../../../lib/format/words';

test.each([
  ['Chat models', 'chat models'],
  ['Model', 'model'],
  ['MCP server', 'MCP server'],
  ['LLM and agent frameworks', 'LLM and agent frameworks'],
  ['Last commit', 'last commit'],
  ['A', 'a'],
  ['', ''],
])('%j inside a sentence is %j', (name, text) => {
  expect(lowerFirst(name)).toBe(text);
});

test.each([
  ['model', 'a model'],
  ['agent', 'an agent'],
  ['app', 'an app'],
  ['MCP server', 'an MCP server'],
  ['repository', 'a repository'],
])('%j with its article is %j', (noun, text) => {
  expect(addArticle(noun)).toBe(text);
});

test.each([
  [100, 'percentile 100 of vector databases'],
  [0, 'percentile 0 of vector databases'],
  [66.7, 'percentile 67 of vector databases'],
])('the percentile %d reads as %j', (percentile, text) => {
  expect(formatStanding(percentile, 'vector databases')).toBe(text);
});
