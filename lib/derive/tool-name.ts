import { makeSlug } from '../catalog/slug';

/** A tool of an MCP server as its name tells it: `create_pull_request` is the verb `create` on `pull request`. */
export type NamedTool = {
  /** As the server writes it. */
  name: string;
  verb: string;
  /** In words, without the verb; empty where the name is a verb alone. */
  object: string;
  /** All words in their order, without those that every tool of the server begins with. */
  spoken: string;
};

const verbs: ReadonlySet<string> = new Set(
  (
    'add analyze analyse append apply approve archive ask assign audit browse build buy cancel capture chat check claim clear click clone close commit compare complete ' +
    'configure connect convert copy count crawl create delete deploy describe detect diff disable discover download drag edit enable evaluate execute explain ' +
    'export extract fetch fill filter find fork format generate get go hover import index ingest inspect install invoke launch list load lookup make manage ' +
    'map mark match merge modify monitor move navigate open parse pause play post press preview process publish pull push put query read recommend record ' +
    'refresh register reject remove rename render reply replace reset resize resolve restart restore resume retrieve review revert run save scan schedule ' +
    'scrape screenshot search select sell send set share show sort star start stop store submit subscribe suggest summarize summarise switch sync tail take test ' +
    'toggle track transcribe transfer translate type uninstall unpublish update upload upsert validate verify view visualize wait watch write'
  ).split(' '),
);

/** Verbs that mean one thing, so that tools of different servers meet on one job. */
const sameVerb: Readonly<Record<string, string>> = {
  ...{ get: 'read', fetch: 'read', retrieve: 'read', describe: 'read', show: 'read', view: 'read', load: 'read', list: 'read', inspect: 'read' },
  ...{ find: 'search', query: 'search', lookup: 'search', discover: 'search' },
  ...{ add: 'create', make: 'create', register: 'create', post: 'create', put: 'create', append: 'create' },
  ...{ edit: 'change', update: 'change', modify: 'change', set: 'change', upsert: 'change', rename: 'change', configure: 'change', replace: 'change' },
  ...{ remove: 'delete', clear: 'delete', archive: 'delete' },
  ...{ execute: 'run', invoke: 'run', start: 'run', launch: 'run' },
  ...{ analyse: 'analyse', analyze: 'analyse', summarize: 'summarise', visualize: 'draw', render: 'draw' },
};

/** Names that mean the job of other tools here; the first pattern that fits counts. */
const knownJobs: readonly (readonly [RegExp, string])[] = [
  [/^(take |capture |browser )*(page )?screenshot|^screenshot/, 'take-screenshots'],
  [/^(navigate|go|goto|browser navigate|open)( to)?( page| url)?$/, 'navigate-pages'],
  [/^(search|query)( the)? (web|internet|google|bing|duckduckgo)|^(web|internet|google|brave web|bing) search/, 'search-web'],
  [/^(scrape|fetch|extract|read)( page| url| web ?page| content| website| html)?$/, 'fetch-web-pages'],
  [/^crawl( site| website| page)?$/, 'crawl-a-site'],
  [/^(run|execute) (sql|query|sql query|read only query)|^query( database| sql)?$/, 'query-over-sql'],
  [/^(run|execute) (command|shell|bash|shell command|terminal command)$/, 'run-shell-commands'],
  [/^(run|execute) (python|code|python code|js code|javascript code)$/, 'run-code-in-a-sandbox'],
  [/^search code/, 'search-code'],
  [/^(evaluate|execute|run) (javascript|script|js)$/, 'run-page-javascript'],
  [/^(transcribe|speech to text)/, 'transcribe-speech'],
  [/^(generate|create|make) (an? )?(ai )?images?$/, 'generate-images'],
  [/^(generate|create|make) (an? )?videos?$/, 'generate-video'],
  [/^translate( text)?$/, 'translate-text'],
];

/** 'getPullRequest', 'get_pull_request' and 'get-pull-request' → ['get', 'pull', 'request']. */
export function splitName(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && word !== 'tool');
}

/** The words that every name begins with, such as the name of the server; at least one word of each name is kept. */
function countShared(names: readonly (readonly string[])[]): number {
  const [first = []] = names;
  if (names.length < 3) return 0;
  const most = Math.min(...names.map((words) => words.length)) - 1;
  let shared = 0;
  while (shared < most && !verbs.has(first[shared] ?? '') && names.every((words) => words[shared] === first[shared])) shared += 1;
  return shared;
}

/** Where the verb stands: first, else last, else anywhere; below zero where there is none. */
function findVerb(words: readonly string[]): number {
  const last = words.length - 1;
  const [begins, ends] = [words[0], words[last]].map((word) => verbs.has(word ?? ''));
  if (begins) return 0;
  return ends ? last : words.findIndex((word) => verbs.has(word));
}

/** The tools of one server by what their names say. The verb stands first, or else last: `record_list`. */
export function parseToolNames(names: readonly string[]): NamedTool[] {
  const split = names.map(splitName);
  const shared = countShared(split);
  return names.flatMap((name, index) => {
    const words = (split[index] ?? []).slice(shared);
    const at = findVerb(words);
    if (words.length === 0) return [];
    const spoken = words.join(' ');
    if (at < 0) return [{ name, verb: 'use', object: spoken, spoken }];
    return [{ name, verb: words[at] ?? '', object: words.filter((_, place) => place !== at).join(' '), spoken }];
  });
}

/** `issues` → `issue`, `queries` → `query`; words that end in s by themselves stay. */
export const singular = (text: string): string =>
  text.replace(/(\w+)$/, (word) =>
    /(ss|us|is|news|s3|aws|dns)$/.test(word)
      ? word
      : word
          .replace(/ies$/, 'y')
          .replace(/(x|ch|sh)es$/, '$1')
          .replace(/s$/, ''),
  );

/** `query` → `queries`; what has no plural stays. */
export const plural = (text: string): string => {
  if (/(s|ing|data|content|info|html|sql|text|status)$/.test(text)) return text;
  return /(x|ch|sh)$/.test(text) ? `${text}es` : `${text.replace(/([^aeiou])y$/, '$1ie')}s`;
};

/** `create_issue` → `Create issue`. */
export function wordTool({ spoken }: NamedTool): string {
  return spoken.charAt(0).toUpperCase() + spoken.slice(1);
}

/** The job node on which tools of different servers meet: `read-issues`. */
export function findJob({ verb, object }: NamedTool): string {
  const text = `${verb} ${object}`.trim();
  const known = knownJobs.find(([pattern]) => pattern.test(text) || pattern.test(object));
  if (known) return known[1];
  const one = singular(object);
  const thing = object === '' || (one !== object && one.endsWith('ing')) ? object : plural(one);
  return makeSlug(`${sameVerb[verb] ?? verb} ${thing}`) ?? 'use-tools';
}
