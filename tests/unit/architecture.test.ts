import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import ts from 'typescript';
import { expect, test } from 'vitest';

type Import = { from: string; to: string; typesOnly: boolean };

/** Folders of lib in the order of DESIGN.md §2, the top first. Those of one row are equals. */
const layers: readonly (readonly string[])[] = [
  ['commands'],
  ['server'],
  ['pages'],
  ['sources'],
  ['db'],
  ['compare', 'match'],
  ['rank'],
  ['derive'],
  ['address'],
  ['format'],
  ['catalog'],
];
const pure = ['compare', 'match', 'rank', 'derive', 'address', 'format', 'catalog'];
const usersOfConfig = ['app', 'lib/commands', 'lib/server', 'lib/pages', 'lib/db'];

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((place) => `${folder}/${place.replaceAll('\\', '/')}`)
    .filter((path) => /\.(m?ts|tsx|mjs)$/.test(path) && !path.startsWith('lib/db/generated/'))
    .sort();
}

/** Where an import inside the project leads, as a path from its root; null for packages. */
function resolveImport(file: string, specifier: string): string | null {
  if (specifier.startsWith('@/')) return normalize(specifier.slice(2));
  return specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : null;
}

/** Static and dynamic imports, re-exports and requires of a source text. */
function findImports(file: string, text: string): { specifier: string; typesOnly: boolean }[] {
  const found: { specifier: string; typesOnly: boolean }[] = [];
  const isTypesOnly = (node: ts.ImportDeclaration | ts.ExportDeclaration): boolean => {
    if (ts.isExportDeclaration(node)) return node.isTypeOnly;
    const clause = node.importClause;
    if (!clause) return false;
    if (clause.isTypeOnly) return true;
    const names = clause.namedBindings;
    return (
      clause.name === undefined &&
      names !== undefined &&
      ts.isNamedImports(names) &&
      names.elements.length > 0 &&
      names.elements.every((each) => each.isTypeOnly)
    );
  };
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ specifier: node.moduleSpecifier.text, typesOnly: isTypesOnly(node) });
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      found.push({ specifier: node.argument.literal.text, typesOnly: true });
    }
    const called =
      ts.isCallExpression(node) &&
      (node.expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(node.expression) && node.expression.text === 'require'));
    if (called && ts.isCallExpression(node)) {
      const [target] = node.arguments;
      if (target && ts.isStringLiteralLike(target)) found.push({ specifier: target.text, typesOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS));
  return found;
}

/** `app`, `components`, `lib/rank`, `lib/config`, or the first part of anything else. */
function findPart(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'lib' ? `lib/${second.replace(/\.ts$/, '')}` : first;
}

/** Why an import breaks the rule of the layers; null when it keeps it. */
function judge({ from, to, typesOnly }: Import): string | null {
  const [above, below] = [findPart(from), findPart(to)];
  if (above === below) return null;
  if (below === 'app' || below === 'lib/commands') return 'nothing imports app or commands';
  if (above === 'app') return null;
  if (above === 'components') {
    if (pure.some((folder) => below === `lib/${folder}`)) return null;
    return below === 'lib/pages' && typesOnly ? null : 'components take only the pure folders, and types from lib/pages';
  }
  if (below === 'components' || below === 'tests') return 'lib knows neither components nor tests';
  if (below === 'lib/config') return usersOfConfig.includes(above) ? null : 'the configuration is for app, commands, server, pages and db';
  if (above === 'lib/config') return 'the configuration imports nothing of ours';
  if (above === 'lib/server' && below === 'lib/db')
    return to.replace(/\.ts$/, '') === 'lib/db/request-context' ? null : 'of the database the server knows the request context alone';
  const [high, low] = [above, below].map((part) => layers.findIndex((row) => row.some((folder) => part === `lib/${folder}`)));
  if (high === undefined || low === undefined || high < 0 || low < 0) return 'is in no layer';
  return high < low ? null : 'imports what stands above or beside it';
}

const files = ['app', 'components', 'lib'].flatMap(listFiles);
const imports = files.flatMap((from) =>
  findImports(from, readFileSync(from, 'utf8')).flatMap(({ specifier, typesOnly }): Import[] => {
    const to = resolveImport(from, specifier);
    return to === null ? [] : [{ from, to, typesOnly }];
  }),
);

test('each folder imports only what stands below it', () => {
  expect(imports.length).toBeGreaterThan(50);
  expect(imports.flatMap((each) => (judge(each) === null ? [] : [`${each.from} → ${each.to}: ${judge(each)}`]))).toEqual([]);
});

test('the rule is seen by static, relative, dynamic and re-exporting imports', () => {
  const text =
    "import a from '@/lib/db/a'; import type { B } from '../pages/b'; export * from '../compare/c'; const d = await import('../../app/d'); type E = import('../server/e').E; require('./f');";
  const found = findImports('lib/rank/x.ts', text).map(({ specifier, typesOnly }) => ({
    from: 'lib/rank/x.ts',
    to: resolveImport('lib/rank/x.ts', specifier) ?? '',
    typesOnly,
  }));
  expect(found.map(({ to }) => to)).toEqual(['lib/db/a', 'lib/pages/b', 'lib/compare/c', 'app/d', 'lib/server/e', 'lib/rank/f']);
  expect(found.map((each) => judge(each) !== null)).toEqual([true, true, true, true, true, false]);
});

test.each([
  { from: 'components/a.tsx', to: 'lib/pages/page-types', typesOnly: false, kept: false },
  { from: 'components/a.tsx', to: 'lib/pages/page-types', typesOnly: true, kept: true },
  { from: 'components/a.tsx', to: 'lib/db/database', typesOnly: true, kept: false },
  { from: 'components/a.tsx', to: 'lib/config', typesOnly: false, kept: false },
  { from: 'lib/server/front.ts', to: 'lib/db/request-context', typesOnly: false, kept: true },
  { from: 'lib/server/front.ts', to: 'lib/db/database', typesOnly: false, kept: false },
  { from: 'lib/pages/load-tool.ts', to: 'lib/server/front', typesOnly: false, kept: false },
  { from: 'lib/compare/a.ts', to: 'lib/match/b', typesOnly: false, kept: false },
  { from: 'lib/catalog/a.ts', to: 'lib/config', typesOnly: false, kept: false },
])('$from may import $to (types only: $typesOnly): $kept', ({ kept, ...each }) => {
  expect(judge(each) === null).toBe(kept);
});

test('the pure folders have no clock, no randomness and no environment', () => {
  const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.env\b/;
  const found = [...pure, 'sources'].flatMap((folder) => listFiles(`lib/${folder}`)).filter((path) => impure.test(readFileSync(path, 'utf8')));
  expect(found).toEqual([]);
});

test('the parsers of sources read texts: of ours they know the catalogue and its formats, of Node nothing', () => {
  const allowed = /^(\.\/(?!live\/)|\.\.\/(catalog|format)\/|@\/lib\/(catalog|format|sources)\/|(zod|yaml|csv-parse\/sync|@pydantic\/genai-prices)$)/;
  const parsers = listFiles('lib/sources').filter((path) => !path.startsWith('lib/sources/live/'));
  const found = parsers.flatMap((path) =>
    findImports(path, readFileSync(path, 'utf8')).flatMap(({ specifier }) => (allowed.test(specifier) ? [] : [`${path} → ${specifier}`])),
  );
  expect(found).toEqual([]);
});

test('the fetching of sources stands apart: of ours it knows the parsers and the catalogue, of Node its files and hashes', () => {
  const allowed = /^(\.\/|\.\.\/[a-z-]+$|\.\.\/\.\.\/catalog\/|(zod|node:(crypto|fs|path))$)/;
  const found = listFiles('lib/sources/live').flatMap((path) =>
    findImports(path, readFileSync(path, 'utf8')).flatMap(({ specifier }) => (allowed.test(specifier) ? [] : [`${path} → ${specifier}`])),
  );
  expect(listFiles('lib/sources/live').length).toBeGreaterThan(5);
  expect(found).toEqual([]);
});

test('only lib/db knows Prisma, SQL drivers and the embedded database', () => {
  const found = files
    .filter((path) => findPart(path) !== 'lib/db')
    .flatMap((path) => findImports(path, readFileSync(path, 'utf8')).map(({ specifier }) => `${path} → ${specifier}`))
    .filter((line) => /→ (@prisma\/|pg$|@electric-sql\/|.*\/db\/generated\/)/.test(line));
  expect(found).toEqual([]);
});

test('the pure folders use no framework', () => {
  const found = pure
    .flatMap((folder) => listFiles(`lib/${folder}`))
    .flatMap((path) => findImports(path, readFileSync(path, 'utf8')).map(({ specifier }) => `${path} → ${specifier}`))
    .filter((line) => !/→ (\.|@\/|zod$)/.test(line));
  expect(found).toEqual([]);
});
