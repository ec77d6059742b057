import type { Bilingual } from '@mtg/governance';
import { snakeCase, zhEn } from '@mtg/subgraph-kit';
import * as field from '../input/fields';
import { WorkRow } from '../rows/work-row';
import type { Columns, TableReference } from './column';
import { declareEntity } from './entity';
import { columnsOfEveryRow } from './every-row';
import { labelIn } from './label-in';
import { requireShortName } from './name-length';
import { scopesOf } from './scopes';
import { sharedOf } from './shared';
import { columnOf } from './column-of';
import {
  targetOf,
  type ReadColumn,
  type RowOfColumns,
  type Table,
  type TableClass,
  type TableStatement,
  type WorkTableClass,
} from './table';
import { SELF } from './columns';

/**
 * Declares a table. The entity, the type of the schema, lists with their filters and order, the fields between rows, who
 * reads it, what the role that serves may do, and its place in chains all follow from this one statement.
 *
 * @example
 * export const Evidence = defineTable('Evidence', {
 *   zh: '办理佐证', en: 'Evidence of the work: a document reference', list: 'Evidence of work orders',
 *   read: { group: 'DISPATCH', via: 'workOrderId' },
 *   writes: 'APPEND_ONLY',
 *   columns: {
 *     workOrderId: column.ref(() => WorkOrder, { inverse: 'evidence' }),
 *     title: column.line('标题', 'Title'),
 *   },
 * });
 * export type Evidence = RowOf<typeof Evidence>;
 */
export function defineTable<C extends Columns>(
  name: string,
  statement: TableStatement<C>,
): WorkTableClass<RowOfColumns<C>> {
  class Row extends WorkRow {}
  Object.defineProperty(Row, 'name', { value: name });
  const { zh, en, list, derived = {} } = statement;
  const label = statement.label ?? { zh, en: snakeCase(name).replaceAll('_', ' ') };
  // The class gets its table below, before anything asks for it.
  const columns = ownedBy(Row as unknown as TableClass, label, statement.columns);
  const one = statement.one ?? `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const listing = typeof list === 'string' ? { zh, en: list } : list;
  const table: Table = {
    name,
    sqlName: snakeCase(name),
    one,
    many: statement.many ?? `${one}s`,
    label,
    input: statement.input ?? `${one}Id`,
    description: zhEn(zh, en),
    listDescription: zhEn(listing.zh, listing.en),
    listed: statement.read.listed ?? true,
    key: statement.key,
    group: statement.read.group,
    writes: statement.writes,
    columns,
    derived,
    computed: { ...statement.computed, ...(statement.trace && { trace: [] }) },
    isOneOfSeveral: false,
    readable: readableOf(name, columns, derived),
    filters: statement.filters ?? {},
    trace: statement.trace && { title: titleOf(statement.trace.title) },
    shared: sharedOf(name, columns, statement),
    asAnyOf: statement.read.asAnyOf ?? [],
    hidden: statement.read.hidden,
    scope: scopesOf(columns, statement.read),
  };
  declareEntity(Row, table, statement.checks ?? {});
  // The class has the properties that its columns declare, which the type system cannot see.
  const id = () => field.uuid(zhEn(`${label.zh}标识`, `Id of the ${label.en}`));
  return Object.assign(Row, { table, id }) as unknown as WorkTableClass<RowOfColumns<C>>;
}

/** The columns, with references named by what they point at, and `self` pointing to the table itself. */
const ownedBy = (owner: TableClass, label: Bilingual, columns: Columns): Columns =>
  Object.fromEntries(
    Object.entries(columns).map(([property, column]) => {
      const { reference } = column;
      // A column of its own, such as a code, has been named already.
      if (reference?.kind !== 'TABLE' || reference.key !== undefined) return [property, column];
      const isSelf = reference.target() === SELF;
      const { zh, en } = isSelf ? ownLabel(reference, label) : targetOf(reference).table.label;
      const target = isSelf ? () => owner : reference.target;
      return [
        property,
        { ...column, zh: `${zh}标识`, en: `Id of the ${en}`, reference: { ...reference, target } },
      ];
    }),
  );

/** Label of a reference to another row of the table: its own, which says what that row is to this one. */
const ownLabel = ({ zh, en }: TableReference, label: Bilingual): Bilingual =>
  zh && en ? { zh: labelIn(zh), en: labelIn(en).replace(/^./, (initial) => initial.toLowerCase()) } : label;

function readableOf(
  table: string,
  columns: Columns,
  derived: Table['derived'],
): ReadonlyMap<string, ReadColumn> {
  for (const property of Object.keys({ ...columns, ...derived })) requireShortName(table, property);
  const stored = Object.entries({ ...columnsOfEveryRow, ...columns }).map(
    ([property, column]): ReadColumn => ({
      ...column,
      property,
      expression: (row) => columnOf(row, property),
    }),
  );
  const computed = Object.entries(derived).map(([property, column]): ReadColumn => ({ ...column, property }));
  return new Map([...stored, ...computed].map((column) => [column.property, column]));
}

const titleOf = (title: string | { readonly sql: string }): string =>
  typeof title === 'string' ? snakeCase(title) : title.sql;
