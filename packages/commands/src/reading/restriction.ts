import { readScope, type NarrowScope, type RowScope } from '@mtg/access';
import type { SubgraphContext } from '@mtg/subgraph-kit';
import { columnOf } from '../tables/column-of';
import { targetOf, type Table } from '../tables/table';
import { requireReading } from './require-reading';
import type { Statement } from './statement';

/** SQL that holds for the rows that the caller reads; undefined when those are all. @param row alias of the table */
export type Restriction = (statement: Statement, row: string) => string | undefined;

type Reader = Pick<SubgraphContext, 'actor' | 'owner'>;

type Readable = Pick<Table, 'group' | 'scope'> & Partial<Pick<Table, 'asAnyOf' | 'columns' | 'hidden'>>;

/**
 * Which rows of a table the caller reads.
 *
 * @throws PublicError UNAUTHENTICATED or FORBIDDEN when that is none
 */
export function restrictionOf(reader: Reader, table: Readable): Restriction {
  if (table.group === undefined) return () => undefined;
  return restrictionTo(requireReading(reader, table.group), table, reader);
}

/** Which rows of a table the caller reads; undefined when that is none. */
export function restrictionIfAny(reader: Reader, table: Readable): Restriction | undefined {
  const read = scopeOf(reader, table);
  return read.kind === 'NONE' ? undefined : restrictionTo(read, table, reader);
}

const scopeOf = ({ actor, owner }: Reader, { group }: Readable): RowScope =>
  group === undefined ? { kind: 'ALL' } : readScope(actor, group, owner);

function restrictionTo(
  read: Exclude<RowScope, { kind: 'NONE' }>,
  table: Readable,
  reader: Reader,
): Restriction {
  const scoped = scopedTo(read, table, reader);
  const { hidden } = table;
  const { actor } = reader;
  if (!hidden || (actor && hidden.roles.includes(actor.role))) return scoped;
  return (statement, row) => {
    const own = `${columnOf(row, hidden.except)} = ${statement.value(actor?.subject ?? '')}`;
    const conditions = [scoped(statement, row), `(NOT (${hidden.when(row)}) OR ${own})`];
    return conditions.filter((condition) => condition !== undefined).join(' AND ');
  };
}

function scopedTo(read: Exclude<RowScope, { kind: 'NONE' }>, table: Readable, reader: Reader): Restriction {
  if (table.asAnyOf && table.asAnyOf.length > 0) return asOthers(table, reader);
  if (read.kind === 'ALL') return () => undefined;
  return (statement, row) => {
    const values = Object.entries(read.of) as [NarrowScope, string][];
    const conditions = values.flatMap(([by, value]) => {
      const condition = table.scope(by);
      return condition ? [condition(row, statement.value(value), statement.now)] : [];
    });
    return conditions.length > 0 ? `(${conditions.join(' OR ')})` : 'false';
  };
}

/** The rows that point at a row which the caller reads. */
function asOthers({ asAnyOf = [], columns = {} }: Readable, reader: Reader): Restriction {
  const readable = asAnyOf.flatMap((property) => {
    const reference = columns[property]?.reference;
    if (reference?.kind !== 'TABLE') throw new Error(`${property} points at no table`);
    const { table } = targetOf(reference);
    const restriction = restrictionIfAny(reader, table);
    return restriction ? [{ property, table, restriction }] : [];
  });
  return (statement, row) => {
    const conditions = readable.map(({ property, table, restriction }) => {
      const target = statement.alias();
      const condition = restriction(statement, target);
      return condition === undefined
        ? `${columnOf(row, property)} IS NOT NULL`
        : `${columnOf(row, property)} IN (SELECT ${target}.id FROM ${table.sqlName} ${target} WHERE ${condition})`;
    });
    return conditions.length > 0 ? `(${conditions.join(' OR ')})` : 'false';
  };
}
