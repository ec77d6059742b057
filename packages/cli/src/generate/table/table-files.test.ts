import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlaceMissing } from '../../new-street/place-missing';
import { tableFiles } from './table-files';

const ROOT = join(__dirname, '..', '..', '..', '..', '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const FUND = {
  name: 'ServiceFund',
  folder: 'dispatch/orders',
  module: 'dispatch/module.ts',
  group: 'DISPATCH',
  zh: '服务资金',
  en: 'Service subsidy',
  serial: 1700000099000,
} as const;

test('a table is declared, made by a migration, and named by its module', () => {
  const [declared, migration, module] = tableFiles(FUND, read);
  expect(declared?.path).toBe('packages/street/src/dispatch/orders/service-fund.ts');
  expect(declared?.after).toContain("export const ServiceFund = defineTable('ServiceFund', {");
  expect(declared?.after).toContain("list: 'Service subsidies',");
  expect(migration?.path).toBe('packages/street/src/migrations/1700000099000-service-fund.ts');
  expect(migration?.after).toContain('CREATE TABLE service_fund (${WORK_ROW_COLUMNS},');
  expect(module?.after).toContain("import { ServiceFund } from './orders/service-fund';");
  expect(module?.after).toContain(
    "import { ServiceFund1700000099000 } from '../migrations/1700000099000-service-fund';",
  );
  expect(module?.after).toMatch(/Tables = \{[^}]*\bServiceFund,[^}]*\}/);
  expect(module?.after).toMatch(/migrations: \[[^\]]*\bServiceFund1700000099000,[^\]]*\]/);
});

test('the tests state who reads it, and have a row of it', () => {
  const [, , , owners, lists, filled] = tableFiles({ ...FUND, group: 'VISITS' }, read);
  expect(owners?.path).toBe('tests/support/owned-rows.ts');
  expect(owners?.after).toContain("  ServiceFund: rows('VISITS', 'service_fund'),\n};");
  expect(lists?.path).toBe('tests/in-process/roles-reading.test.ts');
  expect(lists?.after).toMatch(/ VISITS: '[\w ]+ serviceFunds',/);
  expect(filled?.path).toBe('tests/support/filled-street.ts');
  expect(filled?.after).toContain('INSERT INTO service_fund (');
});

test.each(['dispatch/module.ts', 'cadence/module.ts', 'community-work/module.ts'])(
  'the files of a table in %s are formatted',
  (module) => {
    const prettier = join(ROOT, 'node_modules', 'prettier', 'bin', 'prettier.cjs');
    for (const { path, after } of tableFiles({ ...FUND, module, group: 'COMMUNITY_WORK' }, read)) {
      const given = [prettier, '--stdin-filepath', join(ROOT, path)];
      expect(execFileSync(process.execPath, given, { input: after, encoding: 'utf8' })).toBe(after);
    }
  },
);

test('a module without a list of tables is named', () => {
  expect(() => tableFiles(FUND, () => 'export const nothing = 1;\n')).toThrow(PlaceMissing);
});
