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
  zh: '服务资金',
  en: 'Money of a street’s services',
  serial: 1700000099000,
};

test('a table is declared, made by a migration, and named by its module', () => {
  const [declared, migration, module] = tableFiles(FUND, read);
  expect(declared?.path).toBe('packages/street/src/dispatch/orders/service-fund.ts');
  expect(declared?.after).toContain("export const ServiceFund = defineTable('ServiceFund', {");
  expect(migration?.path).toBe('packages/street/src/migrations/1700000099000-service-fund.ts');
  expect(migration?.after).toContain('CREATE TABLE service_fund (${WORK_ROW_COLUMNS},');
  expect(module?.after).toContain("import { ServiceFund } from './orders/service-fund';");
  expect(module?.after).toContain(
    "import { ServiceFund1700000099000 } from '../migrations/1700000099000-service-fund';",
  );
  expect(module?.after).toMatch(/Tables = \{[^}]*\bServiceFund,[^}]*\}/);
  expect(module?.after).toMatch(/migrations: \[[^\]]*\bServiceFund1700000099000,[^\]]*\]/);
});

test('a module without a list of tables is named', () => {
  expect(() => tableFiles(FUND, () => 'export const nothing = 1;\n')).toThrow(PlaceMissing);
});
