import { parseAider } from './aider';
import { boards, parseEpochBoard, parseEpochRuns, parseEpochTerminalBench, parseEpochVersions } from './epoch';
import { parseGenaiPrices, readPackagedPrices } from './genai-prices';
import { parseHuggingFace } from './hugging-face';
import { parseLitellm } from './litellm';
import { parseLlmStats } from './llm-stats';
import { parseLmarena } from './lmarena';
import { parseModelsDev } from './models-dev';
import { parseMteb } from './mteb';
import { parseOpenrouter } from './openrouter';
import type { SourceModule } from './source-module';

/**
 * The sources of models, by the name they are called by. Files whose own names hold no day are
 * recognised in a folder only with one added to the name.
 */
export const modelSources = {
  'models-dev': {
    sourceId: 'models-dev',
    title: 'models.dev catalogue',
    reads: 'one JSON document: models, providers, provider_models',
    fileName: /^models-?_?dev.*\.json$/,
    parse: parseModelsDev,
  },
  openrouter: {
    sourceId: 'openrouter-api',
    title: 'OpenRouter models API',
    reads: 'the answer of /api/v1/models',
    fileName: /^openrouter.*models.*\.json$/,
    parse: parseOpenrouter,
  },
  litellm: {
    sourceId: 'litellm-prices',
    title: 'LiteLLM price list',
    reads: 'model_prices_and_context_window.json',
    fileName: /^(litellm.*|model_prices_and_context_window.*)\.json$/,
    parse: parseLitellm,
  },
  'genai-prices': {
    sourceId: 'genai-prices',
    title: 'genai-prices',
    reads: 'prices/data.json, or what the installed package holds',
    beside: 'genai_prices_checked.jsonl: the day on which each price was last checked',
    fileName: /^genai[-_]prices.*\.json$/,
    parse: parseGenaiPrices,
    embedded: readPackagedPrices,
  },
  mteb: {
    sourceId: 'mteb-results',
    title: 'MTEB results',
    reads: 'one JSON object a line: a model, its properties and its scores',
    fileName: /^mteb.*\.jsonl$/,
    parse: parseMteb,
  },
  'llm-stats': {
    sourceId: 'llm-stats',
    title: 'LLM Stats leaderboard',
    reads: 'one JSON document: models with their benchmarks',
    fileName: /^llm-?_?stats.*\.json$/,
    parse: parseLlmStats,
  },
  lmarena: {
    sourceId: 'lmarena-catalog',
    title: 'LMArena text leaderboard',
    reads: 'leaderboard-text.json',
    fileName: /^(lmarena.*text.*|leaderboard-text.*)\.json$/,
    parse: parseLmarena,
  },
  aider: {
    sourceId: 'aider-leaderboard',
    title: 'Aider polyglot leaderboard',
    reads: 'polyglot_leaderboard.yml',
    fileName: /^(aider_)?polyglot_leaderboard.*\d{4}-\d\d-\d\d.*\.ya?ml$/,
    parse: parseAider,
  },
  'epoch-runs': {
    sourceId: 'epoch-runs',
    title: 'Epoch AI benchmark runs',
    reads: 'benchmarks_runs.csv',
    fileName: /^benchmarks_runs.*\d{4}-\d\d-\d\d.*\.csv$/,
    parse: parseEpochRuns,
  },
  'epoch-versions': {
    sourceId: 'epoch-runs',
    title: 'Epoch AI model versions',
    reads: 'model_versions.csv',
    fileName: /^model_versions.*\d{4}-\d\d-\d\d.*\.csv$/,
    parse: parseEpochVersions,
  },
  'epoch-mmlu': {
    sourceId: 'epoch-boards',
    title: 'MMLU, carried by Epoch AI',
    reads: 'external_benchmark_mmlu.csv',
    fileName: /^external_benchmark_mmlu.*\d{4}-\d\d-\d\d.*\.csv$/,
    parse: parseEpochBoard(boards.mmlu),
  },
  'epoch-arc-agi': {
    sourceId: 'epoch-boards',
    title: 'ARC-AGI, carried by Epoch AI',
    reads: 'external_benchmark_arc_agi.csv',
    fileName: /^external_benchmark_arc_agi.*\d{4}-\d\d-\d\d.*\.csv$/,
    parse: parseEpochBoard(boards.arcAgi),
  },
  'epoch-simple-bench': {
    sourceId: 'epoch-boards',
    title: 'SimpleBench, carried by Epoch AI',
    reads: 'external_benchmark_simple_bench.csv',
    fileName: /^external_benchmark_simple_bench.*\d{4}-\d\d-\d\d.*\.csv$/,
    parse: parseEpochBoard(boards.simpleBench),
  },
  'epoch-terminal-bench': {
    sourceId: 'terminal-bench-epoch',
    title: 'Terminal-Bench, carried by Epoch AI',
    reads: 'external_benchmark_terminal_bench.csv',
    fileName: /^external_benchmark_terminal_bench.*\d{4}-\d\d-\d\d.*\.csv$/,
    parse: parseEpochTerminalBench,
  },
  'hugging-face': {
    sourceId: 'hugging-face-hub',
    title: 'Hugging Face models list',
    reads: 'the answer of /api/models, or a list made from it',
    fileName: /^(hf|hugging-?_?face)[-_](models|trending).*\.json$/,
    parse: parseHuggingFace,
  },
} satisfies Record<string, SourceModule>;
