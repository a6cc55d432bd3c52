import type { NextConfig } from 'next';
import { hintScripts } from './lib/server/compile-hints';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  /** The server keeps compressed bodies with the pages, so nothing is compressed twice. */
  compress: false,
  /** Titles and descriptions stand in the head for every reader, not only for known crawlers. */
  htmlLimitedBots: /.*/,
  compiler: { runAfterProductionCompile: async ({ distDir }) => hintScripts(distDir) },
  serverExternalPackages: ['@electric-sql/pglite', '@prisma/adapter-pg', '@prisma/client', 'pg'],
};

export default config;
