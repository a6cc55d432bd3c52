import { type SourceName, sources } from '@/lib/sources/sources';

/** What a row of a sample file says: `number` and `day` stand in the file as they are written here, so that they may be anything. */
export type SampleRow = { id: string; name: string; number: string; day: string };

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const text = (value: string): string => JSON.stringify(value);
const csv = (header: string, line: (row: SampleRow) => string) => (rows: readonly SampleRow[]) => `${header}\n${rows.map((row) => `${line(row)}\n`).join('')}`;
const lines = (line: (row: SampleRow) => string) => (rows: readonly SampleRow[]) => rows.map((row) => `${line(row)}\n`).join('');
const list = (before: string, item: (row: SampleRow) => string, after: string) => (rows: readonly SampleRow[]) =>
  `${before}${rows.map(item).join(',')}${after}`;
/** A number as a cell of a CSV: without the marks that make it text in JSON. */
const cell = ({ number }: SampleRow): string => number.replaceAll('"', '');

const ranking = csv(
  'rank,item,repo_name,stars,forks,language,repo_url,last_commit',
  (row) => `1,LLM,${quote(row.name)},${quote(cell(row))},6,C,https://github.com/a/${row.id},${row.day}T12:39:13Z`,
);
const bestOf = csv(
  'name,github_id,category,star_count,fork_count,projectrank,pypi_id,pypi_monthly_downloads,license',
  (row) => `${quote(row.name)},a/${row.id},nlp,${quote(cell(row))},6.0,3,${row.id},9.0,MIT`,
);
const server = ({ id, name }: SampleRow): string =>
  `{"name":"io.github.a/${id}","title":${text(name)},"repository":{"url":"https://github.com/a/${id}"},"packages":[{"registryType":"npm","identifier":"${id}","transport":{"type":"stdio"}}]}`;
const board = (columns: string, line: (row: SampleRow) => string) => csv(columns, line);

/** A small file of each source, of as many rows as are asked for. */
export const sampleFiles: Readonly<Record<SourceName, (rows: readonly SampleRow[]) => string>> = {
  'github-ranking': ranking,
  'github-ranking-ai': ranking,
  'best-of-ml': bestOf,
  'best-of-python': bestOf,
  'best-of-web-python': bestOf,
  'best-of-jupyter': bestOf,
  'best-of-mcp': bestOf,
  github: lines(
    ({ id, number, day }) =>
      `{"asked":"a/${id}","fetchedOn":"2026-05-04","repository":{"full_name":"a/${id}","stargazers_count":${number},"forks_count":6,"topics":["t"],"pushed_at":"${day}T04:20:13Z","license":{"spdx_id":"MIT"}},"release":null}`,
  ),
  'repo-metadata': list(
    '{"items":[',
    ({ id, number, day }) => `{"fullName":"a/${id}","stars":${number},"topics":["t"],"pushedAt":"${day}T04:20:13Z","fetchedAt":"2026-05-04T04:20:13Z"}`,
    ']}',
  ),
  'agent-harnesses': list(
    '{"meta":{"stars_captured":"2026-08-02"},"projects":[',
    ({ id, name, number }) => `{"name":${text(name)},"github_id":"a/${id}","category":"memory","stars":${number},"tags":["t"]}`,
    ']}',
  ),
  'mcp-registry-seed': list('[', server, ']'),
  'mcp-registry': list('{"servers":[', (row) => `{"server":${server(row)}}`, ']}'),
  'docker-mcp': (rows) =>
    `{"server_yaml":{${rows.map(({ id, name }) => `"${id}":${text(`image: mcp/${id}\nabout: { title: ${text(name)} }\nsource: { project: "https://github.com/a/${id}", commit: abcdef0123 }`)}`).join(',')}},"tools":{${rows.map(({ id }) => `"${id}":["t"]`).join(',')}}}`,
  toolsdk: lines(
    ({ id, name }) =>
      `{"package":"${id}","name":${text(name)},"url":"https://github.com/a/${id}","runtime":"node","license":"mit","validated":true,"tools":["t"],"category":"databases"}`,
  ),
  openalternative: lines(({ id, name }) => `{"name":${text(name)},"url":"https://openalternative.co/${id}","category":"c","subcategory":"d","license":"MIT"}`),
  'lfai-landscape': lines(({ id, name }) => `{"category":"Data","subcategory":"Pipeline","name":${text(name)},"repo":"https://github.com/a/${id}"}`),
  'npm-downloads': lines(({ id, number, day }) => `{"name":"${id}","downloads_month":${number},"downloads_asof":"${day}"}`),
  ossinsight: (rows) => JSON.stringify({ 'a.yml': `name: A\nitems: [${rows.map(({ id }) => `a/${id}`).join(', ')}]` }),
  'models-dev': list(
    '{"providers":{},"provider_models":[],"models":{',
    ({ id, name, number, day }) =>
      `"openai/${id}":{"name":${text(name)},"release_date":"${day}","limit":{"context":${number}},"modalities":{"input":["text"],"output":["text"]}}`,
    '}}',
  ),
  openrouter: list(
    '{"data":[',
    ({ id, name, number }) =>
      `{"id":"openai/${id}","canonical_slug":"openai/${id}","name":${text(name)},"context_length":1000,"architecture":{"input_modalities":["text"],"output_modalities":["text"]},"pricing":{"prompt":${number},"completion":"0.00003"},"supported_parameters":["tools"]}`,
    ']}',
  ),
  litellm: list('{', ({ id, number }) => `"${id}":{"litellm_provider":"openai","mode":"chat","max_input_tokens":1000,"input_cost_per_token":${number}}`, '}'),
  'genai-prices': list(
    '[{"id":"openai","name":"OpenAI","models":[',
    ({ id, name, number }) => `{"id":"${id}","name":${text(name)},"context_window":1000,"prices":{"input_mtok":${number}}}`,
    ']}]',
  ),
  mteb: lines(
    ({ id, number, day }) =>
      `{"name":"BAAI/${id}","revision":"1","release_date":"${day}","max_tokens":${number},"license":"mit","open_weights":true,"scores":{"ArguAna":0.5}}`,
  ),
  'llm-stats': list(
    '{"models":{',
    ({ id, name, number, day }) =>
      `"ai21/${id}":{"model":{"name":${text(name)},"organization_id":"ai21","release_date":"${day}","param_count":${number}},"benchmarks":[{"benchmark_id":"mmlu","score":0.93}]}`,
    '}}',
  ),
  lmarena: list('{"full":{', ({ id, number }) => `"${id}":{"rating":${number},"rating_q975":1400.5,"rating_q025":1.5}`, '}}'),
  aider: lines(
    (row) => `- dirname: d-${row.id}\n  model: ${text(row.name)}\n  edit_format: diff\n  test_cases: 225\n  pass_rate_2: ${row.number}\n  date: ${row.day}`,
  ),
  'epoch-runs': csv(
    'id,task,model,Best score (across scorers),Scores,log viewer,logs,job,started_at,Status',
    (row) => `${row.id},GPQA diamond,${quote(row.name)},${quote(cell(row))},,https://logs.epoch.ai/${row.id},,,"1 May 2025 1:00am",Success`,
  ),
  'epoch-versions': csv(
    'id,Model,Version release date,Hugging Face developer id,Link',
    ({ name, day }) => `${quote(name)},X,${day},baai,https://huggingface.co/baai/x`,
  ),
  'epoch-mmlu': board('id,Name,EM,Model version,Shots,Source link', (row) => `r,X,${quote(cell(row))},${quote(row.name)},5,https://crfm.stanford.edu/x`),
  'epoch-arc-agi': board('id,Name,Score,Model version,Source link', (row) => `r,X,${quote(cell(row))},${quote(row.name)},https://arcprize.org/x`),
  'epoch-simple-bench': board(
    'id,Name,Score (AVG@5),Model version,Source link (site from table)',
    (row) => `r,X,${quote(cell(row))},${quote(row.name)},https://simple-bench.com/x`,
  ),
  'epoch-terminal-bench': board(
    'id,Agent,Model version,Accuracy mean,Source link',
    (row) => `r,${quote(row.name)},claude-sonnet-4-5,${quote(cell(row))},https://www.tbench.ai/x`,
  ),
  'hugging-face': list('[', ({ id, number }) => `{"id":"BAAI/${id}","downloads":${number},"pipeline_tag":"text-generation","tags":["license:mit"]}`, ']'),
};

/** A number that a source writes without a word, where a count will not do: a price for the lists of prices, a share for the boards. */
const plainNumber: Readonly<Partial<Record<SourceName, string>>> = {
  openrouter: '"0.000005"',
  litellm: '0.00000125',
  'genai-prices': '1.25',
  lmarena: '1200.5',
  aider: '45.5',
  'epoch-runs': '0.5',
  'epoch-mmlu': '77.0%',
  'epoch-arc-agi': '0.5',
  'epoch-simple-bench': '41.0%',
  'epoch-terminal-bench': '60.3%',
};

const isSourceName = (name: string): name is SourceName => Object.hasOwn(sources, name);

export const sourceNames: readonly SourceName[] = Object.keys(sources).filter(isSourceName);

/** A row that nothing is wrong with, unless it is said. */
export const aSampleRow = (source: SourceName, id: string, more: Partial<SampleRow> = {}): SampleRow => ({
  ...{ id, name: id, number: plainNumber[source] ?? '4711', day: '2026-05-01' },
  ...more,
});
