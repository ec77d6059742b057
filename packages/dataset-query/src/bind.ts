import { escapeLiteral } from 'pg';

/** Puts values into a statement. */
export interface Binder {
  /** SQL of a value of a type. */
  bind(value: string | number | boolean | null | readonly string[], type: string): string;
}

/** As parameters. */
export class Parameters implements Binder {
  readonly values: unknown[] = [];

  bind(value: Parameters['values'][number], type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

/** As text within the statement: COPY takes no parameters. */
export const LITERALS: Binder = {
  bind: (value, type) => {
    if (value === null) return `NULL::${type}`;
    if (typeof value === 'object') {
      return `ARRAY[${value.map((each) => escapeLiteral(each)).join(', ')}]::${type}`;
    }
    return `${escapeLiteral(String(value))}::${type}`;
  },
};
