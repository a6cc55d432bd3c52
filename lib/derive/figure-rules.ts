import { findFact } from '../catalog/current';
import type { SignalId } from '../catalog/signals';
import type { StoredFact } from '../catalog/tool';
import { formatCount } from '../format/number';
import { formatUsd } from '../format/price';
import type { Draft, Subject } from './capability';
import { findItems } from './item-rule';

/** From this many tokens on a context is called long: about 500 pages. */
export const longContext = 200_000;

/** From this many tokens on an answer is called long: about 80 pages. */
export const longOutput = 32_000;

/** With fewer hosts there is not much to choose among. */
export const fewestHosts = 3;

/** Licences that let anybody run, change and pass on the source. */
const openLicences =
  /^(MIT|MIT-0|Apache-2\.0|BSD(-[234]-Clause.*)?|0BSD|ISC|MPL-2\.0|(A|L)?GPL-[23](\.[01])?(-only|-or-later)?|EPL-2\.0|Unlicense|CC0-1\.0|Zlib|BSL-1\.0|PostgreSQL|ECL-2\.0|EUPL-1\.2|NCSA|WTFPL|Artistic-2\.0)$/i;

type Rule = (tool: Subject) => Draft | null;

const numberOf = (fact: StoredFact | null): number | null => (typeof fact?.value === 'number' ? fact.value : null);

/** `117000000000` → `117 billion`. */
export function wordSize(count: number): string {
  if (count >= 1e12) return `${formatCount(Number((count / 1e12).toFixed(2)))} trillion`;
  if (count >= 1e9) return `${formatCount(Number((count / 1e9).toFixed(1)))} billion`;
  return count >= 1e6 ? `${formatCount(Math.round(count / 1e6))} million` : formatCount(count);
}

const answerInText: Rule = ({ category, name, facts }) => {
  const [reads, writes] = [findItems(facts, 'modalities-in').get('text'), findItems(facts, 'modalities-out').get('text')];
  if (category !== 'chat-model' || !reads || !writes) return null;
  return {
    job: 'answer-in-text',
    name: 'Write and answer in text',
    description: `${name} takes text and gives text: questions, instructions or passages in, an answer out.`,
    ...{ inputs: ['text'], outputs: ['text'], limitations: [] },
    needs: ['a model that answers questions', 'write and rewrite text with a model', 'language model behind an API'],
    basis: [
      { fact: reads.fact, note: 'lists text among what it reads' },
      ...(writes.fact === reads.fact ? [] : [{ fact: writes.fact, note: 'lists text among what it writes' }]),
    ],
  };
};

const readLongInput: Rule = ({ name, facts }) => {
  const fact = findFact(facts, 'context-tokens');
  const tokens = numberOf(fact);
  if (fact === null || tokens === null || tokens < longContext) return null;
  return {
    job: 'long-context',
    name: `Take ${formatCount(tokens)} tokens at once`,
    description: `One request to ${name} can hold ${formatCount(tokens)} tokens of prompt and answer together; a context counts as long here from ${formatCount(longContext)} tokens on.`,
    ...{ inputs: [`up to ${formatCount(tokens)} tokens`], outputs: ['an answer to all of it'] },
    limitations: ['How well it finds things far back in a long prompt is not said by the limit.'],
    needs: ['put a whole book or code base into one prompt', `model with a context of ${formatCount(tokens)} tokens`, 'long-context model for many documents'],
    basis: [{ fact, note: `context of ${formatCount(tokens)} tokens` }],
  };
};

const writeLongOutput: Rule = ({ name, facts }) => {
  const fact = findFact(facts, 'output-tokens');
  const tokens = numberOf(fact);
  if (fact === null || tokens === null || tokens < longOutput) return null;
  return {
    job: 'long-output',
    name: `Write up to ${formatCount(tokens)} tokens in one answer`,
    description: `One answer of ${name} may be up to ${formatCount(tokens)} tokens long.`,
    ...{ inputs: ['a prompt'], outputs: [`up to ${formatCount(tokens)} tokens`], limitations: ['A limit is not a habit: most answers are far shorter.'] },
    needs: ['write a long document in one go', 'model with a large output limit', 'generate a whole file at once'],
    basis: [{ fact, note: `output limit of ${formatCount(tokens)} tokens` }],
  };
};

const cachePrompts: Rule = ({ name, facts }) => {
  const [cached, input] = [findFact(facts, 'price-cache-read'), findFact(facts, 'price-input')];
  if (typeof cached?.value !== 'string') return null;
  const against = typeof input?.value === 'string' ? `, against ${formatUsd(input.value)} uncached` : '';
  return {
    job: 'cache-prompts',
    name: 'Charge less for a prompt used again',
    description: `Input that is answered from a prompt cache has a price of its own for ${name}: ${formatUsd(cached.value)} per 1M tokens${against}.`,
    ...{ inputs: ['a long prompt used again'], outputs: ['an answer, billed at the cached price'] },
    limitations: ['How long a prompt stays cached, and what writing it costs, differs from host to host.'],
    needs: ['prompt caching to save money', 'cheaper repeated system prompt', 'model for an agent that sends the same context again'],
    basis: [
      { fact: cached, note: `cache-read price of ${formatUsd(cached.value)} per 1M tokens` },
      ...(input !== null && against !== '' ? [{ fact: input, note: 'input price' }] : []),
    ],
  };
};

const runOnOwnHardware: Rule = ({ name, facts }) => {
  const [open, size, licence] = [findFact(facts, 'open-weights'), findFact(facts, 'parameters'), findFact(facts, 'licence')];
  if (open?.value !== true) return null;
  const parameters = numberOf(size);
  const of = parameters === null ? '' : ` of ${wordSize(parameters)} parameters`;
  const under = typeof licence?.value === 'string' ? `, under ${licence.value}` : '';
  return {
    job: 'self-host-open-weights',
    name: 'Run it on your own hardware',
    description: `The weights of ${name}${of} can be downloaded${under}, so it runs where you put it; you supply the hardware.`,
    ...{ inputs: ['the downloaded weights', 'hardware that holds them'], outputs: ['answers without a hosted service'] },
    limitations: parameters === null ? ['The size is unknown, and with it the hardware it needs.'] : [],
    needs: ['open-weight model I can host myself', 'run a model on my own GPU', 'model that keeps our data in-house'],
    basis: [
      { fact: open, note: 'weights can be downloaded' },
      ...(size && parameters !== null ? [{ fact: size, note: `${wordSize(parameters)} parameters` }] : []),
      ...(licence && under !== '' ? [{ fact: licence, note: `licence ${licence.value}` }] : []),
    ],
  };
};

const embedText: Rule = ({ name, facts }) => {
  const fact = findFact(facts, 'embedding-dimensions');
  const size = numberOf(fact);
  if (fact === null || size === null) return null;
  return {
    job: 'embed-text',
    name: `Turn text into vectors of ${formatCount(size)} numbers`,
    description: `${name} returns a vector of ${formatCount(size)} dimensions for a text, to be compared with those of other texts.`,
    ...{ inputs: ['text'], outputs: [`vectors of ${formatCount(size)} dimensions`], limitations: [] },
    needs: ['embedding model for search', `embeddings of ${formatCount(size)} dimensions`, 'vectors for my documents'],
    basis: [{ fact, note: `vector size of ${formatCount(size)}` }],
  };
};

const chooseHost: Rule = ({ name, facts }) => {
  const fact = findFact(facts, 'hosts');
  const hosts = numberOf(fact);
  if (fact === null || hosts === null || hosts < fewestHosts) return null;
  return {
    job: 'choose-among-hosts',
    name: `Choose among ${formatCount(hosts)} hosts`,
    description: `${formatCount(hosts)} providers list ${name}, so price, place and limits can be chosen, and left again.`,
    ...{ inputs: ['an account at one of the hosts'], outputs: ['the same model'], limitations: ['Hosts may run it at other precisions, limits and prices.'] },
    needs: ['model offered by several providers', 'avoid depending on one host', 'compare hosts of the same model'],
    basis: [{ fact, note: `${formatCount(hosts)} hosts` }],
  };
};

const selfHost: Rule = ({ kind, name, facts }) => {
  const fact = findFact(facts, 'licence');
  if (kind === 'model' || kind === 'framework' || typeof fact?.value !== 'string' || !openLicences.test(fact.value)) return null;
  return {
    job: 'self-host',
    name: `Run it yourself under ${fact.value}`,
    description: `The source of ${name} is published under ${fact.value}, so you may run it on machines of your own and change it.`,
    ...{ inputs: ['a machine of your own'], outputs: ['its functions under your control'] },
    limitations: ['A licence covers the source, not a hosted service or the models behind it.'],
    needs: ['open-source tool I can host myself', `software under ${fact.value}`, 'run it on our own servers'],
    basis: [{ fact, note: `licence ${fact.value}` }],
  };
};

const readOnly: Rule = ({ name, facts }) => {
  const fact: StoredFact | null = findFact(facts, 'tool-effects');
  if (fact?.value !== 'read-only') return null;
  return {
    job: 'read-without-changing',
    name: 'Read without changing anything',
    description: `The tools of ${name} only read; none of them is said to change what it reaches.`,
    ...{ inputs: ['requests of an assistant'], outputs: ['what was read'], limitations: [] },
    needs: ['read-only MCP server', 'let an assistant look but not touch', 'safe access for an agent'],
    basis: [{ fact, note: 'tools are read-only' }],
  };
};

/** Rules about one figure or statement, in the order in which they are told; `telling` ones say what the tool does. */
export const figureRules: readonly { signal: SignalId; telling: boolean; follow: Rule }[] = [
  { signal: 'modalities-in', telling: true, follow: answerInText },
  { signal: 'embedding-dimensions', telling: true, follow: embedText },
  { signal: 'context-tokens', telling: false, follow: readLongInput },
  { signal: 'output-tokens', telling: false, follow: writeLongOutput },
  { signal: 'price-cache-read', telling: false, follow: cachePrompts },
  { signal: 'open-weights', telling: false, follow: runOnOwnHardware },
  { signal: 'hosts', telling: false, follow: chooseHost },
  { signal: 'tool-effects', telling: false, follow: readOnly },
  { signal: 'licence', telling: false, follow: selfHost },
];
