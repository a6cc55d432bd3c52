import { findMaker, findSeller, type Maker } from './makers';

/** Hosts that resell, by what sources call them, so that one host has one name; others keep the source's name. */
const resellers: readonly (readonly [RegExp, string])[] = [
  [/^(azure|azure_ai|azure_text|azure-cognitive-services)$/, 'Azure'],
  [/^(aws|bedrock|bedrock_converse|bedrock_mantle|amazon-bedrock)$/, 'Amazon Bedrock'],
  [/^(vertex_ai|vertex_ai-.+|palm|google-vertex|google-vertex-anthropic)$/, 'Google Vertex AI'],
  [/^(sagemaker)$/, 'Amazon SageMaker'],
  [/^(together|together_ai|togetherai)$/, 'Together AI'],
  [/^(fireworks|fireworks_ai|fireworks_ai-.+|fireworks-ai)$/, 'Fireworks AI'],
  [/^(novita|novita-ai)$/, 'Novita AI'],
  [/^(groq)$/, 'Groq'],
  [/^(cerebras)$/, 'Cerebras'],
  [/^(deepinfra)$/, 'DeepInfra'],
  [/^(openrouter)$/, 'OpenRouter'],
  [/^(replicate)$/, 'Replicate'],
  [/^(vercel_ai_gateway|vercel)$/, 'Vercel AI Gateway'],
  [/^(databricks)$/, 'Databricks'],
  [/^(nebius)$/, 'Nebius'],
  [/^(hyperbolic)$/, 'Hyperbolic'],
  [/^(sambanova)$/, 'SambaNova'],
  [/^(lambda|lambda_ai)$/, 'Lambda'],
  [/^(ovhcloud)$/, 'OVHcloud'],
  [/^(scaleway)$/, 'Scaleway'],
  [/^(watsonx)$/, 'IBM watsonx'],
  [/^(oci)$/, 'Oracle Cloud'],
  [/^(cloudflare)$/, 'Cloudflare Workers AI'],
  [/^(wandb)$/, 'Weights & Biases'],
  [/^(volcengine)$/, 'Volcengine'],
  [/^(snowflake)$/, 'Snowflake'],
  [/^(fal_ai)$/, 'fal'],
  [/^(aiml)$/, 'AI/ML API'],
  [/^(libertai)$/, 'LibertAI'],
  [/^(llamagate)$/, 'LlamaGate'],
];

/** Where a price holds, and whose own model it is there; `maker` is null at everybody who resells. */
export type Host = { name: string; maker: Maker | null };

/**
 * The host behind a provider's id. A maker's own host counts as such only for models that nobody else is named as the
 * author of: 'perplexity/anthropic/claude' is resold by Perplexity.
 */
export function findHost(provider: string, model: string, title: string = provider): Host {
  const seller = findSeller(provider);
  const [author, ...rest] = model.split('/');
  const resold = rest.length > 0 && findMaker(author ?? '') !== seller;
  if (seller?.host && !resold) return { name: seller.host, maker: seller };
  if (/^bedrock/.test(provider) && /^amazon\./.test(model)) return { name: 'Amazon Bedrock, own models', maker: findMaker('amazon') };
  const name = resellers.find(([pattern]) => pattern.test(provider))?.[1] ?? seller?.vendor ?? title;
  return { name: name.slice(0, 160), maker: null };
}
