import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { findBareNumbers, findEmptyReceipts } from '../support/find-bare-numbers';
import { findMarkupFaults } from '../support/find-markup-faults';
import { parsePage } from '../support/html-tree';
import { knownWords } from '../support/known-words';
import { numberRules } from '../support/number-rules';
import { requestRaw } from '../support/raw-request';
import { samplePairs } from '../support/sample-pairs';
import { shippedTools } from '../support/shipped-tools';

/** A change of the seed changes which pairs are drawn. */
const comparisons = samplePairs(300, 20_261_124).map((set) => `/compare/${set}`);
const tools = shippedTools.map(({ slug }) => `/tools/${slug}`);
const atOnce = 4;
/** Enough to see what is wrong, without a line for each of a thousand pages. */
const shownFaults = 40;

type Read = { path: string; rawKb: number; gzipKb: number; ms: number };
type Crawl = { reads: Read[]; faults: string[]; fired: Map<string, number> };

async function readPage(site: string, path: string, crawl: Crawl): Promise<void> {
  const began = performance.now();
  const { status, headers, body } = await requestRaw(site, path, { headers: { 'accept-encoding': 'gzip' } });
  const ms = performance.now() - began;
  if (status !== 200) return void crawl.faults.push(`${path} answers ${status}`);
  const isPacked = headers['content-encoding'] === 'gzip';
  const html = (isPacked ? gunzipSync(body) : body).toString('utf8');
  crawl.reads.push({ path, ms, rawKb: Buffer.byteLength(html) / 1024, gzipKb: (isPacked ? body : gzipSync(body)).length / 1024 });
  const page = parsePage(html);
  const { bare, fired } = findBareNumbers(page, knownWords);
  for (const [rule, count] of fired) crawl.fired.set(rule, (crawl.fired.get(rule) ?? 0) + count);
  for (const { text, at } of bare) crawl.faults.push(`${path}: "${text}" leads nowhere (${at})`);
  for (const id of findEmptyReceipts(page)) crawl.faults.push(`${path}: the card ${id} lacks source, date or method`);
  for (const fault of findMarkupFaults(page)) crawl.faults.push(`${path}: ${fault}`);
}

async function readAll(site: string, paths: readonly string[]): Promise<Crawl> {
  const crawl: Crawl = { reads: [], faults: [], fired: new Map() };
  const queue = paths.values();
  const takeOn = async (): Promise<void> => {
    for (const path of queue) await readPage(site, path, crawl);
  };
  await Promise.all(Array.from({ length: atOnce }, takeOn));
  return crawl;
}

const median = (amounts: readonly number[]): number => amounts.toSorted((a, b) => a - b)[Math.floor(amounts.length / 2)] ?? 0;

function describeReads(name: string, reads: readonly Read[]): string {
  const of = (key: 'rawKb' | 'gzipKb' | 'ms'): number => Math.round(median(reads.map((read) => read[key])));
  return `${reads.length} ${name}: median ${of('rawKb')} kB, ${of('gzipKb')} kB gzipped, ${of('ms')} ms`;
}

test('every number on every tool page and on 300 comparisons leads to its source, in sound markup', async ({ baseURL }) => {
  test.setTimeout(360_000);
  const site = baseURL ?? '';
  const { reads, faults, fired } = await readAll(site, [...comparisons, ...tools]);
  const isTool = ({ path }: Read): boolean => path.startsWith('/tools/');
  for (const line of [
    describeReads('tool pages', reads.filter(isTool)),
    describeReads(
      'comparisons',
      reads.filter((read) => !isTool(read)),
    ),
  ])
    console.info(line);
  expect(faults.slice(0, shownFaults), `${faults.length} faults`).toEqual([]);
  expect(
    numberRules.map(({ name }) => name).filter((name) => !fired.has(name)),
    'rules that nothing needs',
  ).toEqual([]);
});
