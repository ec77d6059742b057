import type { SubgraphContext } from '@mtg/subgraph-kit';
import type { ReturnTypeFuncValue } from '../input/graphql-type';

/** SQL types of columns. */
export type SqlType =
  'text' | 'text[]' | 'int' | 'numeric' | 'boolean' | 'date' | 'timestamptz' | 'uuid' | 'double precision';

/**
 * Use of a value, which decides by what a list can be filtered and ordered: a `LINE` can be ordered by, a `TEXT`
 * only read; a `NUMBER` of the platform's is compared as it is stored, a `MARK` that people wrote by how it looks.
 */
type Usage = 'LINE' | 'TEXT' | 'NUMBER' | 'MARK' | 'CODE' | 'CHOICE' | 'ORDINARY';

/**
 * Use of an edge by a chain in one direction (ADR 12): `ON` walks on from it, `END` stops after it, `NEAR` takes it from the
 * chain's own object alone and walks on, `SIDE` takes it from there and stops, `NONE` never takes it.
 */
export type EdgeTaken = 'ON' | 'END' | 'NEAR' | 'SIDE' | 'NONE';

/** An edge of chains between a row and what a column of it points at. */
export interface TraceEdge {
  readonly up: EdgeTaken;
  readonly down: EdgeTaken;
  /** True if the row that it points at is an outcome of this row. By default this row is an outcome of that. */
  readonly outcome?: true;
}

/** The field by which a table's rows are found from the row that they point at. */
export interface InverseStatement {
  readonly name: string;
  /** A row has one such row at most, and the field is that row or null. */
  readonly single?: boolean;
  /** A row has few, and the field is all of them, without arguments. */
  readonly whole?: boolean;
  /** Those of the list, unless said otherwise. */
  readonly zh?: string;
  readonly en?: string;
}

/** A table, as far as a column has to know of it. */
export type Referred = new () => { id: string };

/** A column that points at a row of a table. */
export interface TableReference {
  readonly kind: 'TABLE';
  /** A declared table; `targetOf` gives it as one. */
  readonly target: () => Referred;
  /** Property of the target that the column has the value of; `id`, unless said otherwise. */
  readonly key?: string;
  /** Name of the field with the row; the column's without `Id`, unless said otherwise. */
  readonly name?: string;
  readonly zh?: string;
  readonly en?: string;
  /** Undefined for a column that is read from one side only. */
  readonly inverse?: string | InverseStatement;
  /** No edge of any chain without it. */
  readonly trace?: TraceEdge;
}

/** A column of codes or ids of what no table of `defineTable` holds. */
export interface NamedReference {
  readonly kind: 'NAMED';
  /** Name of the field. */
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly type: () => ReturnTypeFuncValue;
  /** For an id: no edge of any chain without it. */
  readonly trace?: TraceEdge;
  /** Finds what a code stands for. May be given the codes of many rows before the first is awaited. */
  resolve(code: string, context: SubgraphContext): unknown;
}

/** A column of a table; `Value` is what a row of it holds. */
export interface Column<Value> {
  readonly sql: SqlType;
  readonly usage: Usage;
  readonly nullable: boolean;
  /** Its type in the schema; undefined keeps it out of the schema. */
  readonly graphqlType: (() => ReturnTypeFuncValue) | undefined;
  readonly zh: string;
  readonly en: string;
  /** Identifies a person or repeats what a person said. A table that shares it is refused. */
  readonly personal?: true;
  /** The audit has an entry of each reading by a role whose readings are recorded. */
  readonly readOnRecord?: true;
  /** Default of the column, where an entity may leave it out. */
  readonly byDefault?: string;
  /** Codes that it may have. */
  readonly choices?: readonly string[];
  readonly reference?: TableReference | NamedReference;
  /** Carries the type of the values; there is no such property. */
  readonly value?: Value;
}

export type Columns = Readonly<Record<string, Column<unknown>>>;
