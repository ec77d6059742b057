import type { TableRow } from '../tables/table';

/** A row as it is read: instants are texts as the schema shows them, and relations lie under keys of their own. */
export type ReadRow<Row extends TableRow = TableRow> = { readonly id: string } & {
  readonly [Property in Exclude<keyof Row, 'id'>]: Row[Property] extends Date
    ? string
    : Row[Property] extends Date | null
      ? string | null
      : Row[Property];
};
