import type { FieldGroup } from '@mtg/access';
import { column, createTableSql, defineTable, type Table } from '@mtg/commands';
import type { Change } from '../../new-street/changes';
import { addToModule } from './module-file';
import { testFiles } from './test-files';

/** A table as its command names it. */
export interface NewTable {
  /** Name of the type, e.g. `ServiceFund`. */
  readonly name: string;
  /** Folder below `packages/street/src`, e.g. `dispatch/orders`. */
  readonly folder: string;
  /** File that lists the tables of the folder, below `packages/street/src`. */
  readonly module: string;
  /** Row of the policy table that says who reads it. */
  readonly group: FieldGroup;
  readonly zh: string;
  readonly en: string;
  /** Number of the migration: greater than that of any other. */
  readonly serial: number;
}

const STREET = 'packages/street/src';

/**
 * The files of a new table: its declaration, the migration that makes it, the module that names both, and the tests that
 * state who reads it. Nothing is written.
 *
 * @param read a file by its path from the root
 * @throws PlaceMissing when the module has no place for a table
 */
export function tableFiles(table: NewTable, read: (path: string) => string): readonly Change[] {
  const { name, folder, serial, module, group } = table;
  const { sqlName, many } = declared(table);
  const file = `${folder}/${kebabCase(name)}`;
  const migration = `${serial}-${kebabCase(name)}`;
  const path = `${STREET}/${module}`;
  const before = read(path);
  return [
    { path: `${STREET}/${file}.ts`, before: undefined, after: declaration(table) },
    { path: `${STREET}/migrations/${migration}.ts`, before: undefined, after: migrationOf(table) },
    { path, before, after: addToModule(before, { ...table, file, migration }) },
    ...testFiles({ name, group, sqlName, many }, read),
  ];
}

export const kebabCase = (name: string): string => name.replace(/(?<=[a-z0-9])([A-Z])/g, '-$1').toLowerCase();

/** The plural of a noun that forms it by a rule; a wrong one is corrected by hand. */
const pluralOf = (noun: string): string =>
  noun.replace(/(?<![aeiou])y$/, 'ie').replace(/(?<=s|x|z|ch|sh)$/, 'e') + 's';

const quoted = (text: string): string => `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`;

const declaration = ({
  name,
  zh,
  en,
  group,
}: NewTable): string => `import { column, defineTable, type RowOf } from '@mtg/commands';

/** ${en}. */
export const ${name} = defineTable(${quoted(name)}, {
  zh: ${quoted(zh)},
  en: ${quoted(en)},
  list: ${quoted(pluralOf(en))},
  read: { group: '${group}' },
  writes: 'APPEND_ONLY',
  columns: {
    title: column.line('标题', 'Title'),
    note: column.optional(column.text('说明', 'Note. Null if none')),
  },
  trace: { title: 'title' },
});

export type ${name} = RowOf<typeof ${name}>;
`;

const declared = ({ name, group }: NewTable): Table =>
  defineTable(name, {
    zh: name,
    en: name,
    list: name,
    read: { group },
    writes: 'APPEND_ONLY',
    columns: { title: column.line('标题', 'Title'), note: column.optional(column.text('说明', 'Note')) },
  }).table;

function migrationOf(added: NewTable): string {
  const { name, en, serial } = added;
  const table = declared(added);
  const statements = createTableSql(table).replaceAll('\n', '\n      ');
  return `import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** ${en}. */
export class ${name}${serial} implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(\`
      ${statements}
    \`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE ${table.sqlName}');
  }
}
`;
}
