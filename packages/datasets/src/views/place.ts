import { escapeIdentifier } from 'pg';
import type { KeyedTables, Need, Place } from '../model/dataset';

/** The copied tables of one source, as the warehouse has them. */
export interface PresentSource {
  /** Schema of the copies. */
  readonly schema: string;
  /** Code of the street; `DISTRICT` for the district. */
  readonly code: string;
  readonly title: string;
  /** Column of the copies with the position in the feed. No table shares a column of this name. */
  readonly feed: string;
  /** SQL of whether the rows of the source are not current. */
  readonly stale: string;
  /** Columns of the tables that are there, stored facts included. */
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
}

export const DISTRICT_CODE = 'DISTRICT';

/** The tables that a branch of a view can read: its own source's, and the district's. */
export class BranchPlace implements Place {
  constructor(
    readonly source: PresentSource,
    readonly district: PresentSource | undefined,
    readonly table: string,
    /** Name of the dataset's table, in place of which this branch reads `table`. */
    readonly standsFor: string,
  ) {}

  get feed(): string {
    return this.source.feed;
  }

  get stale(): string {
    return this.source.stale;
  }

  /** True if all columns are there. */
  has(needs: readonly Need[]): boolean {
    return needs.every(({ table, columns, of }) => {
      const known = this.#source(of)?.tables.get(table === this.standsFor ? this.table : table);
      return known !== undefined && columns.every((column) => known.has(column));
    });
  }

  named(table: string, of?: 'DISTRICT'): string {
    const schema = this.#source(of)?.schema ?? this.source.schema;
    return `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`;
  }

  /** Rows of several tables may have one key only by mistake, and of a withdrawn row and its successor the latter counts. */
  keyed({ tables, key, of }: KeyedTables, columns: readonly string[]): string {
    const present = tables.filter((table) =>
      [key, ...columns, 'id', 'deleted_at'].every((each) => this.#source(of)?.tables.get(table)?.has(each)),
    );
    const listed = [...new Set([key, ...columns, 'id', 'deleted_at'])].join(', ');
    const all = present.map((table) => `SELECT ${listed} FROM ${this.named(table, of)}`).join(' UNION ALL ');
    return `(SELECT DISTINCT ON (${key}) ${[...new Set([key, ...columns])].join(', ')} FROM (${all}) every ORDER BY ${key}, deleted_at NULLS FIRST, id)`;
  }

  #source(of: 'DISTRICT' | undefined): PresentSource | undefined {
    return of === undefined ? this.source : this.district;
  }
}
