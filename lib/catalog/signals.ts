import type { CategoryId } from './categories';
import { type Kind, kinds, repositoryKinds } from './kinds';

/** What the value of a signal looks like in a record. Prices are exact decimals, kept as text. */
export type ValueType = 'count' | 'score' | 'share' | 'decimal' | 'date' | 'text' | 'list' | 'flag';

export type SignalGroup = 'use' | 'quality' | 'ecosystem' | 'freshness' | 'price' | 'limits' | 'identity' | 'terms' | 'running';

export type Signal = {
  label: string;
  type: ValueType;
  /** Printed beside the value, once per row: 'tokens', 'USD per 1M tokens'. Empty where the value needs none. */
  unit: string;
  group: SignalGroup;
  kinds: readonly Kind[];
  /** Left out where the signal can be asked of every category of its kinds. */
  categories?: readonly CategoryId[];
  /** Left out where any text goes; else what a text must look like. */
  pattern?: RegExp;
  /** Which end of the scale is better for the reader; null where neither is. */
  better: 'higher' | 'lower' | null;
  says: string;
};

const models = ['model'] as const;
const servers = ['mcp-server'] as const;
const chat = ['chat-model'] as const;
const embedding = ['embedding-model'] as const;

/**
 * Everything that can be measured or stated about a tool. A fact names one of these; a signal that
 * is not in this table does not exist. How a signal is scored stands in lib/rank/scoring.ts.
 */
export const signals = {
  stars: { label: 'GitHub stars', type: 'count', unit: 'stars', group: 'use', kinds: repositoryKinds, better: 'higher', says: "People who bookmarked the repository. A monorepo's stars are not its parts' stars." },
  'downloads-30d': { label: 'Package downloads in 30 days', type: 'count', unit: 'downloads', group: 'use', kinds: repositoryKinds, better: 'higher', says: "Downloads of the tool's own package from its registry over 30 days; machines count as much as people." },
  hosts: { label: 'Hosts offering it', type: 'count', unit: 'hosts', group: 'use', kinds: models, better: 'higher', says: 'Providers that list the model for use.' },
  'hf-downloads-30d': { label: 'Hugging Face downloads in 30 days', type: 'count', unit: 'downloads', group: 'use', kinds: models, better: 'higher', says: 'Downloads of the weights from Hugging Face over 30 days. Does not apply to closed weights.' },

  'aa-intelligence': { label: 'Artificial Analysis intelligence index', type: 'score', unit: 'points of 100', group: 'quality', kinds: models, categories: chat, better: 'higher', says: 'Composite benchmark index by Artificial Analysis, as published through the OpenRouter API.' },
  'aa-coding': { label: 'Artificial Analysis coding index', type: 'score', unit: 'points of 100', group: 'quality', kinds: models, categories: chat, better: 'higher', says: 'Coding benchmark index by Artificial Analysis, as published through the OpenRouter API.' },
  'aa-agentic': { label: 'Artificial Analysis agentic index', type: 'score', unit: 'points of 100', group: 'quality', kinds: models, categories: chat, better: 'higher', says: 'Agentic benchmark index by Artificial Analysis, as published through the OpenRouter API.' },
  'lmarena-text': { label: 'LMArena text rating', type: 'score', unit: 'rating points', group: 'quality', kinds: models, categories: chat, better: 'higher', says: 'Rating from blind votes between two answers.' },
  'gpqa-diamond': { label: 'GPQA Diamond', type: 'share', unit: 'answered correctly', group: 'quality', kinds: models, categories: chat, better: 'higher', says: 'Graduate-level science questions; the conditions name who ran it where it was not the maker.' },
  'aider-polyglot': { label: 'Aider polyglot', type: 'share', unit: 'exercises solved', group: 'quality', kinds: models, categories: chat, better: 'higher', says: '225 coding exercises in six languages, two tries each.' },
  'swe-bench-verified': {
    label: 'SWE-bench Verified',
    type: 'share',
    unit: 'issues resolved',
    group: 'quality',
    kinds: models,
    categories: chat,
    better: 'higher',
    says: '500 issues of Python repositories, resolved by a patch that passes their tests. The scaffold around the model counts as well; the conditions name it where it is stated.',
  },
  'swe-bench-pro': { label: 'SWE-bench Pro', type: 'share', unit: 'issues resolved', group: 'quality', kinds: models, categories: chat, better: 'higher', says: 'Longer software tasks from public and private repositories, resolved by a patch that passes their tests.' },
  livecodebench: { label: 'LiveCodeBench', type: 'share', unit: 'problems solved', group: 'quality', kinds: models, categories: chat, better: 'higher', says: 'Programming problems from contests; which months they are from differs between runs and stands in the conditions where it is stated.' },
  'swe-atlas-qna': { label: 'SWE-Atlas codebase questions', type: 'share', unit: 'answered correctly', group: 'quality', kinds: models, categories: chat, better: 'higher', says: 'Questions about real code bases, answered by an agent that may read and run them; run by Scale AI, which names the agent.' },
  scicode: { label: 'SciCode', type: 'share', unit: 'solved', group: 'quality', kinds: models, categories: chat, better: 'higher', says: 'Programming problems out of natural-science research.' },
  mmlu: { label: 'MMLU', type: 'share', unit: 'answered correctly', group: 'quality', kinds: models, categories: chat, better: 'higher', says: 'Multiple-choice questions over 57 school and university subjects.' },
  'mmlu-pro': { label: 'MMLU-Pro', type: 'share', unit: 'answered correctly', group: 'quality', kinds: models, categories: chat, better: 'higher', says: 'Harder questions than MMLU, with up to ten choices.' },
  'humanitys-last-exam': { label: "Humanity's Last Exam", type: 'share', unit: 'answered correctly', group: 'quality', kinds: models, categories: chat, better: 'higher', says: '2,500 expert questions from many subjects; with and without tools are different tests.' },
  mmmu: { label: 'MMMU', type: 'share', unit: 'answered correctly', group: 'quality', kinds: models, categories: chat, better: 'higher', says: 'University questions about pictures, diagrams and tables.' },
  'aime-2025': { label: 'AIME 2025', type: 'share', unit: 'answered correctly', group: 'quality', kinds: models, categories: chat, better: 'higher', says: '30 problems of the American mathematics competition of 2025.' },
  'otis-mock-aime': { label: 'OTIS Mock AIME', type: 'share', unit: 'answered correctly', group: 'quality', kinds: models, categories: chat, better: 'higher', says: '45 competition problems that imitate the AIME, of 2024 and 2025; run by Epoch AI.' },
  'math-level-5': { label: 'MATH level 5', type: 'share', unit: 'answered correctly', group: 'quality', kinds: models, categories: chat, better: 'higher', says: 'The hardest of five levels of the MATH problems; run by Epoch AI.' },
  frontiermath: { label: 'FrontierMath', type: 'share', unit: 'answered correctly', group: 'quality', kinds: models, categories: chat, better: 'higher', says: 'Unpublished problems of research mathematics, tiers 1 to 3; run by Epoch AI.' },
  simplebench: { label: 'SimpleBench', type: 'share', unit: 'answered correctly', group: 'quality', kinds: models, categories: chat, better: 'higher', says: 'Everyday reasoning questions that people find easy, mean of five runs.' },
  'arc-agi-1': { label: 'ARC-AGI-1', type: 'share', unit: 'tasks solved', group: 'quality', kinds: models, categories: chat, better: 'higher', says: 'Puzzles of coloured grids whose rule must be inferred from a few examples.' },
  'mteb-arguana': { label: 'MTEB ArguAna', type: 'share', unit: 'nDCG@10', group: 'quality', kinds: models, categories: embedding, better: 'higher', says: 'Retrieving the counter-argument to an argument.' },
  'mteb-scidocs': { label: 'MTEB SCIDOCS', type: 'share', unit: 'nDCG@10', group: 'quality', kinds: models, categories: embedding, better: 'higher', says: 'Retrieving the scientific papers that a paper cites.' },
  'mteb-trec-covid': { label: 'MTEB TREC-COVID', type: 'share', unit: 'nDCG@10', group: 'quality', kinds: models, categories: embedding, better: 'higher', says: 'Retrieving papers that answer questions about COVID-19.' },
  'mteb-fiqa': { label: 'MTEB FiQA', type: 'share', unit: 'nDCG@10', group: 'quality', kinds: models, categories: embedding, better: 'higher', says: 'Retrieving answers to questions about finance.' },
  'mteb-sts-benchmark': { label: 'MTEB STS benchmark', type: 'score', unit: 'rank correlation', group: 'quality', kinds: models, categories: embedding, better: 'higher', says: 'How well the closeness of two vectors follows how alike people judge the two sentences.' },
  'mteb-amazon-counterfactual': { label: 'MTEB Amazon counterfactual', type: 'share', unit: 'classified correctly', group: 'quality', kinds: models, categories: embedding, better: 'higher', says: 'Telling from the vector whether a review speaks of something that did not happen.' },
  'terminal-bench': { label: 'Terminal-Bench', type: 'share', unit: 'tasks solved', group: 'quality', kinds: ['agent'], better: 'higher', says: 'Tasks solved in a terminal, with the model named in the conditions.' },
  'commits-90d': { label: 'Commits in 90 days', type: 'count', unit: 'commits', group: 'quality', kinds: repositoryKinds, better: 'higher', says: 'Commits in the 90 days before the day the history was read.' },
  'issues-closed': { label: 'Issues closed', type: 'share', unit: 'of all issues', group: 'quality', kinds: repositoryKinds, better: 'higher', says: 'Closed issues as a share of all issues ever opened.' },
  'tools-validated': { label: 'Starts and lists its tools', type: 'flag', unit: '', group: 'quality', kinds: servers, better: 'higher', says: 'Whether a registry started the server and got its tool list.' },

  forks: { label: 'Forks', type: 'count', unit: 'forks', group: 'ecosystem', kinds: repositoryKinds, better: 'higher', says: 'Copies of the repository on GitHub.' },
  contributors: { label: 'Contributors', type: 'count', unit: 'authors', group: 'ecosystem', kinds: repositoryKinds, better: 'higher', says: 'Distinct commit authors in the history read.' },
  dependents: { label: 'Dependent repositories', type: 'count', unit: 'repositories', group: 'ecosystem', kinds: ['repository', 'framework'], better: 'higher', says: 'Public repositories that declare a dependency on it.' },
  'api-features': { label: 'API features', type: 'list', unit: '', group: 'ecosystem', kinds: models, categories: chat, better: null, says: 'Request features a host exposes for it: tool calling, structured output, reasoning control and so on.' },
  'modalities-in': { label: 'Reads', type: 'list', unit: '', group: 'ecosystem', kinds: models, better: null, says: 'Kinds of input it accepts.' },
  'modalities-out': { label: 'Writes', type: 'list', unit: '', group: 'ecosystem', kinds: models, better: null, says: 'Kinds of output it produces.' },
  tasks: { label: 'Tasks', type: 'list', unit: '', group: 'ecosystem', kinds: models, better: null, says: 'Jobs that its publisher or a model hub files it under.' },
  registries: { label: 'Registries listing it', type: 'list', unit: '', group: 'ecosystem', kinds: servers, better: null, says: 'Public MCP registries in which the server was found.' },

  released: { label: 'Released', type: 'date', unit: '', group: 'freshness', kinds: models, better: null, says: 'Day this version was released.' },
  'last-commit': { label: 'Last commit', type: 'date', unit: '', group: 'freshness', kinds: repositoryKinds, better: null, says: 'Newest commit seen on the default branch.' },
  'last-release': { label: 'Last release', type: 'date', unit: '', group: 'freshness', kinds: repositoryKinds, better: null, says: 'Day of the newest tagged release.' },

  'price-input': { label: 'Input price', type: 'decimal', unit: 'USD per 1M input tokens', group: 'price', kinds: models, better: 'lower', says: 'List price of uncached input.' },
  'price-output': { label: 'Output price', type: 'decimal', unit: 'USD per 1M output tokens', group: 'price', kinds: models, categories: chat, better: 'lower', says: 'List price of output, reasoning included where the host bills it so.' },
  'price-cache-read': { label: 'Cache-read price', type: 'decimal', unit: 'USD per 1M cached input tokens', group: 'price', kinds: models, categories: chat, better: 'lower', says: 'List price of input answered from a prompt cache.' },
  'price-cache-write': { label: 'Cache-write price', type: 'decimal', unit: 'USD per 1M input tokens written', group: 'price', kinds: models, categories: chat, better: 'lower', says: 'List price of writing input to a prompt cache.' },
  'price-image': { label: 'Price of a picture', type: 'decimal', unit: 'USD a picture', group: 'price', kinds: models, better: 'lower', says: 'List price of one generated picture.' },
  'price-audio-minute': { label: 'Price of a minute', type: 'decimal', unit: 'USD a minute of audio', group: 'price', kinds: models, better: 'lower', says: 'List price of transcribing or speaking one minute of audio.' },
  'price-million-characters': { label: 'Price of speech', type: 'decimal', unit: 'USD per 1M characters', group: 'price', kinds: models, better: 'lower', says: 'List price of speaking one million characters of text.' },
  'price-video-second': { label: 'Price of a second', type: 'decimal', unit: 'USD a second of video', group: 'price', kinds: models, better: 'lower', says: 'List price of one second of generated video.' },
  'price-month': { label: 'Subscription', type: 'decimal', unit: 'USD a month', group: 'price', kinds, better: 'lower', says: 'Lowest paid plan, billed monthly.' },
  'pricing-model': { label: 'Pricing', type: 'text', unit: '', group: 'price', kinds, pattern: /^(usage-based|subscription|free tier|free software)$/, better: null, says: 'How one pays: usage-based, subscription, free tier or free software.' },

  'context-tokens': { label: 'Context', type: 'count', unit: 'tokens', group: 'limits', kinds: models, better: 'higher', says: 'Most input the model takes at once.' },
  'output-tokens': { label: 'Output limit', type: 'count', unit: 'tokens', group: 'limits', kinds: models, categories: chat, better: 'higher', says: 'Most output the model gives in one answer.' },
  'embedding-dimensions': { label: 'Vector size', type: 'count', unit: 'dimensions', group: 'limits', kinds: models, categories: embedding, better: null, says: 'Length of the vector that it returns.' },
  'knowledge-cutoff': { label: 'Knowledge until', type: 'date', unit: '', group: 'limits', kinds: models, categories: chat, better: null, says: 'Date after which the model was not trained.' },
  'tool-names': { label: 'Tools by name', type: 'list', unit: '', group: 'limits', kinds: servers, better: null, says: 'Names of the tools that a registry found in it.' },
  'tool-count': { label: 'Tools offered', type: 'count', unit: 'tools', group: 'limits', kinds: servers, better: null, says: 'Tools the server lists. More is not better: each one takes context.' },

  status: { label: 'Status', type: 'text', unit: '', group: 'identity', kinds, pattern: /^(active|maintenance|archived|retires on \d{4}-\d{2}-\d{2}|superseded by [a-z0-9-]+)$/, better: null, says: 'Active, maintenance, archived, retires on a date, or superseded.' },
  'start-here': { label: 'Start here', type: 'text', unit: '', group: 'identity', kinds, better: null, says: 'The model id or the command to copy.' },
  documentation: { label: 'Documentation', type: 'text', unit: '', group: 'identity', kinds, pattern: /^https:\/\//, better: null, says: 'Address of the official documentation.' },
  official: { label: 'Published by', type: 'text', unit: '', group: 'identity', kinds: servers, pattern: /^(official|community)$/, better: null, says: 'Official (by the service it reaches) or community.' },

  licence: { label: 'Licence', type: 'text', unit: '', group: 'terms', kinds, better: null, says: 'SPDX identifier where there is one, else the name the licence gives itself.' },
  'open-weights': { label: 'Open weights', type: 'flag', unit: '', group: 'terms', kinds: models, better: null, says: 'Whether the weights can be downloaded.' },
  parameters: { label: 'Parameters', type: 'count', unit: 'parameters', group: 'running', kinds: models, better: null, says: 'Size of the network, where its maker publishes it.' },

  topics: { label: 'Topics', type: 'list', unit: '', group: 'identity', kinds: repositoryKinds, better: null, says: 'Topics that its owners, or a list that somebody keeps, put it under.' },
  language: { label: 'Language', type: 'text', unit: '', group: 'running', kinds: repositoryKinds, better: null, says: 'Main programming language.' },
  hardware: { label: 'Hardware', type: 'text', unit: '', group: 'running', kinds: repositoryKinds, better: null, says: 'What it needs to run, as its own documents say.' },
  'first-commit': { label: 'First commit', type: 'date', unit: '', group: 'running', kinds: repositoryKinds, better: null, says: 'Oldest commit in the history read.' },
  commits: { label: 'Commits', type: 'count', unit: 'commits', group: 'running', kinds: repositoryKinds, better: null, says: 'Commits in the history read.' },
  transport: { label: 'Transport', type: 'list', unit: '', group: 'running', kinds: servers, better: null, says: 'How a client connects: stdio, streamable HTTP, SSE.' },
  authentication: { label: 'Authentication', type: 'text', unit: '', group: 'running', kinds: servers, better: null, says: 'What the server asks for before it works.' },
  'tool-effects': { label: 'Reads or writes', type: 'text', unit: '', group: 'running', kinds: servers, pattern: /^(read-only|writes)$/, better: null, says: 'Whether its tools only read or also change things.' },
  'pinned-commit': { label: 'Pinned commit', type: 'text', unit: '', group: 'running', kinds: servers, better: null, says: 'Commit that a registry pins its build to.' },
} as const satisfies Record<string, Signal>;

export type SignalId = keyof typeof signals;

export const signalIds = Object.keys(signals).filter(isSignalId);

export function isSignalId(id: string): id is SignalId {
  return Object.hasOwn(signals, id);
}

/** Whether the signal can be asked of a tool of this kind and category at all. */
export function appliesTo(id: SignalId, kind: Kind, category: string): boolean {
  const signal: Signal = signals[id];
  if (!signal.kinds.includes(kind)) return false;
  return signal.categories === undefined || signal.categories.some((each) => each === category);
}
