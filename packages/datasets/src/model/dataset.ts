import type { FieldGroup } from '@mtg/access';
import type { SqlType } from '@mtg/commands';
import type { Bilingual } from '@mtg/governance';

/** Types of the columns that analysts get. Amounts of money are counted in 分, as integers, which every tool adds up exactly. */
export type DatasetType = Exclude<SqlType, 'numeric'> | 'bigint';

/** Owner of a dataset's rows. */
export type DatasetOwner = 'STREET' | 'DISTRICT';

/** Copied columns that an expression reads. The view of a source that lacks one of them has null. */
export interface Need {
  readonly table: string;
  readonly columns: readonly string[];
  /** Set if the table is the district's and the rows are a street's. */
  readonly of?: 'DISTRICT';
}

/** One or several tables whose rows have the same key, such as the seven centers and those of extras. */
export interface KeyedTables {
  /** The first is there wherever one is. */
  readonly tables: readonly string[];
  readonly key: string;
  readonly of?: 'DISTRICT';
}

/** The copied tables of one source, as SQL names them. */
export interface Place {
  /** Table of the row, which is one of several for some datasets. */
  readonly table: string;
  /** Column of the copies with the position in the feed. */
  readonly feed: string;
  /** SQL of whether the rows of the source are not current. */
  readonly stale: string;
  /** The name of a table, with its schema. */
  named(table: string, of?: 'DISTRICT'): string;
  /** One row per key, as a table expression. */
  keyed(target: KeyedTables, columns: readonly string[]): string;
}

/** Rows of another table, one at most for each row. */
export interface Join {
  readonly alias: string;
  readonly key: string;
  /** Columns that are read of it, besides its key. */
  readonly columns: readonly string[];
  /** SQL of a table expression with one row per key, which the planner can see. */
  readonly rows: (place: Place, columns: readonly string[]) => string;
  /** SQL of the value that the key is compared with. */
  readonly on: (row: string) => string;
}

/** `KEY` identifies, `TIME` can be grouped by day, month and so on, `FACT` can be summed, `TEXT` is only read. */
export type ColumnRole = 'KEY' | 'DIMENSION' | 'TIME' | 'FACT' | 'TEXT';

/** A code and what people read for it. */
export interface Choice extends Bilingual {
  readonly code: string;
}

/** A column of a dataset. */
export interface DatasetColumn {
  /** Name in SQL, CSV and OData. */
  readonly name: string;
  /** Name in GraphQL. */
  readonly property: string;
  readonly sql: DatasetType;
  readonly nullable: boolean;
  /** Labels, unique in the dataset. */
  readonly zh: string;
  readonly en: string;
  /** A sentence in each language. */
  readonly description: Bilingual;
  readonly unit?: string;
  readonly role: ColumnRole;
  readonly choices?: readonly Choice[];
  readonly needs: readonly Need[];
  /** Aliases of the joins that the expression reads. */
  readonly joins: readonly string[];
  /** SQL of its value. @param row alias of the dataset's table */
  readonly expression: (row: string, place: Place) => string;
}

/** Measures of a group of rows. */
export interface Measure {
  readonly name: string;
  readonly property: string;
  readonly sql: 'bigint' | 'double precision';
  readonly zh: string;
  readonly en: string;
  readonly description: Bilingual;
  readonly unit?: string;
  /** Columns of the dataset that it reads. */
  readonly of: readonly string[];
  /** The aggregate, over the columns of the dataset. @param row alias of the dataset's view */
  readonly expression: (row: string) => string;
}

/** Rows that no table holds: they follow from those of copied tables. */
export interface ComputedRows {
  /** All that they are made of. */
  readonly needs: readonly Need[];
  /** Names of their columns. */
  readonly columns: readonly string[];
  /** SQL of a table expression. The id and the position of a row are those of a row of the dataset's table, or follow from others. */
  readonly sql: (place: Place) => string;
}

/** A list of flat rows, of all streets or of the district, with labels and types. */
export interface Dataset {
  /** Name of the view, in the plural. */
  readonly name: string;
  /** Type of the schema that its rows come from. */
  readonly type: string;
  readonly zh: string;
  readonly en: string;
  readonly owner: DatasetOwner;
  /** The row of the policy table that says who reads it. Undefined for what everybody reads. */
  readonly group: FieldGroup | undefined;
  /** The copied table that its rows are of, or that they follow. */
  readonly table: string;
  /** Set where the rows are computed. */
  readonly rows?: ComputedRows | undefined;
  /** Tables of extras whose rows are of the same kind. */
  readonly furtherTables: readonly string[];
  readonly joins: readonly Join[];
  readonly columns: readonly DatasetColumn[];
  readonly measures: readonly Measure[];
}
