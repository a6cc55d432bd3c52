/** One job that people choose a tool for. `worksWith` names categories whose tools are used beside it. */
export type Category = {
  id: string;
  name: string;
  /** Completes the sentence "a tool to …". */
  job: string;
  /** What one brings oneself to run free software of this category; completes "you supply …". */
  supply: string;
  /** Tools of these categories run on, or are driven by, tools of this one. */
  worksWith: readonly string[];
};

/** The reviewed list of categories. Order is the order of browsing. */
export const categories = [
  { id: 'chat-model', name: 'Chat models', job: 'answer, write, reason and call tools from a prompt', supply: 'the hardware', worksWith: [] },
  { id: 'embedding-model', name: 'Embedding models', job: 'turn text into vectors for search and clustering', supply: 'the hardware', worksWith: [] },
  { id: 'inference-server', name: 'Inference servers', job: 'run open-weight models on your own hardware', supply: 'the hardware and the weights', worksWith: ['chat-model', 'embedding-model'] },
  { id: 'fine-tuning', name: 'Language-model fine-tuning', job: 'train a language model further on your own examples', supply: 'the GPU and the weights', worksWith: ['chat-model', 'inference-server'] },
  { id: 'image-fine-tuning', name: 'Image fine-tuning', job: 'teach an image model a subject or a style from a few pictures', supply: 'the GPU and the weights', worksWith: ['image-generation'] },
  { id: 'image-generation', name: 'Image generation', job: 'make and edit pictures with diffusion models on your own machine', supply: 'the GPU and the weights', worksWith: [] },
  { id: 'vector-database', name: 'Vector databases', job: 'store vectors and find the nearest ones', supply: 'the server', worksWith: ['embedding-model'] },
  { id: 'speech-to-text', name: 'Speech to text', job: 'transcribe spoken audio', supply: 'the hardware', worksWith: [] },
  { id: 'document-conversion', name: 'Document conversion', job: 'turn PDFs and office files into text a model can read', supply: 'the machine', worksWith: ['embedding-model'] },
  { id: 'web-crawling', name: 'Web crawling', job: 'fetch web pages as clean text or structured records', supply: 'the machine', worksWith: [] },
  { id: 'llm-framework', name: 'LLM and agent frameworks', job: 'build programs around language models', supply: 'the model', worksWith: ['chat-model', 'embedding-model', 'vector-database'] },
  { id: 'workflow-builder', name: 'Workflow builders', job: 'assemble AI workflows on a canvas', supply: 'the server and the models', worksWith: ['chat-model', 'vector-database'] },
  { id: 'chat-interface', name: 'Chat interfaces', job: 'chat with local or hosted models from your own server', supply: 'the server and the models', worksWith: ['chat-model', 'inference-server'] },
  { id: 'coding-agent', name: 'Coding agents', job: 'read, change and run code in your project', supply: 'the model', worksWith: ['chat-model', 'code-context', 'browser-automation'] },
  { id: 'browser-automation', name: 'Browser automation', job: 'let an assistant drive a web browser', supply: 'the assistant and its model', worksWith: ['coding-agent', 'chat-model'] },
  { id: 'code-context', name: 'Code and documentation context', job: 'give an assistant repositories, issues and library documentation', supply: 'the assistant and its model', worksWith: ['coding-agent', 'chat-model'] },
  { id: 'web-search', name: 'Web search', job: 'let an assistant search the web', supply: 'the assistant and a search API key', worksWith: ['coding-agent', 'chat-model'] },
] as const satisfies readonly Category[];

export type CategoryId = (typeof categories)[number]['id'];

export const categoryIds: readonly CategoryId[] = categories.map((category) => category.id);

const byId: ReadonlyMap<string, Category> = new Map(categories.map((category) => [category.id, category]));

/** The category with this id, or null when the reviewed list has none. */
export function findCategory(id: string): Category | null {
  return byId.get(id) ?? null;
}
