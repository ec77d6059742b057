import type { Portion } from '../rows/portions';

/** Rows of a portion. */
export interface Rows {
  readonly portion: Portion;
  readonly from: number;
  readonly to: number;
}

/** Which of a portion's values are a column's: `first`, and each `width` after it. */
export interface ColumnPlace {
  readonly first: number;
  readonly width: number;
  readonly isRequired: boolean;
}
