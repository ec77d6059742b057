import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FIELD_GROUPS, type FieldGroup } from '@mtg/access';
import { createTableSql } from '@mtg/commands';
import { STREET_TABLES } from '@mtg/street';
import { EXIT } from '@mtg/subgraph-kit';
import { subgraphFolder } from '@mtg/subgraphs';
import { Command, Option } from 'commander';
import { CommandFailure } from '../../command-failure';
import { PlaceMissing } from '../../new-street/place-missing';
import { preview } from '../../new-street/preview';
import { writeChanges } from '../../new-street/write';
import { kebabCase, tableFiles, type NewTable } from './table-files';

const ROOT = join(subgraphFolder('.'), '..');
const SOURCES = join(ROOT, 'packages', 'street', 'src');

interface Options {
  readonly folder: string;
  readonly zh: string;
  readonly group?: FieldGroup;
  readonly en?: string;
  readonly dryRun?: boolean;
}

const NOTES = `
之后：改写声明和迁移（mtg generate migration 打印与声明相应的语句），在 packages/access 写明谁可以操作，npm run format，npm run generate
Then edit the declaration and the migration (mtg generate migration prints the statement of a declaration), state in packages/access which roles may give its commands, run npm run format and npm run generate
列改动后，请相应修改测试中的所属（tests/support/owned-rows.ts）和样行（tests/support/filled-street.ts）
When its columns change, adjust in the tests to which scopes a row belongs (tests/support/owned-rows.ts) and the example row (tests/support/filled-street.ts)
`;

export const tableCommand = (): Command =>
  new Command('table')
    .description(
      '新增街道的一张表：写出声明、迁移、模块中的条目和测试中的条目 · Add a table to the streets: write its declaration, migration, module entry and test entries',
    )
    .argument('<name>', '类型名，如 ServiceFund · name of the type, e.g. ServiceFund')
    .requiredOption(
      '--folder <folder>',
      'packages/street/src 下的目录，如 dispatch/orders · folder in packages/street/src',
    )
    .requiredOption('--zh <text>', '中文名称 · Chinese name of a row')
    .option('--en <text>', '英文名称 · English name of a row')
    .addOption(
      new Option(
        '--group <group>',
        '权限表中查阅的一行，默认同模块的其他表 · row of the policy table that says who reads it; that of the module’s other tables by default',
      ).choices(Object.keys(FIELD_GROUPS)),
    )
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

function addTable(name: string, { folder, zh, en = wordsOf(name), group, dryRun }: Options): void {
  if (!/^[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)*$/.test(name)) {
    throw refused(
      `类型名“${name}”须为大驼峰写法，如 ServiceFund · the type name “${name}” must be in PascalCase, e.g. ServiceFund`,
    );
  }
  if (STREET_TABLES.tables.some(({ table }) => table.name === name)) {
    throw refused(`已有表 ${name}，请另取名称 · the table ${name} exists already. Choose another name`);
  }
  const module = moduleOf(folder);
  const readers = group ?? groupOf(folder, module);
  const table: NewTable = { name, folder, zh, en, module, group: readers, serial: nextSerial() };
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
  const known = readdirSync(SOURCES)
    .filter((each) => existsSync(join(SOURCES, each, 'module.ts')))
    .join(', ');
  throw refused(
    `packages/street/src/${folder} 及其上没有 module.ts。请使用这些目录或其下的目录：${known} · there is no module.ts in packages/street/src/${folder} or above it. Choose a folder in: ${known}`,
  );
}

/** The group that most tables of a folder have, or most of its module's where the folder has none. */
function groupOf(folder: string, module: string): FieldGroup {
  for (const place of [folder, dirname(module)]) {
    const counts = new Map<FieldGroup, number>();
    for (const { group } of tablesIn(place)) counts.set(group, (counts.get(group) ?? 0) + 1);
    const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
    if (most) return most[0];
  }
  throw refused(
    `${folder} 中还没有表，请用 --group 写明由谁查阅 · ${folder} has no table yet. State its readers with --group`,
  );
}

/** The tables declared below a folder of the street. */
function tablesIn(folder: string): readonly { readonly group: FieldGroup }[] {
  const place = join(SOURCES, folder);
  if (!existsSync(place)) return [];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.ts$/.test(file))
    .flatMap((file) => [...readFileSync(join(place, file), 'utf8').matchAll(/\bdefineTable\('(\w+)'/g)])
    .flatMap(([, name]) => STREET_TABLES.tables.filter(({ table }) => table.name === name))
    .flatMap(({ table: { group } }) => (group ? [{ group }] : []));
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

function unknownTable(name: string): CommandFailure {
  const known = STREET_TABLES.tables.map(({ table }) => table.name).join(', ');
  return refused(
    `没有表 ${name}。请使用其中之一：${known} · there is no table ${name}. Choose one of: ${known}`,
  );
}
