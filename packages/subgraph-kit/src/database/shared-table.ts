/** A table that leaves the subgraph, by names in SQL. */
export interface SharedTable {
  readonly table: string;
  /** The columns that leave it, `id` first. */
  readonly columns: readonly string[];
}
