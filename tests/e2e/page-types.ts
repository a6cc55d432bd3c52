/** Every type of page, with what must be true of its head. */
export type PageType = {
  name: string;
  path: string;
  status: number;
  /** Its own address for search engines; null where there is none. */
  canonical: string | null;
  indexed: boolean;
  /** Names of the way to it. */
  crumbs: readonly string[];
};

const plain = { status: 200, indexed: true, crumbs: [] } as const;

export const pageTypes: readonly PageType[] = [
  { name: 'home', path: '/', canonical: '/', ...plain },
  { name: 'tools', path: '/tools', canonical: '/tools', ...plain },
  { name: 'filtered tools', path: '/tools?kind=model&sort=price', canonical: '/tools', ...plain, indexed: false },
  { name: 'category', path: '/categories/inference-server', canonical: '/categories/inference-server', ...plain, crumbs: ['Tools', 'Inference servers'] },
  { name: 'kind', path: '/kinds/mcp-server', canonical: '/kinds/mcp-server', ...plain, crumbs: ['Tools', 'MCP servers'] },
  { name: 'model', path: '/tools/gemini-2-5-flash', canonical: '/tools/gemini-2-5-flash', ...plain, crumbs: ['Tools', 'Chat models', 'Gemini 2.5 Flash'] },
  { name: 'repository', path: '/tools/vllm', canonical: '/tools/vllm', ...plain, crumbs: ['Tools', 'Inference servers', 'vLLM'] },
  { name: 'comparison', path: '/compare/sglang-vs-vllm', canonical: '/compare/sglang-vs-vllm', ...plain, crumbs: ['Compare', 'SGLang vs vLLM'] },
  {
    name: 'comparison of three',
    path: '/compare/chroma-vs-milvus-vs-qdrant',
    canonical: '/compare/chroma-vs-milvus-vs-qdrant',
    ...plain,
    crumbs: ['Compare', 'Chroma vs Milvus vs Qdrant'],
  },
  {
    name: 'comparison of four',
    path: '/compare/claude-code-vs-codex-vs-gemini-cli-vs-opencode',
    canonical: '/compare/claude-code-vs-codex-vs-gemini-cli-vs-opencode',
    ...plain,
    crumbs: ['Compare', 'Claude Code vs Codex vs Gemini CLI vs OpenCode'],
  },
  {
    name: 'reference comparison',
    path: '/compare/dreambooth-stable-diffusion-vs-gemini-2-5-flash',
    canonical: '/compare/dreambooth-stable-diffusion-vs-gemini-2-5-flash',
    ...plain,
    indexed: false,
    crumbs: ['Compare', 'Dreambooth-Stable-Diffusion vs Gemini 2.5 Flash'],
  },
  {
    name: 'changes',
    path: '/compare/gpt-oss-20b-vs-llama-4-maverick/changes',
    canonical: '/compare/gpt-oss-20b-vs-llama-4-maverick/changes',
    ...plain,
    indexed: false,
    crumbs: ['Compare', 'gpt-oss-20b vs Llama 4 Maverick', 'What changed'],
  },
  {
    name: 'changes of a tool',
    path: '/tools/vllm/changes',
    canonical: '/tools/vllm/changes',
    ...plain,
    indexed: false,
    crumbs: ['Tools', 'vLLM', 'What changed'],
  },
  { name: 'report', path: '/report?tool=vllm&row=stars', canonical: null, ...plain, indexed: false },
  { name: 'compare start', path: '/compare', canonical: '/compare', ...plain },
  { name: 'search', path: '/search?q=vector+database', canonical: '/search', ...plain },
  { name: 'search without a hit', path: '/search?q=xqzzkw', canonical: '/search', ...plain },
  { name: 'methodology', path: '/methodology', canonical: '/methodology', ...plain },
  { name: 'sources', path: '/sources', canonical: '/sources', ...plain },
  { name: 'not found', path: '/tools/nothing-like-it', canonical: null, ...plain, status: 404, indexed: false },
];

export const reference = 'dreambooth-stable-diffusion-vs-gemini-2-5-flash';
