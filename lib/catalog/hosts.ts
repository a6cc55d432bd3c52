/** Hosts on which makers sell their own models. Every other host resells models of others. */
const makerHosts: ReadonlySet<string> = new Set([
  'AI21 API',
  'Alibaba Cloud Model Studio',
  'Amazon Bedrock, own models',
  'Anthropic API',
  'Arcee API',
  'Baidu Qianfan',
  'Black Forest Labs API',
  'ByteDance ModelArk',
  'Cohere API',
  'DeepSeek API',
  'Google Gemini API',
  'Inception API',
  'Jina API',
  'Meta API',
  'Microsoft Foundry, own models',
  'MiniMax API',
  'Mistral API',
  'Moonshot AI API',
  'NVIDIA API',
  'OpenAI API',
  'Perplexity API',
  'Reka API',
  'Sakana API',
  'Sarvam API',
  'Stability API',
  'StepFun API',
  'Tencent Cloud',
  'Upstage API',
  'Voyage API',
  'Writer API',
  'Xiaomi MiMo API',
  'Z.ai API',
  'xAI API',
  // Conditions of benchmarks, not of prices: nobody resells these.
  'as its maker states',
  'your own machine',
]);

/** True when a model at this host is sold by somebody other than its maker. */
export function isReseller(host: string): boolean {
  return !makerHosts.has(host);
}
