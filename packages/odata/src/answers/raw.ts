import type { PoolClient } from 'pg';

/** A row as PostgreSQL writes it: the text of each value, in the order of the columns. */
export type Raw = readonly (string | null)[];

/** Rows fetched at a time: enough to be quick, few enough that memory stays flat. */
const PORTION = 500;

/** Values stay the text that PostgreSQL writes, of which JSON and cursors are made. */
const AS_TEXT = { getTypeParser: () => (text: string) => text };

export async function readAll(
  client: PoolClient,
  text: string,
  values: readonly unknown[],
): Promise<readonly Raw[]> {
  const { rows } = await client.query<(string | null)[]>({
    text,
    values: [...values],
    rowMode: 'array',
    types: AS_TEXT,
  });
  return rows;
}

/** The rows of a statement, some at a time. One statement can be read so in a transaction. */
export async function* portions(
  client: PoolClient,
  text: string,
  values: readonly unknown[],
): AsyncGenerator<readonly Raw[]> {
  await client.query(`DECLARE odata_page NO SCROLL CURSOR FOR ${text}`, [...values]);
  for (;;) {
    const rows = await readAll(client, `FETCH FORWARD ${PORTION} FROM odata_page`, []);
    if (rows.length > 0) yield rows;
    if (rows.length < PORTION) return;
  }
}
