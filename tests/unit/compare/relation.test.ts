import { expect, test } from 'vitest';
import { findRelation, relateSet, relationTypes } from '../../../lib/compare/relation';
import { relatedPairs } from '../../support/labelled-pairs';
import { aCapability, aFact, aTool } from '../support/a-tool';
import { realPairs, realTool, realTools, wholeTool } from '../support/real-tools';

const evidence = [{ source: 'a-source', address: 'https://example.org/a' }];
const declare = (type: 'runs-on' | 'used-with' | 'successor-of', tool: string) => [{ type, tool, reason: 'Its manual says so.', evidence }];

const model = aTool({ slug: 'a-model', kind: 'model', category: 'chat-model' });
const server = aTool({ slug: 'a-server', category: 'inference-server' });
const crawler = aTool({ slug: 'a-crawler', category: 'web-crawling' });
const doing = (...jobs: string[]) => jobs.map((job) => aCapability(job, { name: job, description: job, inputs: [job], outputs: [job], needs: [job] }));

test('tools of one category are rivals', () => {
  expect(findRelation(server, aTool({ slug: 'b-server' }))).toMatchObject({ type: 'rivals', basis: { type: 'same-category', category: 'inference-server' } });
});

test('tools of one category are rivals whatever else they declare', () => {
  expect(findRelation(server, aTool({ slug: 'b-server', relations: declare('used-with', 'a-server') })).type).toBe('rivals');
});

test('what a record declares comes before what the categories do', () => {
  const host = aTool({ slug: 'z-host', category: 'inference-server', relations: declare('runs-on', 'a-model') });
  expect(findRelation(model, host)).toMatchObject({
    type: 'runs-on',
    from: 'z-host',
    to: 'a-model',
    basis: { type: 'declared', reason: 'Its manual says so.', evidence },
  });
});

test.each([
  ['runs-on', 'runs-on'],
  ['used-with', 'used-together'],
  ['successor-of', 'rivals'],
] as const)('a declared %s relation reads as %s', (declared, type) => {
  expect(findRelation(crawler, aTool({ slug: 'z-tool', category: 'vector-database', relations: declare(declared, 'a-crawler') })).type).toBe(type);
});

test('tools of categories that meet are used together', () => {
  expect(findRelation(model, server)).toMatchObject({
    type: 'used-together',
    from: 'a-server',
    to: 'a-model',
    basis: { type: 'categories-meet', from: 'inference-server', to: 'chat-model' },
  });
});

test('tools of categories that never meet are unrelated', () => {
  expect(findRelation(crawler, server)).toMatchObject({ type: 'unrelated', basis: { type: 'categories-apart', from: 'web-crawling', to: 'inference-server' } });
});

test('the weakest relation of a pair decides for the whole set', () => {
  const other = aTool({ slug: 'b-server' });
  expect(relateSet([server, other]).type).toBe('rivals');
  expect(relateSet([server, other, model]).type).toBe('used-together');
  expect(relateSet([server, other, crawler]).type).toBe('unrelated');
  expect(relateSet([server, other, model]).pairs).toHaveLength(3);
});

test('the relation of two listed tools is the same in both orders', () => {
  const crooked = realPairs.filter(([one, other]) => JSON.stringify(findRelation(one, other)) !== JSON.stringify(findRelation(other, one)));
  expect(crooked.map(([one, other]) => `${one.slug} ${other.slug}`)).toEqual([]);
});

test('the listed tools stand in every relation', () => {
  const declared = realTools.flatMap((one) =>
    one.relations.flatMap(({ tool }) => realTools.filter(({ slug }) => slug === tool).map((other) => [one, other] as const)),
  );
  const found = new Set([...realPairs, ...declared].map(([one, other]) => findRelation(one, other).type));
  expect(relationTypes.filter((type) => !found.has(type))).toEqual([]);
});

test('the reference pair does unrelated jobs', () => {
  expect(findRelation(realTool('dreambooth-stable-diffusion'), realTool('gemini-2-5-flash')).type).toBe('unrelated');
});

test.each([
  [true, 'runs-on', 'open-weights'],
  [false, 'unrelated', 'closed-weights'],
] as const)('a model whose open weights are %s is to an inference server %s', (open, type, basis) => {
  const fact = aFact('open-weights', open);
  const weighed = { ...model, facts: [fact] };
  const said = { type, from: 'a-model', to: 'a-server', basis: { type: basis, fact: fact.key } };
  expect(findRelation(weighed, server)).toEqual(said);
  expect(findRelation(server, weighed)).toEqual(said);
});

test('open weights are trained by what trains them, and run by any program that says so', () => {
  const weighed = { ...model, facts: [aFact('open-weights', true)] };
  expect(findRelation(weighed, aTool({ slug: 'a-trainer', category: 'fine-tuning' })).type).toBe('used-together');
  const app = aTool({ slug: 'z-app', category: 'deep-learning', capabilities: doing('load-open-weights') });
  expect(findRelation(weighed, app)).toMatchObject({ type: 'runs-on', from: 'a-model', to: 'z-app' });
});

test('an MCP server runs on the tool whose name it bears', () => {
  const fronted = aTool({ slug: 'mcp-server-a-crawler', kind: 'mcp-server', category: 'database-access' });
  expect(findRelation(fronted, crawler)).toMatchObject({ type: 'runs-on', from: 'mcp-server-a-crawler', to: 'a-crawler', basis: { type: 'named-after' } });
});

test('an agent runs on the models of its maker, and is used with those of others', () => {
  const agent = aTool({ slug: 'an-agent', kind: 'agent', category: 'coding-agent', vendor: 'A maker' });
  expect(findRelation(agent, { ...model, vendor: 'A maker' })).toMatchObject({ type: 'runs-on', from: 'an-agent', to: 'a-model' });
  expect(findRelation(agent, { ...model, vendor: 'Another' }).type).toBe('used-together');
});

test('across categories four jobs in common make rivals, three do not, and a model is no rival of a program', () => {
  const jobs = ['forecast-rain', 'sing-opera', 'bake-bread', 'paint-walls'];
  const one = aTool({ slug: 'a-builder', category: 'workflow-builder', capabilities: doing(...jobs, 'juggle-knives') });
  const other = (capabilities: ReturnType<typeof doing>) => aTool({ slug: 'b-engine', category: 'rag-engine', capabilities });
  expect(findRelation(one, other(doing(...jobs, 'climb-rocks')))).toMatchObject({ type: 'rivals', basis: { type: 'shared-jobs', shared: 4, of: 5 } });
  expect(findRelation(one, other(doing(...jobs.slice(1))))).toMatchObject({ type: 'unrelated' });
  expect(findRelation({ ...one, kind: 'model', category: 'video-model' }, other(doing(...jobs))).type).toBe('unrelated');
});

test('in a category that gathers by theme only tools that share a job are rivals, and where nothing is known the category decides', () => {
  const serve = (slug: string, ...jobs: string[]) => aTool({ slug, kind: 'mcp-server', category: 'business-apps', capabilities: doing(...jobs) });
  expect(findRelation(serve('a-shop', 'sell-shoes'), serve('b-ledger', 'keep-books')).type).toBe('unrelated');
  expect(findRelation(serve('a-shop', 'sell-shoes', 'keep-books'), serve('b-ledger', 'keep-books')).type).toBe('rivals');
  const silent = { ...serve('c-any'), capabilities: [{ ...aCapability('business-apps'), derivedFrom: [] }] };
  expect(findRelation(serve('a-shop', 'sell-shoes'), silent).type).toBe('rivals');
});

const judged = relatedPairs.map(({ tools: [a, b], relation, half }) => ({ half, right: findRelation(wholeTool(a), wholeTool(b)).type === relation }));
const shareRight = (some: typeof judged): number => some.filter(({ right }) => right).length / some.length;

test('of sixty pairs judged by hand nine of ten stand as they were judged, also in the half that was not looked at', () => {
  expect(judged).toHaveLength(60);
  expect(shareRight(judged)).toBeGreaterThanOrEqual(0.9);
  expect(shareRight(judged.filter(({ half }) => half === 'test'))).toBeGreaterThanOrEqual(0.9);
});
