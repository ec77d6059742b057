import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as commands from '@mtg/commands';
import { transformSync } from '@swc/core';
import { createDataSource, migrate, schemaDrift, type Class } from '@mtg/subgraph-kit';
import { definition } from '../../../../../subgraphs/dayu/src';
import { createTestDatabase } from '../../../../../tests/support/test-database';
import { tableFiles } from './table-files';

const ROOT = join(__dirname, '..', '..', '..', '..', '..');
const FUND = {
  name: 'ServiceFund',
  folder: 'dispatch/orders',
  module: 'dispatch/module.ts',
  group: 'DISPATCH',
  zh: '服务资金',
  en: 'Service fund',
  serial: 1700000099000,
} as const;

/** Runs a module that imports the kit of commands only. @returns its exports */
function evaluate(source: string): Readonly<Record<string, Class>> {
  const { code } = transformSync(source, {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  const exported: Record<string, Class> = {};
  // oxlint-disable-next-line no-implied-eval
  new Function('exports', 'require', code)(exported, () => commands);
  return exported;
}

test('the migration of a new table makes what its declaration wants, and takes it away', async () => {
  const [declared, migration] = tableFiles(FUND, (path) => readFileSync(join(ROOT, path), 'utf8'));
  const declaredTables = Object.values(evaluate(declared?.after ?? ''));
  expect(declaredTables).toHaveLength(1);
  const entities = [...definition.entities, ...declaredTables];
  const migrations = [...definition.migrations, ...Object.values(evaluate(migration?.after ?? ''))];
  const store = await createTestDatabase();
  const database = await createDataSource({ url: store.url, entities, migrations }).initialize();
  try {
    expect(await migrate(database)).toContain('ServiceFund1700000099000');
    expect(await schemaDrift(database)).toEqual([]);
    await database.undoLastMigration();
    expect(await store.query(`SELECT to_regclass('service_fund') AS made`)).toEqual([{ made: null }]);
  } finally {
    await database.destroy();
    await store.drop();
  }
});
