/** The columns of a table that an expression reads, by name in SQL. */
export interface ReadColumns {
  readonly table: string;
  readonly columns: readonly string[];
}

/** A fact of a row that other rows decide. A copy of the tables stores it beside the row, as a column of the fact's name. */
export interface StoredFact {
  readonly kind: 'STORED';
  readonly sql: (row: string) => string;
  readonly reads: readonly ReadColumns[];
  /** Tables whose rows change the fact, with the column that names the row. */
  readonly touchedBy: readonly { readonly table: string; readonly column: string }[];
}

/** A fact that follows from columns of the row and its stored facts, and perhaps from the time of asking. */
export interface FollowingFact {
  readonly kind: 'FOLLOWING';
  /** The columns and stored facts, by property. */
  readonly from: readonly string[];
  /**
   * @param row alias of what has all of them as columns
   * @param now gives the time of asking, as SQL
   */
  readonly sql: (row: string, now: () => string) => string;
}

/** The definition of a derived column, apart from where it is asked: at the street's own tables or at a copy of them. */
export type Fact = StoredFact | FollowingFact;
