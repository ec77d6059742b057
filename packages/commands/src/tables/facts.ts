import { snakeCase } from '@mtg/subgraph-kit';
import type { Column } from './column';
import { columnOf } from './column-of';
import type { FollowingFact, StoredFact } from './fact';
import type { DerivedColumn } from './table';

/** A derived column whose value other rows decide. */
export const stored = <Value>(
  column: Column<Value>,
  fact: Omit<StoredFact, 'kind'>,
): DerivedColumn & { readonly fact: StoredFact } => ({
  ...column,
  expression: fact.sql,
  fact: { kind: 'STORED', ...fact },
});

/**
 * A derived column that follows from columns of the row and from facts that other rows decide.
 *
 * @param facts those facts, by property
 */
export function following<Value>(
  column: Column<Value>,
  facts: Readonly<Record<string, { readonly fact: StoredFact }>>,
  fact: Omit<FollowingFact, 'kind'>,
): DerivedColumn {
  const { from, sql } = fact;
  const isOfRow = from.every((property) => !Object.hasOwn(facts, property));
  const value = (row: string, property: string): string =>
    `${facts[property]?.fact.sql(row) ?? columnOf(row, property)} AS ${snakeCase(property)}`;
  return {
    ...column,
    fact: { kind: 'FOLLOWING', ...fact },
    expression: (row, now) =>
      isOfRow
        ? sql(row, now)
        : `(SELECT ${sql('facts', now)} FROM (SELECT ${from.map((property) => value(row, property)).join(', ')}) facts)`,
  };
}
