import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  type ColumnType,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import type { Pool, QueryArrayConfig } from 'pg';
import { readMigrations } from '../../lib/db/migrate';

const require = createRequire(import.meta.url);

type Engine = typeof import('@prisma/schema-engine-wasm') & { __wbg_set_wasm: (exports: WebAssembly.Exports) => void };

/** Prisma's schema engine as WebAssembly: what `prisma migrate` would download, without the download. */
async function loadEngine(): Promise<Engine> {
  // The package's entry leaves loading the binary to a bundler, so it is put together here.
  const folder = dirname(require.resolve('@prisma/schema-engine-wasm'));
  const engine: Engine = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'schema_engine_bg.js')).href);
  const compiled = await WebAssembly.compile(readFileSync(join(folder, 'schema_engine_bg.wasm')));
  const { exports } = await WebAssembly.instantiate(compiled, { './schema_engine_bg.js': { ...engine } });
  engine.__wbg_set_wasm(exports);
  if (typeof exports.__wbindgen_start === 'function') exports.__wbindgen_start();
  return engine;
}

/** Once: the module keeps views of the memory of the binary it was first given. */
let loaded: Promise<Engine> | null = null;

/** PostgreSQL's one-byte "char" of system tables, which @prisma/adapter-pg 7.10 refuses and the engine asks for. */
const charType = 18;
const textType = 25;

/** @prisma/adapter-pg over a pool, with columns of the type "char" told to the engine as such. */
function adaptWithChars(pool: Pool): SqlMigrationAwareDriverAdapterFactory {
  const charColumns = new WeakMap<object, Set<number>>();
  const patched: Pool = Object.create(pool, {
    query: {
      value: async (query: QueryArrayConfig, values?: unknown[]) => {
        const result = await pool.query(query, values);
        charColumns.set(result.rows, new Set(result.fields.flatMap(({ dataTypeID }, index) => (dataTypeID === charType ? [index] : []))));
        for (const field of result.fields) if (field.dataTypeID === charType) field.dataTypeID = textType;
        return result;
      },
    },
  });
  const factory = new PrismaPg(patched);
  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await factory.connect();
    const queryRaw = async (query: SqlQuery): Promise<SqlResultSet> => {
      const result = await Object.getPrototypeOf(adapter).queryRaw.call(adapter, query);
      const chars = charColumns.get(result.rows);
      return { ...result, columnTypes: result.columnTypes.map((type: ColumnType, index: number) => (chars?.has(index) ? ColumnTypeEnum.Character : type)) };
    };
    return Object.assign(adapter, { queryRaw });
  };
  return { provider: factory.provider, adapterName: factory.adapterName, connect, connectToShadowDb: () => factory.connectToShadowDb() };
}

async function openEngine(pool: Pool, schemaPath: string): ReturnType<Engine['SchemaEngine']['new']> {
  loaded ??= loadEngine();
  const { SchemaEngine } = await loaded;
  return SchemaEngine.new(
    { datamodels: [[schemaPath, readFileSync(schemaPath, 'utf8')]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adaptWithChars(pool)),
  );
}

/** What schema.prisma cannot know of: the history of migrations. */
const noFilters = { externalTables: [], externalEnums: [] };
const filters = { externalTables: ['public._prisma_migrations'], externalEnums: [] };

/** The SQL that would turn the database behind `pool` into what the schema file says; empty when they agree. */
export async function diffSchema(pool: Pool, schemaPath: string): Promise<string> {
  const engine = await openEngine(pool, schemaPath);
  const files = [{ path: schemaPath, content: readFileSync(schemaPath, 'utf8') }];
  const { stdout } = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: dirname(schemaPath) },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters,
  });
  engine.free();
  return (stdout ?? '').replace(/^-- This is an empty migration\.\s*$/m, '').trim();
}

/** What `prisma migrate deploy` would find and do: the names it would apply, and those it calls failed or edited. */
export async function deployMigrations(pool: Pool, folder: string): Promise<{ applied: string[]; failed: string[]; edited: string[] }> {
  const engine = await openEngine(pool, join(folder, '..', 'schema.prisma'));
  const migrationsList = {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: readFileSync(join(folder, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: readMigrations(folder).map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  };
  const found = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: noFilters });
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilters });
  engine.free();
  return { applied: appliedMigrationNames, failed: found.failedMigrationNames, edited: found.editedMigrationNames };
}
