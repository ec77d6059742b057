/** A source of the warehouse, for people. */
export interface NamedSource {
  /** Its schema, e.g. `dayu`. */
  readonly name: string;
  /** Code of the street, or `DISTRICT`. */
  readonly code: string;
  /** Chinese name. */
  readonly title: string;
}

/** A view over the copies. Its rows say by `street` whose they are. */
export interface DatasetView {
  readonly name: string;
  readonly select: string;
  /** Statements that put comments on it and its columns. */
  readonly comments: readonly string[];
}
