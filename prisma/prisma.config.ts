import { defineConfig } from 'prisma/config';

// `prisma generate` looks for a schema engine that it does not need and downloads it. Naming any program
// stops that; Node itself is one that every reader has. Only for `generate`: `migrate` needs the real one.
if (process.argv.includes('generate')) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
