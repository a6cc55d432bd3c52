import { expect, test } from 'vitest';
import { categoryIds } from '../../../lib/catalog/categories';
import { kinds } from '../../../lib/catalog/kinds';
import { capability } from '../../../lib/catalog/record';
import type { Tool } from '../../../lib/catalog/tool';
import { ownAddress, type Subject } from '../../../lib/derive/capability';
import { deriveCapabilities } from '../../../lib/derive/derive-capabilities';
import { featureRules, inputRules, outputRules, transportRules } from '../../../lib/derive/feature-table';
import { longContext, longOutput, wordSize } from '../../../lib/derive/figure-rules';
import { findItems, normaliseItem } from '../../../lib/derive/item-rule';
import { taskRules } from '../../../lib/derive/task-table';
import { topicRules } from '../../../lib/derive/topic-table';
import { aFact, aGap, aTool } from '../support/a-tool';
import { realTools } from '../support/real-tools';

const derive = (tool: Subject) => deriveCapabilities(tool, () => 'https://example.org/source');
const jobsOf = (tool: Subject): string[] => derive(tool).map(({ job }) => job);

const aModel = (...facts: Tool['facts'][number][]) => aTool({ kind: 'model', category: 'chat-model', name: 'A Model', facts, homepage: 'https://example.org' });
const aServer = (...facts: Tool['facts'][number][]) => aTool({ kind: 'mcp-server', category: 'web-search', name: 'A Server', facts, repository: 'a/server' });
const aRepository = (...facts: Tool['facts'][number][]) => aTool({ category: 'vector-database', name: 'A Store', facts, homepage: 'https://example.org' });

/** What every derived capability must be. */
function check(tool: Subject): void {
  const derived = derive(tool);
  for (const each of derived) {
    const { derivedFrom, ...written } = each;
    expect(capability.safeParse(written).error?.issues ?? [], `${tool.name}: ${each.key}`).toEqual([]);
    const known = new Set(tool.facts.map(({ key }) => key));
    expect(derivedFrom.every((key) => known.has(key))).toBe(true);
    const place = tool.facts[0]?.source;
    expect(derivedFrom.length > 0 || each.evidence[0]?.source === ownAddress || (derived.length === 1 && each.evidence[0]?.source === place)).toBe(true);
  }
  expect(new Set(derived.map(({ key }) => key)).size).toBe(derived.length);
  expect(derived.length).toBeLessThanOrEqual(20);
}

test.each([
  [inputRules, 'modalities-in', 'model'],
  [outputRules, 'modalities-out', 'model'],
  [taskRules, 'tasks', 'model'],
  [featureRules, 'api-features', 'model'],
  [transportRules, 'transport', 'mcp-server'],
  [topicRules, 'topics', 'repository'],
] as const)('every item of table %# leads to the job of its rule', (rules, signal, kind) => {
  for (const rule of rules) {
    for (const item of rule.items) {
      expect(normaliseItem(item)).toBe(item);
      const tool = {
        ...aTool({ name: 'A Tool', facts: [aFact(signal, [item])] }),
        kind,
        category: kind === 'model' ? ('chat-model' as const) : ('unsorted' as const),
      };
      expect(jobsOf(tool), item).toEqual([rule.job]);
      check(tool);
    }
  }
});

test('no item of a table leads to two jobs', () => {
  for (const rules of [inputRules, outputRules, taskRules, featureRules, transportRules, topicRules]) {
    const items = rules.flatMap((rule) => rule.items);
    expect(items.filter((item, index) => items.indexOf(item) < index)).toEqual([]);
    expect(new Set(rules.map(({ job }) => job)).size).toBe(rules.length);
  }
});

test.each([
  ['answer-in-text', [aFact('modalities-in', ['text']), aFact('modalities-out', ['text'])]],
  ['long-context', [aFact('context-tokens', longContext)]],
  ['long-output', [aFact('output-tokens', longOutput)]],
  ['cache-prompts', [aFact('price-cache-read', '0.03')]],
  ['self-host-open-weights', [aFact('open-weights', true)]],
  ['choose-among-hosts', [aFact('hosts', 3)]],
] as const)('%s follows from its figure', (job, facts) => {
  const tool = aModel(...facts);
  expect(jobsOf(tool)).toContain(job);
  check(tool);
});

test('a figure below its threshold, one that does not apply and one that is unknown lead to nothing', () => {
  const tool = aModel(aFact('context-tokens', longContext - 1), aFact('output-tokens', longOutput - 1), aFact('hosts', 2), aFact('open-weights', false));
  // What is left is the job of its category, with the place where a source lists it.
  expect(jobsOf({ ...tool, homepage: null })).toEqual(['answer-in-text']);
  expect(jobsOf({ ...aModel(aGap('context-tokens'), aGap('price-cache-read')), homepage: null })).toEqual(['answer-in-text']);
  expect(jobsOf({ ...aModel(), homepage: null })).toEqual([]);
});

test('texts carry the figures of their facts', () => {
  const tool = aModel(aFact('context-tokens', 1_048_576), aFact('open-weights', true), aFact('parameters', 117_000_000_000), aFact('licence', 'Apache-2.0'));
  const [, context, weights] = derive(tool);
  expect(context!.name).toBe('Take 1,048,576 tokens at once');
  expect(weights!.description).toContain('of 117 billion parameters can be downloaded, under Apache-2.0');
  expect(weights!.derivedFrom).toHaveLength(3);
  expect(wordSize(1_600_000_000_000)).toBe('1.6 trillion');
});

test('an embedding model, an open repository and a read-only server', () => {
  expect(jobsOf(aTool({ kind: 'model', category: 'embedding-model', facts: [aFact('embedding-dimensions', 1024)] }))).toEqual(['embed-text']);
  expect(jobsOf(aRepository(aFact('licence', 'MIT'), aFact('topics', ['vector-database'])))).toEqual(['search-vectors', 'self-host']);
  expect(jobsOf(aRepository(aFact('licence', 'Own Licence 1.0'), aFact('topics', ['vector-database'])))).toEqual(['search-vectors']);
  expect(jobsOf(aServer(aFact('tool-effects', 'read-only'), aFact('tool-names', ['search_web'])))).toEqual(['search-web', 'read-without-changing']);
});

test('one job from several facts is one capability that names them all', () => {
  const tool = aModel(aFact('tasks', ['image-text-to-text']), aFact('modalities-in', ['image']));
  expect(derive(tool)).toMatchObject([{ job: 'understand-images', derivedFrom: [tool.facts[0]!.key, tool.facts[1]!.key] }]);
});

test('each tool of a small server is a capability under its real name', () => {
  const tool = aServer(aFact('tool-names', ['gh_search_issues', 'gh_create_pull_request', 'gh_getFileContents', 'gh_image_search']));
  expect(derive(tool).map(({ name, job }) => [name, job])).toEqual([
    ['Search issues', 'search-issues'],
    ['Create pull request', 'create-pull-requests'],
    ['Get file contents', 'read-file-content'],
    ['Image search', 'search-images'],
  ]);
  expect(derive(tool)[1]!.outputs).toEqual(['the answer of `gh_create_pull_request`']);
  check(tool);
});

test('the tools of a large server are grouped by what they work on', () => {
  const names = ['create', 'list', 'update', 'delete'].flatMap((verb) =>
    ['issue', 'pull_request', 'branch', 'label'].map((thing) => `${verb}_${thing}${verb === 'list' ? 's' : ''}`),
  );
  const tool = aServer(aFact('tool-names', [...names, 'whoami']));
  expect(derive(tool).map(({ name }) => name)).toEqual(['Work with branches', 'Work with issues', 'Work with labels', 'Work with pull requests', 'Whoami']);
  expect(derive(tool)[1]!.description).toContain('4 of the 17 tools');
  check(tool);
});

test('without a telling fact the job is that of the category, and is said to be our sorting', () => {
  const tool = aRepository(aFact('stars', 100), aFact('licence', 'MIT'));
  expect(derive(tool)).toMatchObject([
    {
      job: 'search-vectors',
      derivedFrom: [],
      evidence: [{ source: ownAddress, address: 'https://example.org', note: 'sorted into Vector databases by our editors' }],
    },
    { job: 'self-host' },
  ]);
  expect(jobsOf({ ...aRepository(aFact('stars', 100)), category: 'unsorted' })).toEqual([]);
});

test('a topic about MCP says nothing of an MCP server', () => {
  expect(jobsOf(aRepository(aFact('topics', ['model-context-protocol'])))).toEqual(['connect-mcp-servers']);
  expect(jobsOf(aServer(aFact('topics', ['model-context-protocol'])))).not.toContain('connect-mcp-servers');
});

test('for every kind and category the job of the category is a capability that a record could hold', () => {
  for (const kind of kinds) for (const category of categoryIds) check(aTool({ kind, category, name: 'A tool', repository: 'a/tool' }));
});

test('what follows from the facts of the shipped tools is what a record could hold', () => {
  for (const tool of realTools) check(tool);
});

test('taking a fact away takes away what followed from it alone, and nothing else', () => {
  const tool = aModel(
    ...[
      aFact('modalities-in', ['text', 'image']),
      aFact('modalities-out', ['text']),
      aFact('api-features', ['tools', 'seed']),
      aFact('context-tokens', 400_000),
    ],
    ...[aFact('price-cache-read', '0.1'), aFact('price-input', '1'), aFact('open-weights', true), aFact('parameters', 7_000_000_000), aFact('tasks', ['ocr'])],
  );
  const before = derive(tool);
  for (const fact of tool.facts) {
    const after = derive({ ...tool, facts: tool.facts.filter((each) => each !== fact) }).map(({ key }) => key);
    const alone = before.filter(({ derivedFrom }) => derivedFrom.length === 1 && derivedFrom[0] === fact.key).map(({ key }) => key);
    expect(after.filter((key) => alone.includes(key))).toEqual([]);
    const untouched = before.filter(({ derivedFrom }) => !derivedFrom.includes(fact.key)).map(({ key }) => key);
    expect(after).toEqual(expect.arrayContaining(untouched));
  }
});

test('items are read from lists alone', () => {
  expect(findItems([aFact('licence', 'MIT')], 'licence').size).toBe(0);
});
