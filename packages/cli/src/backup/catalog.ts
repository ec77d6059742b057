import type { QueryRunner } from 'typeorm';

/** A table as it is copied. */
export interface CopiedTable {
  readonly name: string;
  /** Without those that are generated from others. */
  readonly columns: readonly string[];
  /** Sort columns of the rows, so that equal tables give equal text. */
  readonly order: string;
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The tables of the schema `public`, by name. */
export async function tablesOf(runner: QueryRunner): Promise<readonly CopiedTable[]> {
  const rows: readonly { name: string; columns: string[]; keys: string[] }[] = await runner.query(`
    SELECT relname AS name,
      (SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute
       WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
      coalesce((SELECT array_agg(quote_ident(attname) || CASE WHEN attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END
         ORDER BY array_position(indkey::int2[], attnum))
       FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
       WHERE indrelid = c.oid AND indisprimary), '{}') AS keys
    FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY relname COLLATE "C"`);
  return rows.map(({ name, columns, keys }) => ({
    name,
    columns,
    order: keys.length > 0 ? keys.join(', ') : `${quote(name)}::text COLLATE "C"`,
  }));
}

/** All rows of a table, in the text format of COPY. */
export const copyOut = ({ name, columns, order }: CopiedTable): string =>
  `COPY (SELECT ${columns.map(quote).join(', ')} FROM public.${quote(name)} ORDER BY ${order}) TO STDOUT`;

export const copyIn = ({ name, columns }: Pick<CopiedTable, 'name' | 'columns'>): string =>
  `COPY public.${quote(name)} (${columns.map(quote).join(', ')}) FROM STDIN`;

/** Has values written the same whatever the server's and the role's settings are. */
export async function settleFormats(runner: QueryRunner): Promise<void> {
  const settings = {
    DateStyle: 'ISO, YMD',
    IntervalStyle: 'postgres',
    TimeZone: 'UTC',
    bytea_output: 'hex',
    extra_float_digits: '1',
    search_path: 'public',
  };
  for (const [name, value] of Object.entries(settings))
    await runner.query('SELECT set_config($1, $2, true)', [name, value]);
}

/** Where the sequences stand. */
export async function sequencesOf(runner: QueryRunner) {
  const names: readonly { name: string }[] = await runner.query(
    `SELECT sequencename::text AS name FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`,
  );
  const found: { name: string; value: string; called: boolean }[] = [];
  for (const { name } of names) {
    const [at]: [{ value: string; called: boolean }] = await runner.query(
      `SELECT last_value::text AS value, is_called AS called FROM public.${quote(name)}`,
    );
    found.push({ name, ...at });
  }
  return found;
}

interface Statements {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * Statements that take the guards of all tables off, so that rows can be copied in any order, and puts them back: foreign keys, which
 * are checked again for every row then, and triggers. Only their owner may.
 */
export async function guardsOf(runner: QueryRunner): Promise<Statements> {
  const keys: readonly { table: string; name: string; definition: string }[] = await runner.query(`
    SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY oid`);
  const triggers: readonly { table: string; name: string; enabled: string }[] = await runner.query(`
    SELECT tgrelid::regclass::text AS table, quote_ident(tgname) AS name, tgenabled AS enabled
    FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
    WHERE NOT tgisinternal AND tgenabled <> 'D' AND relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`);
  const modes: Readonly<Record<string, string>> = { O: 'ENABLE', A: 'ENABLE ALWAYS', R: 'ENABLE REPLICA' };
  return {
    before: [
      ...triggers.map(({ table, name }) => `ALTER TABLE ${table} DISABLE TRIGGER ${name}`),
      ...keys.map(({ table, name }) => `ALTER TABLE ${table} DROP CONSTRAINT ${name}`),
    ],
    after: [
      ...keys.map(
        ({ table, name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`,
      ),
      ...triggers.map(
        ({ table, name, enabled }) => `ALTER TABLE ${table} ${modes[enabled] ?? 'ENABLE'} TRIGGER ${name}`,
      ),
    ],
  };
}
