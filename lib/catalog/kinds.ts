/** The closed list of kinds. A kind says what a tool *is*; its category says what job it does. */
export const kinds = ['model', 'repository', 'framework', 'app', 'agent', 'mcp-server'] as const;

export type Kind = (typeof kinds)[number];

export const kindNames = {
  model: { one: 'Model', many: 'Models', says: 'Weights behind an API or a download that turn an input into an output.' },
  repository: { one: 'Repository', many: 'Repositories', says: 'Source code that you install and run yourself.' },
  framework: { one: 'Framework', many: 'Frameworks', says: 'A library that your own program is built on.' },
  app: { one: 'App', many: 'Apps', says: 'A finished program with screens of its own.' },
  agent: { one: 'Agent', many: 'Agents', says: 'A program that plans and acts with a model until a task is done.' },
  'mcp-server': { one: 'MCP server', many: 'MCP servers', says: 'Gives an assistant tools over the Model Context Protocol.' },
} as const satisfies Record<Kind, { one: string; many: string; says: string }>;

/** Kinds whose source lives in a repository, so that repository signals apply to them. */
export const repositoryKinds = ['repository', 'framework', 'app', 'agent', 'mcp-server'] as const satisfies readonly Kind[];
