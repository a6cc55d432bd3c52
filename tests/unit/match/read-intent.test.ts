import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { noFilters, searchFilters } from '../../../lib/address/search';
import { readNeed } from '../../../lib/match/read-intent';

const read = (need: string) => readNeed(need, {}, []);
const narrowsOf = (need: string) => Object.assign({}, ...read(need).read.map(({ narrows }) => narrows));

test.each([
  ['free tool for transcribing audio', { pricing: 'free' }, 'tool for transcribing audio'],
  ['a free app to edit photos', { pricing: 'free' }, 'a app to edit photos'],
  ['free text to speech in Danish', { pricing: 'free' }, 'text to speech in Danish'],
  ['free image upscaler', { pricing: 'free' }, 'image upscaler'],
  ['transcribe a meeting for free', { pricing: 'free' }, 'transcribe a meeting'],
  ['open source alternative to Claude Code', { licence: 'open' }, 'alternative to Claude Code'],
  ['a vector database, preferably open source', { licence: 'open' }, 'a vector database'],
  ['text to speech that is open source', { licence: 'open' }, 'text to speech'],
  ['text to speech that is free and open source, for a phone in Danish', { pricing: 'free', licence: 'open' }, 'text to speech , for a phone in Danish'],
  ['free and open source vector database', { pricing: 'free', licence: 'open' }, 'and vector database'],
  ['MCP server for GitHub issues', { kind: 'mcp-server' }, 'for GitHub issues'],
  ['postgres mcp server', { kind: 'mcp-server' }, 'postgres'],
  ['Can you recommend an open source MCP server for Postgres?', { kind: 'mcp-server', licence: 'open' }, 'Can you recommend an for Postgres?'],
  ['a library to parse PDFs', { kind: 'framework' }, 'a to parse PDFs'],
  ['embedding model below 0.1 USD per 1M tokens', { kind: 'model', maxPrice: '0.1' }, 'embedding'],
  ['cheap model under $0.50/M input tokens', { maxPrice: '0.50' }, 'cheap model'],
  ['open-weights model for code', { weights: 'open' }, 'model for code'],
  ['open source LLM for Danish', { weights: 'open' }, 'LLM for Danish'],
  ['self-hosted LLM for my team', { weights: 'open' }, 'LLM for my team'],
])('%s', (need, narrows, text) => {
  expect(narrowsOf(need)).toEqual(narrows);
  expect(read(need).text).toBe(text);
});

test.each([
  ...['gluten free recipes', 'free up disk space', 'how do I free memory', 'free memory in my app', 'royalty free music', 'headphones for hands-free calling'],
  ...[
    'find a free parking space',
    'find a free time slot in my calendar',
    'free text search',
    'free speech on a platform',
    'give my book away for free',
    'what is free will',
  ],
  ...['monitor open source licences in my repository', 'open source licence compliance', 'open source intelligence on a company'],
  ...['build an MCP server', 'test MCP servers', 'read git history and diffs through MCP', 'run open weights models on my laptop'],
  ...[
    'self-hosted ChatGPT like interface',
    'serve an open model to many users',
    'convert PDF files for a language model',
    'free',
    'open source',
    'MCP server',
    '',
  ],
])('nothing is read from “%s”', (need) => {
  expect(read(need)).toEqual({ text: need, read: [] });
});

test('each filter says from which words it was read, as they were typed', () => {
  expect(read('Free, Open-Source speech toolkit app for Danish').read).toEqual([
    { filter: 'pricing', narrows: { pricing: 'free' }, words: ['Free'] },
    { filter: 'licence', narrows: { licence: 'open' }, words: ['Open-Source'] },
  ]);
});

test('a chosen filter wins: the same in words is left out of the text, another stands', () => {
  const need = 'MCP server for Postgres';
  expect(readNeed(need, { ...noFilters, kind: 'mcp-server' }, [])).toEqual({ text: 'for Postgres', read: [] });
  expect(readNeed(need, { ...noFilters, kind: 'app' }, [])).toEqual({ text: need, read: [] });
});

test('what is to be searched as written is not read', () => {
  const need = 'open source MCP server for Postgres';
  expect(readNeed(need, {}, ['kind']).read.map(({ filter }) => filter)).toEqual(['licence']);
  expect(readNeed(need, {}, searchFilters)).toEqual({ text: need, read: [] });
});

test('a need of 2,000 characters of such words is read in no time', () => {
  const began = performance.now();
  for (const word of ['free ', 'open source ', 'i ', ', ', 'under ', 'mcp server ']) readNeed(word.repeat(2_000 / word.length), {}, []);
  expect(performance.now() - began).toBeLessThan(500);
});

const sets = ['apibench-hf-dev', 'metatool-dev'].map((set) => `../shared/data/queries/${set}/queries.jsonl`);

test.skipIf(!sets.every((path) => existsSync(path)))('of 2,063 needs that say how people ask, hardly one is narrowed by mistake', () => {
  const needs = sets.flatMap((path) => readFileSync(path, 'utf8').trim().split('\n')).map((line) => String(JSON.parse(line).text));
  expect(needs.filter((need) => read(need).read.length > 0).length).toBeLessThanOrEqual(5);
});
