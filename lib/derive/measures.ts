import type { SignalId } from '../catalog/signals';

/** What says how well, how far or at what price a job is done; the more telling signal first. */
const measures: Readonly<Record<string, readonly SignalId[]>> = {
  'answer-in-text': ['aa-intelligence', 'lmarena-text', 'price-input', 'price-output'],
  'call-tools': ['context-tokens', 'aa-agentic', 'price-input'],
  'structured-output': ['price-output'],
  'json-answers': ['price-output'],
  'control-reasoning': ['aa-intelligence', 'gpqa-diamond', 'price-output'],
  'long-context': ['context-tokens', 'price-input'],
  'long-output': ['output-tokens'],
  'cache-prompts': ['price-cache-read'],
  'understand-images': ['aa-intelligence', 'price-input'],
  'understand-video': ['context-tokens', 'price-input'],
  'understand-audio': ['context-tokens', 'price-input'],
  'parse-pdf': ['context-tokens', 'price-input', 'downloads-30d', 'stars'],
  'self-host-open-weights': ['aa-intelligence', 'hf-downloads-30d'],
  'choose-among-hosts': ['hosts'],
  'embed-text': ['mteb-arguana', 'mteb-scidocs', 'price-input', 'hf-downloads-30d', 'downloads-30d', 'stars'],
  'edit-code': ['aa-coding', 'aider-polyglot', 'terminal-bench', 'downloads-30d', 'stars'],
  'generate-images': ['price-image', 'hf-downloads-30d', 'downloads-30d', 'stars'],
  'generate-video': ['price-video-second', 'hf-downloads-30d', 'stars'],
  'transcribe-speech': ['price-audio-minute', 'hf-downloads-30d', 'downloads-30d', 'stars'],
  'speak-text': ['price-million-characters', 'price-audio-minute', 'hf-downloads-30d', 'downloads-30d', 'stars'],
  ...{ 'self-host': [], 'remote-mcp-server': [], 'local-mcp-server': [], 'read-without-changing': [], 'use-other-tools': [] },
};

/** For every other job. */
const otherwise: readonly SignalId[] = ['downloads-30d', 'stars', 'hf-downloads-30d', 'commits-90d', 'contributors'];

/** The signals by which tools that do a job are held against each other. */
export const findMeasures = (job: string): readonly SignalId[] => (Object.hasOwn(measures, job) ? (measures[job] ?? otherwise) : otherwise);

/** Every signal that some job is measured by. */
export const measured: readonly SignalId[] = [...new Set([...Object.values(measures).flat(), ...otherwise])];
