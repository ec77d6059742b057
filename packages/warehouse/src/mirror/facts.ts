/** Columns of a mirrored table that the warehouse computes from the source's tables and stores. */
export interface StoredFacts {
  /** The table that has them, e.g. `work_order`. */
  readonly table: string;
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    /** SQL over the tables of the source, by their plain names. @param row alias of the table's row */
    readonly sql: (row: string) => string;
    /** The columns that it reads, by table. The column stays null where a source lacks one. */
    readonly needs: Readonly<Record<string, readonly string[]>>;
  }[];
  /** Tables whose rows change the facts of the row that they name in a column. */
  readonly touchedBy: readonly { readonly table: string; readonly column: string }[];
}
