import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError } from '@mtg/subgraph-kit';
import { readInsightConfig } from './config';

const DATABASES = {
  DATABASE_URL: 'postgres://insight_runtime:a@127.0.0.1:5432/insight',
  OIDC_ISSUER: 'https://sso.example.cn',
  DATABASE_OWNER_URL: 'postgres://insight:b@127.0.0.1:5432/insight',
};
const DAYU = 'postgres://dayu_warehouse:x@127.0.0.1:5432/dayu';

test('sources are known by name, code and title of their subgraphs', () => {
  const { sources, PORT } = readInsightConfig({
    ...DATABASES,
    SOURCES: `DAYU=${DAYU},DISTRICT=postgres://d/d`,
  });
  expect(sources).toEqual([
    { name: 'dayu', code: 'DAYU', title: '大峪街道', url: DAYU },
    { name: 'district', code: 'DISTRICT', title: '门头沟区', url: 'postgres://d/d' },
  ]);
  expect(PORT).toBe(4011);
});

test('without sources it follows none', () => {
  expect(readInsightConfig(DATABASES).sources).toEqual([]);
});

test('a password from a secret file takes the place of the one in the URL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'insight-'));
  const file = join(folder, 'secret');
  writeFileSync(file, 'p@ss:w/\n');
  const { sources } = readInsightConfig({
    ...DATABASES,
    SOURCES: `DAYU=${DAYU}`,
    SOURCE_PASSWORD_DAYU_FILE: file,
  });
  rmSync(folder, { recursive: true });
  expect(sources.map(({ url }) => url)).toEqual([
    'postgres://dayu_warehouse:p%40ss%3Aw%2F@127.0.0.1:5432/dayu',
  ]);
});

test.each([
  ['a code that no subgraph has', `WEST=${DAYU}`, /unknown codes: WEST/],
  ['an address that is no database', 'DAYU=http://127.0.0.1', /SOURCES: .*CODE=URL/],
  ['an address without a code', DAYU, /SOURCES: .*CODE=URL/],
])('%s is refused', (_what, SOURCES, sentence) => {
  const read = () => readInsightConfig({ ...DATABASES, SOURCES });
  expect(read).toThrow(ConfigurationError);
  expect(read).toThrow(sentence);
});
