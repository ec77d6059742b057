/** A literal as it was written, before it is known what it is compared with. */
export interface Literal {
  readonly kind: 'VALUE';
  readonly literal: 'TEXT' | 'NUMBER' | 'BOOLEAN' | 'DATE' | 'INSTANT' | 'ID' | 'NULL';
  /** For `NULL` empty. */
  readonly text: string;
}

/** Something that has a value for each row. */
export type Operand =
  | { readonly kind: 'COLUMN'; readonly name: string }
  | Literal
  | { readonly kind: 'CALL'; readonly name: string; readonly operands: readonly Operand[] };

export type Comparison = 'EQ' | 'NE' | 'LT' | 'LE' | 'GT' | 'GE';

/** A condition on the rows of a dataset, as every door writes it. A comparison with an absent value is false, a column or function of one is null. */
export type Condition =
  | { readonly kind: 'AND' | 'OR'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'NOT'; readonly condition: Condition }
  | {
      readonly kind: 'COMPARE';
      readonly comparison: Comparison;
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: 'IN'; readonly left: Operand; readonly values: readonly Literal[] }
  /** A text function, or a column that is true or false. */
  | { readonly kind: 'HOLDS'; readonly operand: Operand }
  /** Each of the words occurs in some text of the row, whatever the case of its letters. */
  | { readonly kind: 'SEARCH'; readonly words: readonly string[] };
