import { findCategory } from '../catalog/categories';
import { findFact } from '../catalog/current';
import type { Related, Relation } from './relation';

/** Jobs of tools that run the weights of language and embedding models, whatever their category. */
const runnerJobs: ReadonlySet<string> = new Set(['run-gguf-models', 'run-mlx-models', 'load-open-weights']);
const runByThem: ReadonlySet<string> = new Set(['chat-model', 'embedding-model']);

/** Whether a program takes a model's weights, to run them or to train them further; null when it has nothing to do with weights of this kind. */
function findUseOfWeights(tool: Related, model: Related): 'runs' | 'trains' | null {
  const category = findCategory(tool.category);
  if (category?.worksWith.includes(model.category) && category.weights) return category.weights;
  return runByThem.has(model.category) && tool.capabilities.some(({ job }) => runnerJobs.has(job)) ? 'runs' : null;
}

/**
 * A model with open weights runs on what runs weights; a language model whose weights are closed has nothing to do with it. Programs for
 * pictures and sound also call closed models, so that nothing follows for these.
 */
function relateByWeights(model: Related, tool: Related): Relation | null {
  const use = model.kind === 'model' && tool.kind !== 'model' ? findUseOfWeights(tool, model) : null;
  const fact = use === null ? null : findFact(model.facts, 'open-weights');
  if (use === null || typeof fact?.value !== 'boolean') return null;
  const pair = { from: model.slug, to: tool.slug };
  if (!fact.value && !runByThem.has(model.category)) return null;
  if (!fact.value) return { type: 'unrelated', ...pair, basis: { type: 'closed-weights', fact: fact.key } };
  return { type: use === 'runs' ? 'runs-on' : 'used-together', ...pair, basis: { type: 'open-weights', fact: fact.key } };
}

const runsLanguageModels = (tool: Related): boolean =>
  tool.kind !== 'model' && (tool.category === 'inference-server' || tool.capabilities.some(({ job }) => runnerJobs.has(job)));

/** Two programs that each run language models themselves, whatever else they are: one is used instead of the other. */
function relateRunners(a: Related, b: Related): Relation | null {
  return runsLanguageModels(a) && runsLanguageModels(b) ? { type: 'rivals', from: a.slug, to: b.slug, basis: { type: 'both-run-models' } } : null;
}

/** Words of a server's slug that say that it is one. */
const serverWords: ReadonlySet<string> = new Set(['mcp', 'server', 'official']);

/** `chroma-mcp` makes `chroma` reachable: it does nothing without it. */
function relateByName(server: Related, tool: Related): Relation | null {
  if (server.kind !== 'mcp-server' || tool.kind === 'mcp-server' || tool.kind === 'model') return null;
  const named = server.slug
    .split('-')
    .filter((word) => !serverWords.has(word))
    .join('-');
  return named === tool.slug ? { type: 'runs-on', from: server.slug, to: tool.slug, basis: { type: 'named-after' } } : null;
}

/** An agent runs on the models of its own maker. */
function relateByMaker(agent: Related, model: Related): Relation | null {
  if (agent.kind !== 'agent' || model.kind !== 'model' || agent.vendor !== model.vendor) return null;
  if (!findCategory(agent.category)?.worksWith.includes(model.category)) return null;
  return { type: 'runs-on', from: agent.slug, to: model.slug, basis: { type: 'same-maker', vendor: agent.vendor } };
}

/** What kinds and facts say of two tools, in this order; null where they say nothing. */
export function findByFacts(from: Related, to: Related): Relation | null {
  return relateByName(from, to) ?? relateByWeights(from, to) ?? relateByMaker(from, to) ?? relateRunners(from, to);
}
