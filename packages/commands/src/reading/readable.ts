import type { FieldGroup, NarrowScope } from '@mtg/access';
import type { InputShape } from '../input/field';
import { optional } from '../input/fields';
import { inputType, type InputType } from '../input/input-type';
import type { WorkRow } from '../rows/work-row';
import { connectionType, type ConnectionClass } from './connection';
import { COMMON_FILTERS } from './filter';

type EntityClass<Row> = new () => Row;

/**
 * SQL that says whether a row belongs to the scope's value.
 *
 * @param row alias of the table
 * @param value placeholder of the value
 */
export type ScopeCondition = (row: string, value: string) => string;

/**
 * SQL that says whether a row passes a filter.
 *
 * @param row alias of the table
 * @param value placeholder of what is asked for
 */
type FilterCondition = (row: string, value: string) => string;

/** Rows that can be read: their type, who reads them, and by what they can be filtered. */
export interface ReadableStatement<Row extends WorkRow> {
  readonly entity: EntityClass<Row>;
  /** Name of the type, e.g. `WorkOrder`. */
  readonly name: string;
  /** Field with the one row of an id, e.g. `workOrder`. */
  readonly one: string;
  /** Field with the list, e.g. `workOrders`. */
  readonly many: string;
  /** Chinese first, then English. */
  readonly description: string;
  /** The row of the policy table that says who reads them. */
  readonly group: FieldGroup;
  /** How a row belongs to a center, a community and so on; who reads only the rows of one reads none without it. */
  readonly scopes?: Partial<Readonly<Record<NarrowScope, ScopeCondition>>>;
  /** What a list can be filtered by: properties of the row, which are compared for equality. */
  readonly filters?: InputShape;
  /** Filters among these that are compared otherwise, by their names. */
  readonly conditions?: Readonly<Record<string, FilterCondition>>;
}

export interface Readable<Row extends WorkRow = WorkRow> extends ReadableStatement<Row> {
  readonly connection: ConnectionClass<Row>;
  readonly filter: InputType<InputShape>;
}

/** Rows of whatever kind: for lists of them. */
export type AnyReadable = Omit<Readable, 'entity' | 'connection'> & {
  readonly entity: EntityClass<WorkRow>;
  readonly connection: new (page: never) => object;
};

/** Makes the connection and filter types of rows: `WorkOrderConnection`, `WorkOrderFilter`. */
export function defineReadable<Row extends WorkRow>(statement: ReadableStatement<Row>): Readable<Row> {
  const { name, description, filters = {} } = statement;
  const own = Object.fromEntries(Object.entries(filters).map(([key, field]) => [key, optional(field)]));
  return {
    ...statement,
    connection: connectionType<Row>(statement.entity, name, description),
    filter: inputType(`${name}Filter`, description, { ...COMMON_FILTERS, ...own }),
  };
}
