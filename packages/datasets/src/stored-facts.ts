import type { SqlType } from '@mtg/commands';
import { snakeCase } from '@mtg/subgraph-kit';
import type { Catalogue } from './sources/catalogue';

/** A derived column that is kept beside the copied row. */
export interface StoredFactColumn {
  readonly name: string;
  readonly type: SqlType;
  /** Over tables of the schema that the search path names. @param row alias of the table */
  readonly sql: (row: string) => string;
  /** The columns that it reads, by table. It stays null where a source lacks one. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
}

/** The facts of a copied table that other rows decide. */
export interface StoredFacts {
  /** Name in SQL. */
  readonly table: string;
  readonly columns: readonly StoredFactColumn[];
  /** Tables whose changed rows name, in `column`, the row whose facts change; its own changes apart. */
  readonly touchedBy: readonly { readonly table: string; readonly column: string }[];
}

/** The facts that have to be kept beside copied rows. */
export const storedFactsOf = ({ tables }: Catalogue): readonly StoredFacts[] =>
  tables.flatMap(({ table }) => {
    const facts = Object.entries(table.derived).flatMap(([property, { fact, sql }]) =>
      fact?.kind === 'STORED' ? [{ name: snakeCase(property), type: sql, ...fact }] : [],
    );
    if (facts.length === 0) return [];
    const touchedBy = new Map(
      facts.flatMap((fact) => fact.touchedBy).map((each) => [`${each.table}.${each.column}`, each]),
    );
    const columns = facts.map(({ name, type, sql, reads }) => ({
      name,
      type,
      sql,
      needs: Object.fromEntries(reads.map((each) => [each.table, each.columns])),
    }));
    return [{ table: table.sqlName, columns, touchedBy: [...touchedBy.values()] }];
  });
