import { findCategory } from '../catalog/categories';
import { makeSlug } from '../catalog/slug';
import { type AddressOf, clip, type DerivedCapability, type Draft, makeCapability, ownAddress, type Subject } from './capability';
import { featureRules, inputRules, outputRules, transportRules } from './feature-table';
import { figureRules } from './figure-rules';
import { followItems } from './item-rule';
import { taskRules } from './task-table';
import { followToolNames } from './tool-name-rules';
import { topicRules } from './topic-table';

/** More than this says less: topics that everybody puts on everything come last in their table. */
const mostFromTopics = 5;

/** As many as a record may hold. */
const mostCapabilities = 20;

const byTopicAlone = 'Follows from a topic alone: how well it does this, and within which limits, is not in the source.';

/** What says what the tool is for: its tools, what it reads and writes, its tasks and topics. */
function followTelling(tool: Subject): Draft[] {
  const figures = figureRules.filter(({ telling }) => telling).flatMap(({ follow }) => follow(tool) ?? []);
  return [
    ...followToolNames(tool),
    ...figures,
    ...followItems(tool, taskRules, {
      signal: 'tasks',
      describe: (name, items, says) => `${name} is filed under the task ${items}. A model filed there ${says}.`,
      limitations: [],
    }),
    ...followItems(tool, inputRules, {
      signal: 'modalities-in',
      describe: (name, items, says) => `${name} takes ${items} as input: it ${says}.`,
      limitations: ['Sizes, formats and numbers that it accepts are not in the source.'],
    }),
    ...followItems(tool, outputRules, {
      signal: 'modalities-out',
      describe: (name, items, says) => `${name} gives ${items} as output: it ${says}.`,
      limitations: ['Sizes and formats that it gives are not in the source.'],
    }),
    ...followItems(tool, topicRules, {
      signal: 'topics',
      describe: (name, items, says) => `${name} is filed under ${items}. Tools filed there ${says}.`,
      limitations: [byTopicAlone],
    }).slice(0, mostFromTopics),
  ];
}

/** What can be done with it besides: request features, prices, limits, terms. */
function followOther(tool: Subject): Draft[] {
  return [
    ...followItems(tool, featureRules, {
      signal: 'api-features',
      describe: (name, items, says) => `A host exposes ${items} for ${name}: ${says}.`,
      limitations: ['Not every host of a model exposes every feature.'],
    }),
    ...figureRules.filter(({ telling }) => !telling).flatMap(({ follow }) => follow(tool) ?? []),
    ...followItems(tool, transportRules, { signal: 'transport', describe: (name, items, says) => `${name} speaks ${items}: ${says}.`, limitations: [] }),
  ];
}

/** Jobs of categories that other tools do under another name. */
const jobOfCategory: Readonly<Record<string, string>> = {
  'chat-model': 'answer-in-text',
  'embedding-model': 'embed-text',
  'image-model': 'generate-images',
  'video-model': 'generate-video',
  'inference-server': 'serve-models',
  'vector-database': 'search-vectors',
  'rag-engine': 'retrieval-augmented-generation',
  'document-conversion': 'convert-documents-to-markdown',
  'web-crawling': 'fetch-web-pages',
  'coding-agent': 'edit-code',
  'coding-assistant': 'complete-code',
  'general-agent': 'build-agents',
  'deep-research': 'run-web-research',
  'llm-framework': 'build-llm-applications',
  'llm-gateway': 'switch-model-providers',
  'workflow-builder': 'build-workflow-visually',
  'llm-observability': 'trace-and-debug',
  'llm-evaluation': 'evaluate-models',
  'llm-guardrails': 'guard-inputs-and-outputs',
  'fine-tuning': 'fine-tune-models',
  'image-generation': 'generate-images',
  'text-to-speech': 'speak-text',
  'speech-to-text': 'transcribe-speech',
  'browser-automation': 'navigate-pages',
  'web-search': 'search-web',
  'code-sandbox': 'run-code-in-a-sandbox',
  'object-detection': 'detect-objects',
  'machine-translation': 'translate-text',
  'time-series': 'forecast-time-series',
  'text-processing': 'process-text',
};

/** Where to look what a tool is: its own address, else where a source lists it. */
function findPlace({ homepage, repository, facts }: Subject, addressOf: AddressOf): { source: string; address: string } | null {
  const own = homepage ?? (repository === null ? null : `https://github.com/${repository}`);
  if (own !== null) return { source: ownAddress, address: own };
  const [fact] = facts;
  const address = fact === undefined ? undefined : (fact.address ?? addressOf(fact.source));
  return fact === undefined || address === undefined ? null : { source: fact.source, address };
}

/** The job of the category, where no fact says what the tool does: our own sorting, and said to be that. */
function takeCategoryJob(tool: Subject, addressOf: AddressOf): DerivedCapability | null {
  const { name, category } = tool;
  const found = findCategory(category);
  const place = findPlace(tool, addressOf);
  if (found === null || category === 'unsorted' || place === null) return null;
  const job = jobOfCategory[category] ?? makeSlug(category) ?? category;
  return {
    ...{ key: job, job, name: clip(found.job.charAt(0).toUpperCase() + found.job.slice(1), 70), versus: [] },
    description: `${name} stands here among ${found.name}: tools to ${found.job}. No fact says more about what it does.`,
    ...{ inputs: ['what its own documents ask for'], outputs: ['what its own documents say'] },
    limitations: ['Follows from the category alone, which is our judgement.'],
    needs: [clip(`a tool to ${found.job}`, 140), clip(`something that will ${found.job}`, 140), `${found.name.toLowerCase()} to choose from`],
    evidence: [{ ...place, note: `sorted into ${found.name} by our editors` }],
    derivedFrom: [],
  };
}

/** One capability a job, except for tools of a server: what follows from several facts names all of them. */
function mergeByKey(drafts: readonly Draft[]): Draft[] {
  const merged = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = draft.key ?? draft.job;
    const first = merged.get(key);
    merged.set(key, first === undefined ? draft : { ...first, basis: [...first.basis, ...draft.basis] });
  }
  return [...merged.values()];
}

/**
 * The capabilities of a tool of which nobody wrote any, by rules from its current facts, the most telling first.
 * What no fact says is not claimed. Empty where there is neither a telling fact nor a category.
 */
export function deriveCapabilities(tool: Subject, addressOf: AddressOf): DerivedCapability[] {
  const telling = followTelling(tool);
  const derived = mergeByKey([...telling, ...followOther(tool)]).map((draft) => makeCapability(draft, addressOf));
  const own = tool.homepage !== null || tool.repository !== null;
  const byCategory = telling.length === 0 && (own || derived.length === 0) ? takeCategoryJob(tool, addressOf) : null;
  const all = byCategory === null ? derived : [byCategory, ...derived.filter(({ key }) => key !== byCategory.key)];
  return all.slice(0, mostCapabilities);
}
