import { findStem } from './stem';

/**
 * Words by which descriptions of AI tools speak of one kind of job, a kind a line; in front, of 100 described capabilities so many have one of
 * them. They are broader than synonyms: one shared kind says little, several say what two differently worded texts have in common.
 */
const lines = [
  '12 approve ask confirm human person feedback pause interrupt wait reject decision review',
  '20 agents team crew handoff hand delegate delegation manager swarm supervisor orchestrator coordinate multi subagents sub',
  '17 provider openai anthropic gemini bedrock groq mistral cohere ollama litellm openrouter azure swap switch fallback fall',
  '6 trace span opentelemetry telemetry observability langfuse phoenix langsmith log monitor instrument inspect',
  '10 docker sandbox isolated container execute interpreter e2b snippet scripts',
  '13 state save resume restore checkpoint persist persistence session history durable restart',
  '19 flow graph pipeline branch loop sequential parallel directed routers condition conditional step workflow',
  '20 pydantic schema typed structured json output class validated',
  '7 guardrail validate validation check refuse fail invalid retry',
  '9 evaluate evaluation score judge test metric rubric dataset cases',
  '6 voice speech spoken realtime audio speak microphone',
  '9 mcp stdio sse streamable',
  '26 tool function call toolset',
  '22 question answer knowledge rag retrieval passages citation sources documents',
  '2 hybrid keyword bm25 fulltext lexical',
  '1 rerank reorder',
  '38 file pdf docx pptx csv xlsx loader reader formats convert parse import',
  '4 split chunk preprocess',
  '3 entity relation community',
  '11 canvas visual drag drop studio builder nocode node draw',
  '23 api endpoint rest http serve port',
  '7 remember memory facts recall',
  '13 image picture photo diffusion draw',
  '20 search web searxng tavily google exa duckduckgo',
  '19 crawl scrape page website url address html markdown',
  '3 lora qlora adapter peft',
  '13 weights pretraining full finetune train',
  '2 preference dpo kto orpo rejected preferred reward ppo grpo',
  '10 gpus gpu nodes distributed deepspeed fsdp machines cluster multiple',
  '3 quantise compress bits precision',
  '4 merge export',
  '8 sql query database',
  '10 schema tables columns collections',
  '5 slow performance explain advisor indexes',
  '8 readonly limit restrict allow disable disabled scope tied',
  '7 account users roles permission sign login tenant apart separate isolation',
  '16 key budget spend cost price dollars usage tokens',
  '4 cache repeated',
  '14 prompt version versioned template registry',
  '2 alert threshold notify webhook slack',
  '12 terminal command shell process bash',
  '12 edit replace insert append change modify update delete correct',
  '5 find grep ripgrep locate lookup regular expression',
  '5 notes markdown journal wiki',
  '17 browser click typing navigate chrome page',
  '2 schedule cron recurring trigger event',
  '11 local offline machine private privacy hardware gguf ggml',
  '4 gallery hub download install huggingface catalogue',
  '2 transcribe transcript whisper asr',
  '1 tts voices synthesis cloning',
  '11 vector embedding nearest similarity semantic meaning',
  '7 filter filtering metadata property fields conditions',
  '2 backup snapshot storage s3',
  '16 replicate replication shards nodes horizontal scale workers queue',
  '4 sampler temperature decoding greedy top',
  '10 vision multimodal images video',
  '5 batch asynchronous jobs bulk',
  '5 stream partial',
  '11 label annotate annotation queue reviewers comment feedback',
  '14 chat conversation message',
  '5 assistant persona instructions character',
  '8 share publish public link',
  '4 documentation docs manual',
  '10 project organisation branch cluster instance create',
  '3 issue ticket pull',
  '4 research report',
  '2 selfhost compose kubernetes helm deploy',
  '9 yaml config configuration settings',
  '3 plugins extension skills',
] as const;

/** A kind of job, by its place in the list, and what it says that a text has it: ln(1 / share of texts). */
export type JobKind = { id: number; weight: number };

const kinds = lines.map((line, id) => {
  const [percent, ...words] = line.split(' ');
  return { kind: { id, weight: Math.log(100 / Number(percent)) }, stems: new Set(words.map(findStem)) };
});

const byStem: ReadonlyMap<string, readonly JobKind[]> = new Map(
  [...new Set(kinds.flatMap(({ stems }) => [...stems]))].map((stem) => [stem, kinds.filter(({ stems }) => stems.has(stem)).map(({ kind }) => kind)]),
);

/** The kinds of job that a stem speaks of; most speak of none. */
export const findJobKinds = (stem: string): readonly JobKind[] => byStem.get(stem) ?? [];
