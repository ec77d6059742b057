import { snakeCase, type ReferenceRow } from '@mtg/subgraph-kit';
import { getMetadataArgsStorage } from 'typeorm';
import type { Column, SqlType, TableReference, NamedReference } from './column';
import { columnOf } from './column-of';
import type { ReadColumn, Table, TableClass } from './table';

/** Reading rules of reference data. Their class holds the rest. */
export interface ReferenceTableStatement {
  /** Name of the type, e.g. `FunctionalCenter`. */
  readonly name: string;
  /** Describes a row, Chinese first, where the schema has no type for it. */
  readonly description?: string;
  /** Fields with resolvers written by hand, and the columns that these look at. */
  readonly computed?: Readonly<Record<string, readonly string[]>>;
  /** True if its type is one of several that a field may have. */
  readonly isOneOfSeveral?: boolean;
  /** Fields between rows, by the property that refers. */
  readonly references?: Readonly<
    Record<
      string,
      Omit<TableReference, 'kind'> | (Omit<NamedReference, 'kind'> & { readonly target?: never })
    >
  >;
}

/**
 * Lets rows of reference data be read like those of declared tables: with what hangs on them, by one statement. Their class
 * stays as it is written, since it says constraints that files are held to.
 */
export function referenceTable<Row extends ReferenceRow>(
  entity: new () => Row,
  { name, description = '', references = {}, computed = {}, isOneOfSeveral = false }: ReferenceTableStatement,
): TableClass<Row> {
  const stored = columnsOf(entity);
  const columns = Object.fromEntries(
    [...stored].map(([property, column]): [string, Column<unknown>] => {
      const reference = references[property];
      if (!reference) return [property, column];
      const isTable = reference.target !== undefined;
      return [
        property,
        {
          ...column,
          reference: isTable
            ? { kind: 'TABLE', ...reference }
            : { kind: 'NAMED', ...(reference as Omit<NamedReference, 'kind'>) },
        },
      ];
    }),
  );
  const readable = [...stored].map(([property, column]): ReadColumn => ({
    ...column,
    property,
    expression: (row) => columnOf(row, property),
  }));
  const table: Table = {
    name,
    sqlName: tableNameOf(entity),
    one: name,
    many: name,
    label: { zh: name, en: name },
    input: 'code',
    description,
    listDescription: '',
    listed: false,
    key: undefined,
    group: undefined,
    writes: 'READ_ONLY',
    columns,
    derived: {},
    computed: { source: ['citation'], ...computed },
    isOneOfSeveral,
    readable: new Map(readable.map((column) => [column.property, column])),
    filters: {},
    trace: undefined,
    // Reference data are public: the files that they come from cite their sources.
    shared: [...stored.keys()],
    asAnyOf: [],
    scope: () => undefined,
  };
  // The class is the entity itself, with its table beside it.
  return Object.assign(entity, { table });
}

function tableNameOf(entity: new () => object): string {
  const name = getMetadataArgsStorage().tables.find(({ target }) => target === entity)?.name;
  if (name === undefined) throw new Error(`${entity.name} has no table of a name of its own`);
  return name;
}

const SQL_TYPES: ReadonlySet<unknown> = new Set([
  'text',
  'int',
  'boolean',
  'date',
  'timestamptz',
  'uuid',
  'double precision',
]);

/** The columns of an entity and of those that it extends. */
function columnsOf(entity: new () => object): ReadonlyMap<string, Column<unknown>> {
  const classes: unknown[] = [];
  for (let each: unknown = entity; typeof each === 'function'; each = Object.getPrototypeOf(each)) {
    classes.push(each);
  }
  const columns = getMetadataArgsStorage().columns.filter(({ target }) => classes.includes(target));
  return new Map(
    columns.map(({ propertyName, options }) => {
      const { type, array = false, nullable = false } = options;
      if (!SQL_TYPES.has(type)) throw new Error(`${entity.name}.${propertyName} is read by no statement`);
      return [
        propertyName,
        {
          sql: (array ? 'text[]' : type) as SqlType,
          usage: 'ORDINARY',
          nullable,
          graphqlType: undefined,
          zh: '',
          en: snakeCase(propertyName),
        },
      ];
    }),
  );
}
