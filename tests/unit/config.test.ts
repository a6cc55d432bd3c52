import { expect, test } from 'vitest';
import { parseConfig, variables } from '../../lib/config';

test('without any variable, everything has a default', () => {
  expect(parseConfig({})).toMatchObject({
    ...{ databaseUrl: null, dataDir: 'data', catalogDir: 'prisma/catalog', catalogOverlay: null },
    ...{ siteUrl: 'http://localhost:3000', trustProxy: false, secret: null, logLevel: 'info', port: 3000 },
  });
});

test('the table says the defaults that are used', () => {
  const stated = Object.fromEntries(variables.map((each) => [each.name, each.default]));
  expect(parseConfig(stated)).toEqual(parseConfig({}));
});

test('a variable set to nothing counts as not set', () => {
  expect(parseConfig(Object.fromEntries(variables.map(({ name }) => [name, '  '])))).toEqual(parseConfig({}));
});

test.each([
  [{ SITE_URL: 'https://example.org/' }, { siteUrl: 'https://example.org' }],
  [{ TRUST_PROXY: 'true' }, { trustProxy: true }],
  [{ TRUST_PROXY: '0' }, { trustProxy: false }],
  [{ DATABASE_URL: 'postgres://user@host/name' }, { databaseUrl: 'postgres://user@host/name' }],
  [{ PORT: ' 8080 ' }, { port: 8080 }],
])('%o is read as %o', (env, config) => {
  expect(parseConfig(env)).toMatchObject(config);
});

test('one error names every variable that is wrong, and repeats no value', () => {
  const env = {
    SITE_URL: 'site.test',
    PORT: '99999',
    TRUST_PROXY: 'perhaps',
    SECRET: 'short and private',
    LOG_LEVEL: 'loud',
    DATABASE_URL: 'mysql://user:password@host/private',
  };
  const parse = () => parseConfig(env);
  for (const name of Object.keys(env)) expect(parse).toThrow(`  ${name} must be`);
  for (const value of Object.values(env)) expect(parse).not.toThrow(value);
});
