/** Who makes models: the name to print, the host on which it sells its own (lib/catalog/hosts.ts), and how sources call it. */
export type Maker = {
  vendor: string;
  host: string | null;
  /** Its names as the author of a model: 'meta-llama' in 'meta-llama/llama-3.3-70b', 'Qwen' on Hugging Face. */
  authors: readonly [string, ...string[]];
  /** Its names as a provider, where those differ from its first name as an author. */
  providers?: readonly string[];
};

/** The first author is also its name in the namespace of ids at makers' own hosts: 'api:openai/gpt-5'. */
export const makers: readonly Maker[] = [
  { vendor: 'OpenAI', host: 'OpenAI API', authors: ['openai', 'openai-community'], providers: ['openai', 'text-completion-openai'] },
  { vendor: 'Anthropic', host: 'Anthropic API', authors: ['anthropic'] },
  { vendor: 'Google', host: 'Google Gemini API', authors: ['google'], providers: ['google', 'gemini'] },
  { vendor: 'Mistral AI', host: 'Mistral API', authors: ['mistral', 'mistralai'], providers: ['mistral', 'codestral', 'text-completion-codestral'] },
  { vendor: 'xAI', host: 'xAI API', authors: ['xai', 'x-ai', 'xai-org'], providers: ['xai', 'x-ai'] },
  { vendor: 'Meta', host: 'Meta API', authors: ['meta', 'meta-llama', 'facebook'], providers: ['llama', 'meta_llama', 'meta'] },
  { vendor: 'Z.ai', host: 'Z.ai API', authors: ['zhipuai', 'z-ai', 'zai', 'zai-org', 'thudm'], providers: ['zai', 'zhipuai'] },
  { vendor: 'Alibaba', host: 'Alibaba Cloud Model Studio', authors: ['alibaba', 'qwen', 'alibaba-nlp'], providers: ['alibaba', 'dashscope'] },
  { vendor: 'Moonshot AI', host: 'Moonshot AI API', authors: ['moonshotai', 'moonshot'], providers: ['moonshotai', 'moonshot'] },
  { vendor: 'DeepSeek', host: 'DeepSeek API', authors: ['deepseek', 'deepseek-ai'], providers: ['deepseek'] },
  { vendor: 'Cohere', host: 'Cohere API', authors: ['cohere', 'coherelabs', 'cohereforai'], providers: ['cohere', 'cohere_chat'] },
  { vendor: 'NVIDIA', host: 'NVIDIA API', authors: ['nvidia'], providers: ['nvidia', 'nvidia_nim'] },
  { vendor: 'MiniMax', host: 'MiniMax API', authors: ['minimax', 'minimaxai'], providers: ['minimax'] },
  { vendor: 'Xiaomi', host: 'Xiaomi MiMo API', authors: ['xiaomi', 'xiaomimimo'], providers: ['xiaomi'] },
  { vendor: 'Perplexity', host: 'Perplexity API', authors: ['perplexity', 'perplexity-ai'], providers: ['perplexity'] },
  { vendor: 'StepFun', host: 'StepFun API', authors: ['stepfun', 'stepfun-ai'], providers: ['stepfun-ai', 'stepfun'] },
  { vendor: 'Sakana AI', host: 'Sakana API', authors: ['sakana', 'sakanaai'], providers: ['sakana'] },
  { vendor: 'Sarvam AI', host: 'Sarvam API', authors: ['sarvam', 'sarvamai'], providers: ['sarvam'] },
  { vendor: 'Tencent', host: 'Tencent Cloud', authors: ['tencent'] },
  { vendor: 'Amazon', host: 'Amazon Bedrock, own models', authors: ['amazon'], providers: ['amazon_nova'] },
  { vendor: 'Microsoft', host: 'Microsoft Foundry, own models', authors: ['microsoft'], providers: [] },
  { vendor: 'AI21 Labs', host: 'AI21 API', authors: ['ai21', 'ai21labs'], providers: ['ai21'] },
  { vendor: 'Arcee AI', host: 'Arcee API', authors: ['arcee-ai'] },
  { vendor: 'Baidu', host: 'Baidu Qianfan', authors: ['baidu'] },
  { vendor: 'Black Forest Labs', host: 'Black Forest Labs API', authors: ['black-forest-labs', 'black_forest_labs'], providers: ['black_forest_labs'] },
  { vendor: 'ByteDance', host: 'ByteDance ModelArk', authors: ['bytedance', 'bytedance-seed'] },
  { vendor: 'Inception', host: 'Inception API', authors: ['inception'], providers: ['inception', 'text-completion-inception'] },
  { vendor: 'Jina AI', host: 'Jina API', authors: ['jinaai', 'jina-ai', 'jina_ai'], providers: ['jina_ai'] },
  { vendor: 'Reka AI', host: 'Reka API', authors: ['rekaai'] },
  { vendor: 'Stability AI', host: 'Stability API', authors: ['stability', 'stabilityai'], providers: ['stability'] },
  { vendor: 'Upstage', host: 'Upstage API', authors: ['upstage'] },
  { vendor: 'Voyage AI', host: 'Voyage API', authors: ['voyage', 'voyageai', 'voyage-ai'], providers: ['voyage', 'voyageai'] },
  { vendor: 'Writer', host: 'Writer API', authors: ['writer'] },
  { vendor: 'AllenAI', host: null, authors: ['allenai'] },
  { vendor: 'IBM', host: null, authors: ['ibm', 'ibm-granite'] },
  { vendor: 'BAAI', host: null, authors: ['baai'] },
  { vendor: 'inclusionAI', host: null, authors: ['inclusionai'] },
  { vendor: 'DeepReinforce', host: null, authors: ['deepreinforce', 'deepreinforce-ai'] },
  { vendor: 'Nous Research', host: null, authors: ['nousresearch'] },
  { vendor: 'Liquid AI', host: null, authors: ['liquid', 'liquidai'] },
  { vendor: 'Thinking Machines', host: null, authors: ['thinkingmachines'] },
  { vendor: 'Sao10K', host: null, authors: ['sao10k'] },
  { vendor: 'Meituan', host: null, authors: ['meituan', 'meituan-longcat'] },
];

const byAuthor = new Map(makers.flatMap((maker) => maker.authors.map((name): [string, Maker] => [name, maker])));
const byProvider = new Map(makers.flatMap((maker) => (maker.providers ?? [maker.authors[0]]).map((name): [string, Maker] => [name, maker])));

/** The maker that a source names as a model's author; null when the table does not know it. */
export function findMaker(author: string): Maker | null {
  return byAuthor.get(author.toLowerCase()) ?? null;
}

/** The maker whose own host a source's provider is; null for everybody who resells. */
export function findSeller(provider: string): Maker | null {
  return byProvider.get(provider.toLowerCase()) ?? null;
}

/** The name to print for an author. */
export function nameVendor(author: string): string {
  return findMaker(author)?.vendor ?? author;
}

/** '…-latest' is another model next month, so it joins nothing. */
export function isMovingId(id: string): boolean {
  return /(^|[-/])latest(-|$)/i.test(id);
}

/** The alias of a model by its id at its maker's own host: the same id there is the same model, whichever source names it. */
export function ownHostAlias(maker: Maker, id: string): string[] {
  return isMovingId(id) ? [] : [`api:${maker.authors[0]}/${id}`];
}
