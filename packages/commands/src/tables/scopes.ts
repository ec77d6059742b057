import type { NarrowScope } from '@mtg/access';
import type { Columns } from './column';
import { columnOf } from './column-of';
import { targetOf, type Condition, type ScopeStatement, type Table, type TableStatement } from './table';

/** Ownership of rows by a scope, from the reading rules of the declaration. */
export const scopesOf =
  (columns: Columns, { scopes = {}, via }: TableStatement<Columns>['read']): Table['scope'] =>
  (by: NarrowScope) => {
    if (via !== undefined) return through(columns, via, by);
    const stated = scopes[by];
    return stated === undefined ? undefined : conditionOf(columns, stated, by);
  };

function conditionOf(
  columns: Columns,
  stated: ScopeStatement<string>,
  by: NarrowScope,
): Condition | undefined {
  if (typeof stated === 'function') return stated;
  if (typeof stated === 'object') return through(columns, stated.through, by);
  const isList = columns[stated]?.sql === 'text[]';
  return (row, value) =>
    isList ? `${columnOf(row, stated)} @> ARRAY[${value}::text]` : `${columnOf(row, stated)} = ${value}`;
}

/** As the row that a column points at belongs to it. */
function through(columns: Columns, property: string, by: NarrowScope): Condition | undefined {
  const reference = columns[property]?.reference;
  if (reference?.kind !== 'TABLE') throw new Error(`${property} points at no table`);
  const { sqlName, scope } = targetOf(reference).table;
  const ofTarget = scope(by);
  if (!ofTarget) return undefined;
  return (row, value, now) => {
    // An alias of its own, since a table may be read through itself.
    const target = `${row}_${sqlName}`;
    return `${columnOf(row, property)} IN (SELECT ${target}.id FROM ${sqlName} ${target} WHERE ${ofTarget(target, value, now)})`;
  };
}
