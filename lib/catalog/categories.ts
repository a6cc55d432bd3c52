/** Headings under which the jobs are listed, in the order of browsing. */
export const themes = [
  { id: 'models', name: 'Models' },
  { id: 'using', name: 'Assistants and agents' },
  { id: 'building', name: 'Building with models' },
  { id: 'retrieval', name: 'Documents and memory' },
  { id: 'running', name: 'Running and training models' },
  { id: 'media', name: 'Pictures, sound and video' },
  { id: 'learning', name: 'Machine learning' },
  { id: 'servers', name: 'Tools for assistants' },
  { id: 'unsorted', name: 'Not sorted yet' },
] as const;

export type ThemeId = (typeof themes)[number]['id'];

/** One job that people choose a tool for. `worksWith` names categories whose tools are used beside it. */
export type Category = {
  id: string;
  theme: ThemeId;
  name: string;
  /** Completes the sentence "a tool to …". */
  job: string;
  /** What one brings oneself to run free software of this category; completes "you supply …". */
  supply: string;
  /** Tools of these categories run on, or are driven by, tools of this one. */
  worksWith: readonly string[];
  /** Its tools take the weights of the models among `worksWith`: to run them, or to train them further. */
  weights?: 'runs' | 'trains';
  /** It gathers tools by their theme, so that only those of them that do the same jobs are rivals. */
  isTheme?: true;
  /** Categories whose tools are chosen between with its own. */
  near?: readonly string[];
};

/** The reviewed list of categories. Order is the order of browsing; tools that an import brought and nobody has sorted come last. */
export const categories = [
  { id: 'chat-model', theme: 'models', name: 'Chat models', job: 'answer, write, reason and call tools from a prompt', supply: 'the hardware', worksWith: [] },
  { id: 'embedding-model', theme: 'models', name: 'Embedding models', job: 'turn text into vectors for search and clustering', supply: 'the hardware', worksWith: [] },
  { id: 'image-model', theme: 'models', name: 'Image models', job: 'make or edit pictures from a prompt', supply: 'the GPU', worksWith: [] },
  { id: 'video-model', theme: 'models', name: 'Video models', job: 'make video from a prompt or a picture', supply: 'the GPU', worksWith: [] },
  { id: 'speech-model', theme: 'models', name: 'Speech models', job: 'speak text aloud or turn speech into text as a model', supply: 'the hardware', worksWith: [], isTheme: true },
  { id: 'chat-interface', theme: 'using', name: 'Chat interfaces', job: 'chat with local or hosted models from your own server', supply: 'the server and the models', worksWith: ['chat-model', 'inference-server'] },
  { id: 'coding-agent', theme: 'using', name: 'Coding agents', job: 'read, change and run code in your project', supply: 'the model', worksWith: ['chat-model', 'code-context', 'browser-automation'] },
  { id: 'coding-assistant', theme: 'using', name: 'Coding assistants', job: 'complete, review or explain code beside a person', supply: 'the model', worksWith: ['chat-model', 'code-context'], near: ['coding-agent'] },
  { id: 'agent-extension', theme: 'using', name: 'Skills and extensions for agents', job: 'give a coding agent ready-made skills, roles, commands or a manager of sessions', supply: 'the agent', worksWith: ['coding-agent'] },
  { id: 'general-agent', theme: 'using', name: 'General agents', job: 'carry out tasks across programs and the web', supply: 'the model', worksWith: ['chat-model', 'browser-automation', 'web-search'] },
  { id: 'deep-research', theme: 'using', name: 'Research agents', job: 'search, read and write a report with sources', supply: 'the model and a search key', worksWith: ['chat-model', 'web-search'] },
  { id: 'llm-framework', theme: 'building', name: 'LLM and agent frameworks', job: 'build programs around language models', supply: 'the model', worksWith: ['chat-model', 'embedding-model', 'vector-database'] },
  { id: 'structured-output', theme: 'building', name: 'Structured output and prompting', job: 'make a model answer in a given shape, or tune its prompts', supply: 'the model', worksWith: ['chat-model', 'llm-framework'] },
  { id: 'llm-gateway', theme: 'building', name: 'LLM gateways', job: 'put many model providers behind one address', supply: 'the server and the keys', worksWith: ['chat-model', 'llm-framework'] },
  { id: 'workflow-builder', theme: 'building', name: 'Workflow builders', job: 'assemble AI workflows on a canvas', supply: 'the server and the models', worksWith: ['chat-model', 'vector-database'] },
  { id: 'llm-observability', theme: 'building', name: 'LLM observability', job: 'trace, log and cost what an application asks of models', supply: 'the server', worksWith: ['llm-framework', 'chat-model'] },
  { id: 'llm-evaluation', theme: 'building', name: 'LLM evaluation', job: 'test prompts, models and agents before and after release', supply: 'the models and the test cases', worksWith: ['chat-model', 'llm-framework'] },
  { id: 'llm-guardrails', theme: 'building', name: 'LLM guardrails', job: 'check what goes into a model and what comes out', supply: 'the model', worksWith: ['chat-model', 'llm-framework'] },
  { id: 'code-sandbox', theme: 'building', name: 'Code sandboxes', job: 'run code that a model wrote away from your own machine', supply: 'the server', worksWith: ['coding-agent', 'llm-framework'] },
  { id: 'vector-database', theme: 'retrieval', name: 'Vector databases', job: 'store vectors and find the nearest ones', supply: 'the server', worksWith: ['embedding-model'] },
  { id: 'rag-engine', theme: 'retrieval', name: 'Retrieval over documents', job: 'answer questions from your own documents', supply: 'the server and the models', worksWith: ['chat-model', 'embedding-model', 'vector-database'] },
  { id: 'document-conversion', theme: 'retrieval', name: 'Document conversion', job: 'turn PDFs and office files into text a model can read', supply: 'the machine', worksWith: ['embedding-model', 'rag-engine'] },
  { id: 'web-crawling', theme: 'retrieval', name: 'Web crawling', job: 'fetch web pages as clean text or structured records', supply: 'the machine', worksWith: ['rag-engine'] },
  { id: 'agent-memory', theme: 'retrieval', name: 'Agent memory', job: 'remember facts about people and projects between conversations', supply: 'the server and the models', worksWith: ['llm-framework', 'coding-agent', 'general-agent'] },
  { id: 'text-to-sql', theme: 'retrieval', name: 'Questions over databases', job: 'answer questions about tables in plain words', supply: 'the database and the model', worksWith: ['chat-model'] },
  { id: 'inference-server', theme: 'running', name: 'Inference servers', job: 'run open-weight models on your own hardware', supply: 'the hardware and the weights', worksWith: ['chat-model', 'embedding-model'], weights: 'runs' },
  { id: 'model-optimisation', theme: 'running', name: 'Model optimisation', job: 'make models smaller or faster: quantise, prune, compile, convert', supply: 'the hardware and the weights', worksWith: ['inference-server', 'chat-model'], weights: 'trains' },
  { id: 'fine-tuning', theme: 'running', name: 'Language-model fine-tuning', job: 'train a language model further on your own examples', supply: 'the GPU and the weights', worksWith: ['chat-model', 'inference-server'], weights: 'trains' },
  { id: 'image-fine-tuning', theme: 'running', name: 'Image fine-tuning', job: 'teach an image model a subject or a style from a few pictures', supply: 'the GPU and the weights', worksWith: ['image-generation', 'image-model'], weights: 'trains' },
  { id: 'model-training', theme: 'running', name: 'Large-scale training', job: 'train large networks over many GPUs', supply: 'the GPUs and the data', worksWith: ['deep-learning', 'fine-tuning'] },
  { id: 'deep-learning', theme: 'running', name: 'Deep-learning libraries', job: 'define and train neural networks in code', supply: 'the hardware and the data', worksWith: [] },
  { id: 'image-generation', theme: 'media', name: 'Image generation', job: 'make and edit pictures with diffusion models on your own machine', supply: 'the GPU and the weights', worksWith: ['image-model'], weights: 'runs' },
  { id: 'image-restoration', theme: 'media', name: 'Image restoration', job: 'sharpen, enlarge, repair or cut out pictures', supply: 'the GPU', worksWith: ['image-generation'] },
  { id: 'video-generation', theme: 'media', name: 'Video generation', job: 'make or edit video on your own machine', supply: 'the GPU and the weights', worksWith: ['video-model'], weights: 'runs' },
  { id: 'talking-avatar', theme: 'media', name: 'Talking avatars', job: 'animate faces and bodies from speech or another video', supply: 'the GPU', worksWith: ['text-to-speech'] },
  { id: 'text-to-speech', theme: 'media', name: 'Text to speech', job: 'speak text aloud or copy a voice', supply: 'the hardware', worksWith: ['speech-model'], weights: 'runs' },
  { id: 'speech-to-text', theme: 'media', name: 'Speech to text', job: 'transcribe spoken audio', supply: 'the hardware', worksWith: ['speech-model'], weights: 'runs' },
  { id: 'audio-processing', theme: 'media', name: 'Audio and music', job: 'analyse, separate or make sound and music', supply: 'the hardware', worksWith: [], isTheme: true },
  { id: 'scene-3d', theme: 'media', name: '3D scenes', job: 'rebuild or generate scenes and objects in three dimensions', supply: 'the GPU', worksWith: [] },
  { id: 'classical-ml', theme: 'learning', name: 'Machine learning on tables', job: 'train trees, linear models and the like on tables', supply: 'the data', worksWith: [] },
  { id: 'automl', theme: 'learning', name: 'Automatic machine learning', job: 'choose models and settings automatically', supply: 'the data', worksWith: ['classical-ml', 'deep-learning'] },
  { id: 'hyperparameter-tuning', theme: 'learning', name: 'Hyperparameter tuning', job: 'search for the best settings of a training', supply: 'the hardware and the data', worksWith: ['classical-ml', 'deep-learning'] },
  { id: 'experiment-tracking', theme: 'learning', name: 'Experiment tracking', job: 'record runs, parameters, metrics and models', supply: 'the server', worksWith: ['deep-learning', 'classical-ml'] },
  { id: 'ml-pipeline', theme: 'learning', name: 'Machine-learning pipelines', job: 'run data and training steps in order, and serve what comes out', supply: 'the servers', worksWith: ['deep-learning', 'classical-ml'] },
  { id: 'data-labelling', theme: 'learning', name: 'Data labelling', job: 'mark up examples to train on', supply: 'the data and the people', worksWith: ['object-detection', 'text-processing'] },
  { id: 'object-detection', theme: 'learning', name: 'Computer vision', job: 'find, segment and track things in pictures', supply: 'the hardware', worksWith: [] },
  { id: 'ocr', theme: 'learning', name: 'Text recognition', job: 'read text in pictures', supply: 'the hardware', worksWith: ['document-conversion'] },
  { id: 'text-processing', theme: 'learning', name: 'Text processing', job: 'split, tag, classify and extract from text', supply: 'the hardware', worksWith: [] },
  { id: 'machine-translation', theme: 'learning', name: 'Translation', job: 'translate between languages', supply: 'the hardware', worksWith: [] },
  { id: 'time-series', theme: 'learning', name: 'Time series', job: 'forecast and analyse series of measurements', supply: 'the data', worksWith: [] },
  { id: 'recommendation', theme: 'learning', name: 'Recommendation', job: 'suggest things to people from what they did', supply: 'the data', worksWith: [] },
  { id: 'graph-learning', theme: 'learning', name: 'Learning on graphs', job: 'learn from nodes and edges', supply: 'the data', worksWith: ['deep-learning'] },
  { id: 'reinforcement-learning', theme: 'learning', name: 'Reinforcement learning', job: 'train agents by reward, and the worlds they train in', supply: 'the hardware', worksWith: ['deep-learning'] },
  { id: 'probabilistic-modelling', theme: 'learning', name: 'Probabilistic modelling', job: 'state a model of chance and infer its unknowns', supply: 'the data', worksWith: [] },
  { id: 'model-explanation', theme: 'learning', name: 'Model explanation', job: 'say why a model decided as it did', supply: 'the model and its data', worksWith: ['classical-ml', 'deep-learning'] },
  { id: 'model-robustness', theme: 'learning', name: 'Robustness and privacy', job: 'attack, harden or train models without seeing the data', supply: 'the model and its data', worksWith: ['deep-learning'] },
  { id: 'finance-ai', theme: 'learning', name: 'Trading and finance', job: 'research, test and run strategies on market data', supply: 'the market data', worksWith: [] },
  { id: 'science-ai', theme: 'learning', name: 'Science and medicine', job: 'apply learning to biology, chemistry, medicine or the earth', supply: 'the data', worksWith: [], isTheme: true },
  { id: 'robot-learning', theme: 'learning', name: 'Robots and driving', job: 'teach robots and vehicles to act', supply: 'the robot or a simulator', worksWith: ['reinforcement-learning'], isTheme: true },
  { id: 'browser-automation', theme: 'servers', name: 'Browser automation', job: 'let an assistant drive a web browser', supply: 'the assistant and its model', worksWith: ['coding-agent', 'chat-model'] },
  { id: 'code-context', theme: 'servers', name: 'Code and documentation context', job: 'give an assistant repositories, issues and library documentation', supply: 'the assistant and its model', worksWith: ['coding-agent', 'chat-model'] },
  { id: 'web-search', theme: 'servers', name: 'Web search', job: 'let an assistant search the web', supply: 'the assistant and a search API key', worksWith: ['coding-agent', 'chat-model'] },
  { id: 'database-access', theme: 'servers', name: 'Databases for assistants', job: 'let an assistant query and change a database', supply: 'the assistant and the database', worksWith: ['coding-agent', 'chat-model'] },
  { id: 'cloud-operations', theme: 'servers', name: 'Cloud and infrastructure', job: 'let an assistant operate clouds, clusters and pipelines', supply: 'the assistant and the account', worksWith: ['coding-agent', 'chat-model'] },
  { id: 'monitoring-access', theme: 'servers', name: 'Monitoring for assistants', job: 'let an assistant read logs, metrics and errors', supply: 'the assistant and the account', worksWith: ['coding-agent', 'chat-model'] },
  { id: 'file-access', theme: 'servers', name: 'Files and shells', job: 'let an assistant work on files and run commands', supply: 'the assistant and its model', worksWith: ['coding-agent', 'chat-model'] },
  { id: 'work-documents', theme: 'servers', name: 'Notes and documents', job: 'let an assistant read and write notes, sheets and slides', supply: 'the assistant and the account', worksWith: ['chat-model'], isTheme: true },
  { id: 'project-tracking', theme: 'servers', name: 'Projects and tickets', job: 'let an assistant manage issues, tasks and tickets', supply: 'the assistant and the account', worksWith: ['chat-model', 'coding-agent'] },
  { id: 'messaging-access', theme: 'servers', name: 'Mail and messages', job: 'let an assistant read and send mail, chats and calendar entries', supply: 'the assistant and the account', worksWith: ['chat-model'], isTheme: true },
  { id: 'business-apps', theme: 'servers', name: 'Sales, payments and marketing', job: 'let an assistant use shops, payments, ads and customer records', supply: 'the assistant and the account', worksWith: ['chat-model'], isTheme: true },
  { id: 'finance-data', theme: 'servers', name: 'Market and chain data', job: 'give an assistant prices, filings and chain data', supply: 'the assistant and its model', worksWith: ['chat-model'], isTheme: true },
  { id: 'design-tools', theme: 'servers', name: 'Design and 3D programs', job: 'let an assistant drive design, 3D and game programs', supply: 'the assistant and the program', worksWith: ['chat-model', 'coding-agent'], isTheme: true },
  { id: 'media-access', theme: 'servers', name: 'Media and entertainment', job: 'let an assistant use pictures, video, music and games', supply: 'the assistant and its model', worksWith: ['chat-model'], isTheme: true },
  { id: 'science-data', theme: 'servers', name: 'Papers and data sets', job: 'give an assistant papers, statistics and scientific data', supply: 'the assistant and its model', worksWith: ['chat-model'], isTheme: true },
  { id: 'places-and-travel', theme: 'servers', name: 'Places and travel', job: 'give an assistant maps, weather and journeys', supply: 'the assistant and its model', worksWith: ['chat-model'], isTheme: true },
  { id: 'device-control', theme: 'servers', name: 'Devices and phones', job: 'let an assistant drive phones, homes and hardware', supply: 'the assistant and the device', worksWith: ['chat-model', 'coding-agent'], isTheme: true },
  { id: 'security-tools', theme: 'servers', name: 'Security tools', job: 'let an assistant scan, reverse and test software', supply: 'the assistant and the target', worksWith: ['coding-agent'], isTheme: true },
  { id: 'server-aggregator', theme: 'servers', name: 'Gateways for MCP servers', job: 'put many MCP servers behind one, find them, or build them', supply: 'the assistant and its servers', worksWith: ['coding-agent', 'chat-model'] },
  { id: 'reasoning-aids', theme: 'servers', name: 'Reasoning aids', job: 'give an assistant steps, plans and tasks to keep to', supply: 'the assistant and its model', worksWith: ['chat-model', 'coding-agent'], isTheme: true },
  { id: 'unsorted', theme: 'unsorted', name: 'Not sorted yet', job: 'do a job that nobody here has looked at yet', supply: 'what its own documents ask for', worksWith: [] },
] as const satisfies readonly Category[];

export type CategoryId = (typeof categories)[number]['id'];

export const categoryIds: readonly CategoryId[] = categories.map((category) => category.id);

const byId: ReadonlyMap<string, Category> = new Map(categories.map((category) => [category.id, category]));

/** The category with this id, or null when the reviewed list has none. */
export function findCategory(id: string): Category | null {
  return byId.get(id) ?? null;
}
