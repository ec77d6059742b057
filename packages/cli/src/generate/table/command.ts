import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTableSql } from '@mtg/commands';
import { STREET_TABLES } from '@mtg/street';
import { EXIT } from '@mtg/subgraph-kit';
import { subgraphFolder } from '@mtg/subgraphs';
import { Command } from 'commander';
import { CommandFailure } from '../../command-failure';
import { PlaceMissing } from '../../new-street/place-missing';
import { preview } from '../../new-street/preview';
import { writeChanges } from '../../new-street/write';
import { kebabCase, tableFiles, type NewTable } from './table-files';

const ROOT = join(subgraphFolder('.'), '..');
const SOURCES = join(ROOT, 'packages', 'street', 'src');

interface Options {
  readonly folder: string;
  readonly zh?: string;
  readonly en?: string;
  readonly dryRun?: boolean;
}

const NOTES = `
之后：改写声明和迁移（mtg generate migration 打印与声明相应的语句），在 packages/access 写明谁可以操作，npm run format，npm run generate
Then edit the declaration and the migration (mtg generate migration prints the statement of a declaration), state in packages/access which roles may give its commands, run npm run format and npm run generate
测试另需写明：谁可以读（tests/support/row-owners.ts，tests/in-process/roles-reading.test.ts 的 LISTS）；填满的街道中有一行（tests/support/filled-street），有溯源标题的表缺此行则溯源测试不通过
The tests need by hand: who reads it (tests/support/row-owners.ts, and LISTS in tests/in-process/roles-reading.test.ts), and a row in the filled street (tests/support/filled-street), which the tests of chains require of a table with a trace title
`;

export const tableCommand = (): Command =>
  new Command('table')
    .description(
      '新增街道的一张表：写出声明、迁移和模块中的条目 · Add a table to the streets: write its declaration, migration and module entry',
    )
    .argument('<name>', '类型名，如 ServiceFund · name of the type, e.g. ServiceFund')
    .requiredOption(
      '--folder <folder>',
      'packages/street/src 下的目录，如 dispatch/orders · folder in packages/street/src',
    )
    .option('--zh <text>', '中文名称 · Chinese name of a row')
    .option('--en <text>', '英文名称 · English name of a row')
    .option('--dry-run', '只显示将写入的内容 · show what would be written, write nothing')
    .addHelpText('after', NOTES)
    .action(addTable);

export const migrationCommand = (): Command =>
  new Command('migration')
    .description(
      '打印建表语句，与声明相应，供新迁移使用 · Print the CREATE TABLE statement of a declaration, as a start for a migration',
    )
    .argument('<name>', '类型名，如 WorkOrder · name of the type, e.g. WorkOrder')
    .action((name: string) => {
      const found = STREET_TABLES.tables.find(({ table }) => table.name === name);
      if (!found) throw unknownTable(name);
      process.stdout.write(`${createTableSql(found.table)}\n`);
    });

function addTable(name: string, { folder, zh = name, en = wordsOf(name), dryRun }: Options): void {
  if (!/^[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)*$/.test(name)) {
    throw refused(
      `类型名“${name}”须为大驼峰写法，如 ServiceFund · the type name “${name}” must be in PascalCase, e.g. ServiceFund`,
    );
  }
  if (STREET_TABLES.tables.some(({ table }) => table.name === name)) {
    throw refused(`已有表 ${name}，请另取名称 · the table ${name} exists already. Choose another name`);
  }
  const table: NewTable = { name, folder, zh, en, module: moduleOf(folder), serial: nextSerial() };
  const changes = planned(() => tableFiles(table, (path) => readFileSync(join(ROOT, path), 'utf8')));
  if (existsSync(join(SOURCES, folder, `${kebabCase(name)}.ts`))) {
    throw refused(`文件已存在 · the file exists: ${folder}/${kebabCase(name)}.ts`);
  }
  if (dryRun) {
    process.stdout.write(changes.map(preview).join('\n'));
    process.stdout.write('试运行，未写入 · dry run, nothing written\n');
    return;
  }
  writeChanges(ROOT, changes);
  for (const { path } of changes) process.stdout.write(`已写入 · written: ${path}\n`);
  process.stdout.write(NOTES);
}

/** `ServiceFund` → `Service fund`. */
const wordsOf = (name: string): string => {
  const words = kebabCase(name).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The `module.ts` that lists the tables of a folder: its own, or that of the nearest folder above. */
function moduleOf(folder: string): string {
  const parts = folder.split('/');
  for (let length = parts.length; length > 0; length -= 1) {
    const above = parts.slice(0, length).join('/');
    if (existsSync(join(SOURCES, above, 'module.ts'))) return `${above}/module.ts`;
  }
  throw refused(
    `packages/street/src/${folder} 及其上没有 module.ts · there is no module.ts in packages/street/src/${folder} or above it`,
  );
}

/** Numbers leave room, so that a migration can still be put between two that are not released. */
function nextSerial(): number {
  const folders = ['street', 'commands'].map((name) => join(ROOT, 'packages', name, 'src', 'migrations'));
  const serials = folders.flatMap((each) => readdirSync(each).map((file) => Number.parseInt(file, 10) || 0));
  return (Math.floor(Math.max(...serials) / 1000) + 1) * 1000;
}

function planned<T>(plan: () => T): T {
  try {
    return plan();
  } catch (error) {
    if (error instanceof PlaceMissing) throw refused(error.message);
    throw error;
  }
}

const refused = (message: string): CommandFailure => new CommandFailure(EXIT.USAGE, message);

const unknownTable = (name: string): CommandFailure =>
  refused(
    `没有表 ${name}；可用：${STREET_TABLES.tables.map(({ table }) => table.name).join(', ')} · there is no table ${name}. Choose one of the names listed before`,
  );
