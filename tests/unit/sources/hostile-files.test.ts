import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fact } from '@/lib/catalog/record';
import { SourceFileError } from '@/lib/sources/read-rows';
import { type SourceName, sources } from '@/lib/sources/sources';

const asOf = '2026-08-22';
const csv = (header: string, row: string): string => `${header}\n${row}\n${row}\n`;
const ranking = csv('rank,item,repo_name,stars,forks,language,repo_url,last_commit', '1,LLM,x,5,6,C,https://github.com/a/x,2026-08-21T12:39:13Z');
const bestOf = csv('name,github_id,category,star_count,fork_count,projectrank,pypi_id,pypi_monthly_downloads,license', 'X,a/x,nlp,5.0,6.0,3,x,9.0,MIT');
const server = {
  name: 'io.github.a/x',
  repository: { url: 'https://github.com/a/x' },
  packages: [{ registryType: 'npm', identifier: 'x', transport: { type: 'stdio' } }],
};

/** A small file of each source that its parser reads without a word. */
const files: readonly { name: SourceName; text: string }[] = [
  { name: 'github-ranking', text: ranking },
  { name: 'github-ranking-ai', text: ranking },
  { name: 'best-of-ml', text: bestOf },
  { name: 'best-of-mcp', text: bestOf },
  {
    name: 'github',
    text: '{"asked":"a/x","fetchedOn":"2026-05-04","repository":{"full_name":"a/x","stargazers_count":5,"forks_count":6,"topics":["t"],"pushed_at":"2026-05-04T04:20:13Z","license":{"spdx_id":"MIT"}},"release":{"published_at":"2026-05-01T00:00:00Z"}}',
  },
  {
    name: 'repo-metadata',
    text: '{"items":[{"fullName":"a/x","stars":5,"topics":["t"],"pushedAt":"2026-05-04T04:20:13Z","fetchedAt":"2026-05-04T04:20:13Z"}]}',
  },
  {
    name: 'agent-harnesses',
    text: '{"meta":{"stars_captured":"2026-08-02"},"projects":[{"name":"X","github_id":"a/x","category":"memory","stars":5,"tags":["t"]}]}',
  },
  { name: 'mcp-registry-seed', text: JSON.stringify([server]) },
  { name: 'mcp-registry', text: JSON.stringify({ servers: [{ server }] }) },
  {
    name: 'docker-mcp',
    text: JSON.stringify({ server_yaml: { x: 'image: mcp/x\nsource: { project: "https://github.com/a/x", commit: abcdef0123 }' }, tools: { x: ['t'] } }),
  },
  {
    name: 'toolsdk',
    text: '{"package":"x","name":"X","url":"https://github.com/a/x","runtime":"node","license":"mit","validated":true,"tools":["t"],"category":"databases"}',
  },
  { name: 'openalternative', text: '{"name":"X","url":"https://openalternative.co/x","category":"c","subcategory":"d","license":"MIT"}' },
  { name: 'lfai-landscape', text: '{"category":"Data","subcategory":"Pipeline","name":"X","repo":"https://github.com/a/x"}' },
  { name: 'npm-downloads', text: '{"name":"x","downloads_month":5,"downloads_asof":"2026-03-01"}' },
  { name: 'ossinsight', text: JSON.stringify({ 'a.yml': 'name: A\nitems: [a/x]' }) },
];

const cases = files.map(({ name, text }) => ({ name, text, parse: sources[name].parse }));

const nasty = fc.constantFrom(
  '',
  '0',
  '-1',
  '-7',
  '1e9',
  'NaN',
  '1,234',
  '99999999999999999999',
  'N/A',
  '2099-01-01',
  '2026-02-31',
  '<img src=x onerror=alert(1)>',
  '\u202eevil',
  '😀',
  '\ud800',
  '\u0000',
  '"',
  "'",
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '{',
  '[',
  'null',
  'true',
  '../..',
  'a'.repeat(10_000),
  'https://github.com/a/b/tree/main/c',
  'https://gitlab.com/a/b',
  '__proto__',
  'constructor',
  '&a *a',
  '{{x}}',
);
/** What cannot be turned into text. */
const unspeakable = fc.constant({ toString: 1, valueOf: 2 });
const anything = fc.oneof(fc.string({ maxLength: 200 }), fc.json(), nasty);

/** A file with parts of it cut out, replaced or doubled. */
function damaged(text: string): fc.Arbitrary<string> {
  const cut = fc.record({ at: fc.nat(text.length), length: fc.nat(20), put: anything });
  return fc
    .array(cut, { minLength: 1, maxLength: 4 })
    .map((cuts) => cuts.reduce((now, { at, length, put }) => now.slice(0, at) + put + now.slice(at + length), text));
}

/** A file in which values stand that nobody expects, while its form stays that of the source. */
function replaced(text: string): fc.Arbitrary<string> {
  const values = [...text.matchAll(/"(?:[^"\\]|\\.)*"|\b\d[\d.]*\b|[^,\n"]+(?=[,\n])/g)];
  return fc.record({ pick: fc.nat(Math.max(0, values.length - 1)), value: fc.oneof(anything, fc.jsonValue(), unspeakable) }).map(({ pick, value }) => {
    const match = values[pick];
    if (!match) return text;
    const put =
      text.startsWith('{') || text.startsWith('[')
        ? JSON.stringify(value)
        : `"${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('"', '""')}"`;
    return text.slice(0, match.index) + put + text.slice(match.index + match[0].length);
  });
}

test.each(cases)('the sample of $name is read without a rejection', ({ text, parse }) => {
  const { entries, rejected } = parse(text, { asOf });
  expect(rejected).toEqual([]);
  expect(entries).toHaveLength(1);
  expect(entries[0]?.facts.length).toBeGreaterThan(0);
});

test.each(cases)('whatever a file of $name holds, it gives facts that can be kept or a sentence', ({ text, parse }) => {
  fc.assert(
    fc.property(fc.oneof(anything, damaged(text), replaced(text)), (input) => {
      let parsed: ReturnType<typeof parse>;
      try {
        parsed = parse(input, { asOf });
      } catch (error) {
        expect(error).toBeInstanceOf(SourceFileError);
        return;
      }
      for (const { names, tool, facts } of parsed.entries) {
        for (const each of facts) expect(fact.safeParse(each).error?.issues).toBeUndefined();
        for (const each of facts) expect(each.asOf <= '2026-08-23').toBe(true);
        expect(names.every((name) => name.length <= 120 && name === name.toLowerCase())).toBe(true);
        expect(tool === null || (tool.name.length <= 60 && tool.name.trim() !== '')).toBe(true);
      }
      for (const { at, reason } of parsed.rejected) expect([at, reason].every((part) => part.length > 0 && part.length <= 1_300)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test.each(cases)('a file of $name that ends too early is refused, or its whole rows are kept', ({ text, parse }) => {
  for (let end = 0; end < text.length; end += 7) {
    try {
      for (const { facts } of parse(text.slice(0, end), { asOf }).entries) expect(facts.every((each) => fact.safeParse(each).success)).toBe(true);
    } catch (error) {
      expect(error).toBeInstanceOf(SourceFileError);
    }
  }
});
