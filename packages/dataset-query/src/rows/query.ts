import type { Dataset, DatasetColumn } from '@mtg/datasets';
import { escapeIdentifier } from 'pg';
import type { Condition } from '../filter/condition';
import type { Position } from '../position/position';
import type { OrderTerm } from './order';

/** Which rows of a dataset, in which order. */
export interface RowsQuery {
  readonly dataset: Dataset;
  readonly select: readonly DatasetColumn[];
  readonly filter?: Condition | undefined;
  /** The feed's without it: street by street, each in the order of its changes. */
  readonly order?: readonly OrderTerm[] | undefined;
  /** The cursor of the row before the first. Takes an order. */
  readonly after?: string | undefined;
  /** Rows changed since, and ids of those removed since. Comes in the order of the feed. */
  readonly since?: Position | undefined;
  /** With `since`: changed rows for which it does not hold come as removed, so that a filtered copy loses them. */
  readonly leaving?: Condition | undefined;
  readonly limit?: number | undefined;
  readonly skip?: number | undefined;
  /** The streets, where each has views of its own: those have fewer columns to make, and an order that an index has. */
  readonly parts?: readonly string[] | undefined;
}

/** Name of the column that says that a row is no longer there. */
export const REMOVED_COLUMN = 'removed';

/** SQL of one column, without others. */
export const named = ({ name }: Pick<DatasetColumn, 'name'>): string => escapeIdentifier(name);

const nothing = (column: DatasetColumn): string => `NULL::${column.sql} AS ${named(column)}`;

/** Schema-qualified name of a dataset's view. */
export const viewOf = ({ name }: Dataset): string => `bi.${escapeIdentifier(name)}`;

/** Schema-qualified name of the view with the rows of one street. */
export const viewOfStreet = (
  { dataset, parts }: Pick<RowsQuery, 'dataset' | 'parts'>,
  street: string,
): string =>
  parts
    ? `${escapeIdentifier(`bi_${street.toLowerCase()}`)}.${escapeIdentifier(dataset.name)}`
    : viewOf(dataset);

/**
 * The rows of all streets for a statement, with the columns that its text names: the database makes all columns of a view that
 * has several parts, if they are needed or not.
 */
export function everyRow(
  { dataset, parts = [] }: Pick<RowsQuery, 'dataset' | 'parts'>,
  text: string,
): string {
  if (parts.length === 0) return viewOf(dataset);
  const columns = dataset.columns.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(text)).map(named);
  const list = columns.length > 0 ? columns.join(', ') : 'NULL AS nothing';
  const selects = parts.map((street) => `SELECT ${list} FROM ${viewOfStreet({ dataset, parts }, street)}`);
  return `(${selects.join(' UNION ALL ')})`;
}

/** All columns and no row. */
export function noRows({ select, since }: RowsQuery): string {
  const none = [...select.map(nothing), ...(since ? [`NULL::boolean AS ${REMOVED_COLUMN}`] : [])];
  return `SELECT ${none.join(', ')} WHERE false`;
}

/** The clauses at the end of a statement. */
export const limitsOf = ({ limit, skip = 0 }: RowsQuery): readonly string[] => [
  ...(limit === undefined ? [] : [`LIMIT ${limit}`]),
  ...(skip === 0 ? [] : [`OFFSET ${skip}`]),
];
