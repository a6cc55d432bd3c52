import { z } from 'zod';

const absent = (text: string | undefined): string | undefined => (text === undefined || text.trim() === '' ? undefined : text.trim());

/** A variable that is set to nothing counts as not set. */
const optional = <Output>(shape: z.ZodType<Output, string | undefined>) => z.preprocess((text: string | undefined) => absent(text), shape);

const flag = z.enum(['true', 'false', '1', '0'], 'must be true or false').transform((text) => text === 'true' || text === '1');

const port = z
  .string()
  .regex(/^\d+$/, 'must be a whole number')
  .transform(Number)
  .pipe(z.number().min(1, 'must be from 1 to 65535').max(65_535, 'must be from 1 to 65535'));

const webAddress = z.url({ protocol: /^https?$/, error: 'must be an address such as https://example.org' }).transform((text) => text.replace(/\/+$/, ''));

/** Sent in a header, so nothing that a header cannot hold. */
const token = z
  .string()
  .regex(/^[\x21-\x7e]+$/, 'must be one word of letters, digits and signs')
  .optional();

const environment = z.object({
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/, error: 'must be an address such as postgresql://user:password@host:5432/name' }).optional()),
  DATA_DIR: optional(z.string().default('data')),
  CATALOG_DIR: optional(z.string().default('prisma/catalog')),
  CATALOG_OVERLAY: optional(z.string().optional()),
  SITE_URL: optional(webAddress.default('http://localhost:3000')),
  TRUST_PROXY: optional(flag.default(false)),
  SECRET: optional(z.string().min(32, 'must be at least 32 characters long').optional()),
  LOG_LEVEL: optional(z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent').default('info')),
  HOST: optional(z.string().default('127.0.0.1')),
  PORT: optional(port.default(3000)),
  PAGE_CACHE_MB: optional(z.string().regex(/^\d+$/, 'must be a whole number of megabytes').default('64').transform(Number)),
  GITHUB_TOKEN: optional(token),
  HF_TOKEN: optional(token),
  OPENROUTER_API_KEY: optional(token),
  GITHUB_API_URL: optional(webAddress.default('https://api.github.com')),
  HF_ENDPOINT: optional(webAddress.default('https://huggingface.co')),
  OPENROUTER_API_URL: optional(webAddress.default('https://openrouter.ai/api')),
  MCP_REGISTRY_URL: optional(webAddress.default('https://registry.modelcontextprotocol.io')),
});

/** Every variable that is read, for the README and its test. An empty default: not set. */
export const variables = [
  { name: 'DATABASE_URL', default: '', says: 'PostgreSQL to use (15 or newer). Not set: the embedded database in DATA_DIR.' },
  { name: 'DATA_DIR', default: 'data', says: 'Folder for what this installation keeps: the embedded database, its lock, the secret.' },
  { name: 'CATALOG_DIR', default: 'prisma/catalog', says: 'Folder of the records that are imported.' },
  { name: 'CATALOG_OVERLAY', default: '', says: 'A second folder of records of your own; one with the id of a shipped record replaces it.' },
  { name: 'SITE_URL', default: 'http://localhost:3000', says: 'Public address, for canonical links, the sitemap and feeds. Read when the server starts.' },
  { name: 'TRUST_PROXY', default: 'false', says: 'true behind a proxy of yours that sets X-Forwarded-For; else visitors could forge it.' },
  {
    name: 'SECRET',
    default: '',
    says: 'Key that visitors are hashed with, at least 32 characters. Not set: one is made and kept in DATA_DIR. Several servers need the same.',
  },
  { name: 'LOG_LEVEL', default: 'info', says: 'debug, info, warn, error or silent.' },
  { name: 'HOST', default: '127.0.0.1', says: 'Address the server listens on; 0.0.0.0 lets other machines in.' },
  { name: 'PORT', default: '3000', says: 'Port the server listens on.' },
  { name: 'PAGE_CACHE_MB', default: '64', says: 'Memory for rendered pages, in megabytes; 0 renders every page anew.' },
  { name: 'GITHUB_TOKEN', default: '', says: 'For live imports: 5,000 requests an hour instead of 60.' },
  { name: 'HF_TOKEN', default: '', says: 'For live imports.' },
  { name: 'OPENROUTER_API_KEY', default: '', says: 'For live imports.' },
  { name: 'GITHUB_API_URL', default: 'https://api.github.com', says: 'Where live imports ask.' },
  { name: 'HF_ENDPOINT', default: 'https://huggingface.co', says: 'As GITHUB_API_URL.' },
  { name: 'OPENROUTER_API_URL', default: 'https://openrouter.ai/api', says: 'As GITHUB_API_URL.' },
  { name: 'MCP_REGISTRY_URL', default: 'https://registry.modelcontextprotocol.io', says: 'As GITHUB_API_URL.' },
] as const satisfies readonly { name: keyof z.input<typeof environment>; default: string; says: string }[];

/** Where a live import asks, without a slash at the end, and with what it may show itself. */
export type LiveAccess = { address: string; token: string | null };
export type LiveService = 'github' | 'huggingFace' | 'openrouter' | 'mcpRegistry';

export type Config = {
  databaseUrl: string | null;
  dataDir: string;
  catalogDir: string;
  catalogOverlay: string | null;
  /** Without a slash at the end. */
  siteUrl: string;
  trustProxy: boolean;
  secret: string | null;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  host: string;
  port: number;
  pageCacheMb: number;
  live: Readonly<Record<LiveService, LiveAccess>>;
};

/** The configuration in `env`. Throws one error that names every variable that is wrong, and why; it never repeats a value. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(Object.fromEntries(variables.map(({ name }) => [name, env[name]])));
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
    throw new Error(`The configuration is wrong:\n${lines.join('\n')}\nThe table of variables is in README.md under "Configuration".`);
  }
  const read = parsed.data;
  return {
    databaseUrl: read.DATABASE_URL ?? null,
    dataDir: read.DATA_DIR,
    catalogDir: read.CATALOG_DIR,
    catalogOverlay: read.CATALOG_OVERLAY ?? null,
    siteUrl: read.SITE_URL,
    trustProxy: read.TRUST_PROXY,
    secret: read.SECRET ?? null,
    logLevel: read.LOG_LEVEL,
    host: read.HOST,
    port: read.PORT,
    pageCacheMb: read.PAGE_CACHE_MB,
    live: {
      github: { address: read.GITHUB_API_URL, token: read.GITHUB_TOKEN ?? null },
      huggingFace: { address: read.HF_ENDPOINT, token: read.HF_TOKEN ?? null },
      openrouter: { address: read.OPENROUTER_API_URL, token: read.OPENROUTER_API_KEY ?? null },
      mcpRegistry: { address: read.MCP_REGISTRY_URL, token: null },
    },
  };
}

let config: Config | null = null;

/** The configuration of this process, read on first use. */
export function getConfig(): Config {
  config ??= parseConfig(process.env);
  return config;
}
