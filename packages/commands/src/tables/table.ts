import type { FieldGroup, NarrowScope, Role } from '@mtg/access';
import type { Bilingual } from '@mtg/governance';
import type { TableAccess } from '@mtg/subgraph-kit';
import type { InputField } from '../input/field';
import type { WorkRow } from '../rows/work-row';
import type { Column, Columns, TableReference } from './column';
import type { Fact } from './fact';

/** The time of the operation, as a placeholder in its statement. */
export type Now = () => string;

/**
 * SQL that says whether a row belongs to a scope's value, or passes a filter.
 *
 * @param row alias of the table
 * @param value placeholder of the value
 */
export type Condition = (row: string, value: string, now: Now) => string;

/** SQL of a value of a row. @param row alias of the table */
export type Expression = (row: string, now: Now) => string;

/** Computed or related column of the schema beyond those of the row. */
export interface DerivedColumn extends Column<unknown> {
  readonly expression: Expression;
  /** Its definition for the district's analysts; without it they do not get the column. */
  readonly fact?: Fact;
}

/** Ownership of a row by a center, a community and so on: by a column's value, like the row that a column points at, or by a condition. */
export type ScopeStatement<Property extends string> = Property | { readonly through: Property } | Condition;

/** A filter beyond those that follow from the columns. */
export interface FurtherFilter {
  readonly field: InputField<unknown>;
  readonly condition: Condition;
}

/** How rows belong to a scope: by columns of their own, or as the row that one of them points at. */
type Ownership<Property extends string> =
  | {
      /** Columns of which one points at the row as which this one is read, by the readers of that table and its rows. */
      readonly asAnyOf?: readonly Property[];
      /** A role that reads the rows of one scope reads none without it. */
      readonly scopes?: Partial<Readonly<Record<NarrowScope, ScopeStatement<Property>>>>;
      readonly via?: undefined;
    }
  | {
      /** Column with the row as which this one is read. */
      readonly via: Property;
      readonly scopes?: undefined;
      readonly asAnyOf?: undefined;
    };

/** Rows of a table that only some of its readers see. */
export interface HiddenRows<Property extends string = string> {
  /** SQL that holds for these rows. @param row alias of the table */
  readonly when: (row: string) => string;
  /** Column with the subject of a person who sees them. */
  readonly except: Property;
  /** Roles that see them. */
  readonly roles: readonly Role[];
}

/** A table as it is declared: everything about it that no other place says. */
export interface TableStatement<C extends Columns> {
  /** Description of a row. */
  readonly zh: string;
  readonly en: string;
  /** Description of the list, in English, and in Chinese where that is not `zh`. */
  readonly list: string | Bilingual;
  /** Field with the row of an id; the name with a small first letter, unless said otherwise. */
  readonly one?: string;
  /** Field with the list; that of the row with an s, unless said otherwise. */
  readonly many?: string;
  /** The input by which commands name a row; that of the field with `Id`, unless said otherwise. */
  readonly input?: string;
  /** Name of a row in messages. Default: `zh`, and the words of the type's name in English. */
  readonly label?: Bilingual;
  readonly read: {
    /** The row of the policy table that says who reads it. */
    readonly group: FieldGroup;
    /** True if the street has a list of them and a field by id (default true). */
    readonly listed?: boolean;
    /** Rows that few of these readers know of. */
    readonly hidden?: HiddenRows<keyof C & string>;
  } & Ownership<keyof C & string>;
  /** The column that other subgraphs know a row by; they know none without it. */
  readonly key?: 'id';
  /** Privileges of the serving role on the rows. */
  readonly writes: Extract<TableAccess, 'APPEND_ONLY' | 'WORK'>;
  readonly columns: C;
  readonly derived?: Readonly<Record<string, DerivedColumn>>;
  /** Fields with resolvers written by hand, and the columns that these look at; any column without it. */
  readonly computed?: Readonly<Record<string, readonly (keyof C & string)[]>>;
  /** Constraints of the table, by name, that TypeORM has to know of. */
  readonly checks?: Readonly<Record<string, string>>;
  readonly filters?: Readonly<Record<string, FurtherFilter>>;
  /**
   * The columns that the district's analysts get, beside those of every row. Every other column is private, and so is a
   * table without this: neither ever leaves the street.
   */
  readonly shares?: readonly (keyof C & string)[];
  /** Its place in chains; none without it. */
  readonly trace?: {
    /** The column that a step is named by, or SQL. */
    readonly title: (keyof C & string) | { readonly sql: string };
  };
}

/** A row of a table, as its columns declare it. */
export type RowOfColumns<C extends Columns> = WorkRow & {
  -readonly [Property in keyof C]: C[Property] extends Column<infer Value> ? Value : never;
};

/** Columns of the rows of every table. */
export interface TableRow {
  id: string;
}

/** A declared table, which is the class of its rows as well: for TypeORM, and as a type of the schema. */
export interface TableClass<Row extends TableRow = TableRow> {
  new (): Row;
  readonly table: Table;
}

/** A table in which work is recorded. */
export interface WorkTableClass<Row extends WorkRow = WorkRow> extends TableClass<Row> {
  /** The field by which a command's input names a row. */
  readonly id: () => InputField<string>;
}

/** The row of a declared table: `export type WorkOrder = RowOf<typeof WorkOrder>`. */
export type RowOf<T extends TableClass> = InstanceType<T>;

/** A column as it is read. */
export interface ReadColumn extends Column<unknown> {
  readonly property: string;
  /** Of what is stored or computed. */
  readonly expression: Expression;
}

/** Results of a declaration. */
export interface Table {
  /** Name of the type, e.g. `WorkOrder`. */
  readonly name: string;
  /** Name in SQL, e.g. `work_order`. */
  readonly sqlName: string;
  readonly one: string;
  readonly many: string;
  readonly label: Bilingual;
  /** The input by which commands name a row, e.g. `workOrderId`. */
  readonly input: string;
  /** Chinese first, then English. */
  readonly description: string;
  readonly listDescription: string;
  readonly listed: boolean;
  readonly key: 'id' | undefined;
  /** Undefined for what everybody reads. */
  readonly group: FieldGroup | undefined;
  readonly writes: 'APPEND_ONLY' | 'WORK' | 'READ_ONLY';
  /** Of the declaration. */
  readonly columns: Columns;
  readonly derived: Readonly<Record<string, DerivedColumn>>;
  /** The columns that resolvers written by hand look at, by field. */
  readonly computed: Readonly<Record<string, readonly string[]>>;
  /** True if its type is one of several that a field may have, so that a row has to say which it is. */
  readonly isOneOfSeveral: boolean;
  /** All that is read of a row by property: what every row has, the columns, what is derived. */
  readonly readable: ReadonlyMap<string, ReadColumn>;
  readonly filters: Readonly<Record<string, FurtherFilter>>;
  readonly trace: { readonly title: string } | undefined;
  /** Stored columns that may leave the subgraph, by property, those of every row included. Empty for a private table. */
  readonly shared: readonly string[];
  /** Columns of which one points at the row as which a row is read. Empty where the table says by itself who reads it. */
  readonly asAnyOf: readonly string[];
  /** Rows that only some of its readers see. */
  readonly hidden?: HiddenRows | undefined;
  /** Ownership of a row by a scope. Undefined when no row has an owner. */
  readonly scope: (by: NarrowScope) => Condition | undefined;
}

/** The table that a column points at. */
// Whatever a column refers to was made by `defineTable` or `referenceTable`.
export const targetOf = ({ target }: Pick<TableReference, 'target'>): TableClass => target() as TableClass;
