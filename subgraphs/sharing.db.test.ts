import { createLogger } from '@mtg/service-kit';
import {
  createDataSource,
  prepareDatabase,
  runtimeLogin,
  type SubgraphDefinition,
  type WarehouseLogin,
} from '@mtg/subgraph-kit';
import { Client } from 'pg';
import { query } from '../tests/startup/support/query';
import { DEFINITIONS } from '../tests/support/definitions';
import { createPreparedDatabase } from '../tests/support/template-database';
import { adminUrl, type TestDatabase } from '../tests/support/test-database';

/** One subgraph of each kind: those that share the same tables and columns are one. */
const KINDS = [...new Map(DEFINITIONS.map((each) => [JSON.stringify(each.shared), each])).values()];

/** Names of slots are unique in a server. */
const slotOf = ({ name }: TestDatabase): string => `warehouse_${name.slice(-12)}`;

interface Source {
  readonly definition: SubgraphDefinition;
  readonly store: TestDatabase;
  readonly login: WarehouseLogin;
  /** Connected as the role with which the warehouse reads. */
  readonly reader: Client;
  /** The columns of every table, private tables included. */
  readonly columns: readonly TableColumn[];
  isShared(table: string, column: string): boolean;
}

interface TableColumn {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

async function openSource(definition: SubgraphDefinition): Promise<Source> {
  const store = await createPreparedDatabase(definition);
  const login = { role: `${store.name}_warehouse`, password: 'reads' };
  const owner = await createDataSource({ ...definition, url: store.url }).initialize();
  const logger = createLogger('test', 'silent');
  await prepareDatabase(owner, definition, runtimeLogin(store.runtimeUrl, undefined), { logger }, login);
  await owner.destroy();
  const connectionString = Object.assign(new URL(store.url), {
    username: login.role,
    password: login.password,
  });
  const reader = new Client({ connectionString: connectionString.toString() });
  reader.on('error', () => undefined);
  await reader.connect();
  const columns = (await store.query(
    `SELECT relname AS table, attname AS column, format_type(atttypid, NULL) AS type
     FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND attnum > 0 AND NOT attisdropped
       AND attgenerated = '' ORDER BY relname, attnum`,
  )) as unknown as readonly TableColumn[]; // as the statement selects them
  const shared = new Set(
    (definition.shared ?? []).flatMap((each) => each.columns.map((column) => `${each.table}.${column}`)),
  );
  const isShared = (table: string, column: string) => shared.has(`${table}.${column}`);
  return { definition, store, login, reader, columns, isShared };
}

async function close({ reader, store, login }: Source): Promise<void> {
  await reader.end();
  await store.drop();
  await query(adminUrl(), `DROP ROLE ${login.role}`);
}

/** SQLSTATE with which a statement was refused; undefined if it ran. */
const refusalOf = (reader: Client, statement: string): Promise<string | undefined> =>
  reader.query(statement).then(
    () => undefined,
    (error: { readonly code?: string }) => error.code,
  );

describe.each(KINDS.map((definition) => [definition.name, definition] as const))(
  '%s',
  (_name, definition) => {
    let source: Source;
    beforeAll(async () => (source = await openSource(definition)));
    afterAll(() => close(source));

    const tablesOf = (isWanted: (each: TableColumn) => boolean): readonly string[] => [
      ...new Set(source.columns.filter(isWanted).map(({ table }) => table)),
    ];

    test('the publication has exactly the declared columns of every table', async () => {
      const published = await source.store.query(
        `SELECT tablename AS table, attnames::text[] AS columns FROM pg_publication_tables WHERE pubname = 'shared'`,
      );
      const sorted = (tables: readonly { table?: unknown; columns?: unknown }[]) =>
        tables.map(({ table, columns }) => [table, ...(columns as string[]).toSorted()].join()).toSorted();
      expect(sorted(published)).toEqual(sorted(definition.shared ?? []));
      expect(published.length).toBeGreaterThan(3);
    });

    test('the role reads what is shared', async () => {
      for (const { table, columns } of definition.shared ?? [])
        await source.reader.query(`SELECT ${columns.join(', ')} FROM ${table} LIMIT 1`);
      const starts = await source.reader.query('SELECT id, lsn, started_at FROM database_start');
      expect(starts.rows.length).toBeGreaterThan(0);
    });

    test('the role is refused every private column', async () => {
      const hidden = source.columns.filter(
        ({ table, column }) => !source.isShared(table, column) && table !== 'database_start',
      );
      const answers: string[] = [];
      for (const { table, column } of hidden) {
        const code = await refusalOf(source.reader, `SELECT ${column} FROM ${table}`);
        if (code !== '42501') answers.push(`${table}.${column}: ${code}`);
      }
      expect(answers).toEqual([]);
      expect(hidden.length).toBeGreaterThan(20);
    });

    test('the role writes nothing', async () => {
      const answers: string[] = [];
      for (const table of tablesOf(() => true)) {
        for (const statement of [
          `INSERT INTO ${table} DEFAULT VALUES`,
          `UPDATE ${table} SET ${source.columns.find((each) => each.table === table)?.column} = NULL`,
          `DELETE FROM ${table}`,
          `TRUNCATE ${table}`,
        ]) {
          const code = await refusalOf(source.reader, statement);
          if (code !== '42501') answers.push(`${statement}: ${code}`);
        }
      }
      expect(answers).toEqual([]);
    });

    test('the role is refused a private column in whatever way it asks for it', async () => {
      const { table, column } = source.columns.find(
        (each) => each.type === 'text' && !source.isShared(each.table, each.column),
      ) ?? { table: '', column: '' };
      expect(table).not.toBe('');
      for (const statement of [
        `COPY ${table} (${column}) TO STDOUT`,
        `COPY ${table} TO STDOUT`,
        `COPY (SELECT ${column} FROM ${table}) TO STDOUT`,
        `SELECT mtg_sharing.create_slot((SELECT min(${column}) FROM ${table}))`,
        `SELECT mtg_sharing.changes((SELECT min(${column}) FROM ${table}), '0/0', 1)`,
        `SELECT query_to_xml('SELECT ${column} FROM ${table}', true, true, '')`,
        `SELECT table_to_xml('${table}', true, true, '')`,
        `SELECT id FROM ${table} WHERE ${column} LIKE 'a%'`,
        `SELECT ${table} FROM ${table}`,
      ])
        expect([statement, await refusalOf(source.reader, statement)]).toEqual([statement, '42501']);
      const seen = await source.reader.query('SELECT FROM pg_stats WHERE tablename = $1 AND attname = $2', [
        table,
        column,
      ]);
      expect(seen.rows).toEqual([]);
    });

    test.each(['database', 'true'])('the role gets no replication connection (%s)', async (replication) => {
      const { store, login } = source;
      const address = Object.assign(new URL(store.url), {
        username: login.role,
        password: login.password,
        search: `?replication=${replication}`,
      });
      const client = new Client({ connectionString: address.toString() });
      client.on('error', () => undefined);
      // So neither BASE_BACKUP nor START_REPLICATION can be sent: it is over before the first command.
      await expect(client.connect()).rejects.toMatchObject({ code: '42501' });
    });

    test('the role makes and reads its own slots, and no others', async () => {
      const { reader, store } = source;
      const own = slotOf(store);
      await reader.query(`SELECT mtg_sharing.create_slot('${own}')`);
      const others = [store.name, `${own}c`, 'warehouse_', 'warehouse_GG112233aabb', `${own}\n`, ''];
      for (const slot of others)
        for (const call of [
          `create_slot(E'${slot}')`,
          `drop_slot(E'${slot}')`,
          `changes(E'${slot}', '0/0', 1)`,
          `acknowledge(E'${slot}', '0/0')`,
        ])
          expect([call, await refusalOf(reader, `SELECT mtg_sharing.${call}`)]).toEqual([call, '42501']);
      for (const call of [
        `pg_create_logical_replication_slot('warehouse_00112233aabc', 'test_decoding')`,
        `pg_create_logical_replication_slot('warehouse_00112233aabc', 'pgoutput')`,
        `pg_create_physical_replication_slot('warehouse_00112233aabc')`,
        `pg_copy_logical_replication_slot('${own}', 'warehouse_00112233aabc', false, 'test_decoding')`,
        `pg_drop_replication_slot('${own}')`,
        `pg_replication_slot_advance('${own}', '0/0')`,
        ...['get', 'peek'].flatMap((verb) => [
          `pg_logical_slot_${verb}_changes('${own}', NULL, NULL)`,
          `pg_logical_slot_${verb}_binary_changes('${own}', NULL, NULL, 'proto_version', '1', 'publication_names', 'shared')`,
        ]),
        'pg_log_standby_snapshot()',
        `pg_read_binary_file('global/pg_control')`,
        `pg_ls_waldir()`,
      ])
        expect([call, await refusalOf(reader, `SELECT ${call}`)]).toEqual([call, '42501']);
      const slots = 'SELECT plugin FROM pg_replication_slots WHERE database = current_database()';
      expect(await store.query(slots)).toEqual([{ plugin: 'pgoutput' }]);
      await reader.query(`SELECT mtg_sharing.drop_slot('${own}')`);
      expect(await store.query(slots)).toEqual([]);
    });

    test('the functions run nothing of the role as the owner, even where it may make temporary objects', async () => {
      const { reader, store, login } = source;
      // As in a database that is not the owner's.
      await store.query(`GRANT TEMPORARY ON DATABASE ${store.name} TO ${login.role}`);
      await reader.query(`CREATE FUNCTION pg_temp.note() RETURNS boolean LANGUAGE plpgsql AS
        $$ BEGIN RAISE 'it runs as %', current_user; END $$;
        CREATE DOMAIN pg_temp.name AS text CHECK (pg_temp.note());
        CREATE DOMAIN pg_temp.text AS pg_catalog.text CHECK (pg_temp.note());
        CREATE TEMP VIEW pg_replication_slots AS SELECT 'a'::pg_catalog.name AS slot_name, 'b'::pg_catalog.name AS database,
          '0/1'::pg_lsn AS confirmed_flush_lsn, '0/1'::pg_lsn AS restart_lsn WHERE pg_temp.note();
        GRANT SELECT ON pg_temp.pg_replication_slots TO PUBLIC`);
      const slot = `'${slotOf(store)}'`;
      for (const call of [
        `create_slot(${slot})`,
        `changes(${slot}, pg_current_wal_flush_lsn(), 1)`,
        `acknowledge(${slot}, pg_current_wal_flush_lsn())`,
        'mark_log()',
        `drop_slot(${slot})`,
      ])
        await reader.query(`SELECT mtg_sharing.${call}`);
      await reader.query('DISCARD TEMP');
      await store.query(`REVOKE TEMPORARY ON DATABASE ${store.name} FROM ${login.role}`);
    });

    test('the functions are for the role alone, and take no name but that of a slot', async () => {
      const functions = await source.store.query(
        `SELECT oid::regprocedure::text AS name, prosecdef AS definer, proconfig AS settings,
           has_function_privilege('${source.login.role}', oid, 'EXECUTE') AS reader, has_function_privilege('test_runtime', oid, 'EXECUTE') AS runtime,
           has_function_privilege('public', oid, 'EXECUTE') AS everyone
         FROM pg_proc WHERE pronamespace = to_regnamespace('mtg_sharing') ORDER BY 1`,
      );
      const as = (name: string, definer = true) => ({
        name: `mtg_sharing.${name}`,
        definer,
        settings: ['search_path=pg_catalog, pg_temp'],
        reader: true,
        runtime: false,
        everyone: false,
      });
      expect(functions).toEqual([
        as('acknowledge(text,pg_lsn)'),
        as('changes(text,pg_lsn,integer)'),
        as('create_slot(text)'),
        as('drop_slot(text)'),
        as('mark_log()'),
        as('own_slot(text)', false),
      ]);
    });

    test.each([
      ['CREATE PUBLICATION everything FOR ALL TABLES'],
      ['ALTER PUBLICATION shared SET (publish = $$insert$$)'],
      ['CREATE TABLE mine (id integer)'],
      ['CREATE TEMPORARY TABLE mine (id integer)'],
      ['CREATE SCHEMA mine'],
      ['CREATE ROLE mine'],
      ['SET ROLE postgres'],
      ['COPY (SELECT 1) TO PROGRAM $$true$$'],
      ['SELECT pg_read_file($$postgresql.conf$$)'],
      ['SELECT pg_terminate_backend(pg_backend_pid()), pg_reload_conf()'],
    ])('the role may not: %s', async (statement) => {
      expect(await refusalOf(source.reader, statement)).toMatch(/^(42501|42601)$/);
    });

    test('the stream has what is shared and no private value, whatever is written', async () => {
      const { store, reader, columns, isShared } = source;
      await withoutGuards(store);
      await reader.query(`SELECT mtg_sharing.create_slot('${slotOf(store)}')`);
      const written = { shared: new Set<string>(), hidden: new Set<string>() };
      const valueOf = (round: number, each: TableColumn, index: number): string => {
        const value = sampleOf(round, each, index);
        const open = isShared(each.table, each.column);
        if (value.mark !== undefined) written[open ? 'shared' : 'hidden'].add(value.mark);
        return value.sql;
      };
      for (const table of tablesOf(({ table: name }) => name !== 'database_start')) {
        const own = columns
          .map((each, index) => ({ each, index }))
          .filter(({ each }) => each.table === table);
        const names = own.map(({ each }) => each.column).join(', ');
        const values = own.map(({ each, index }) => valueOf(1, each, index)).join(', ');
        const changes = own
          .filter(({ each }) => each.column !== 'id')
          .map(({ each, index }) => `${each.column} = ${valueOf(2, each, index)}`);
        await store.query(`DELETE FROM ${table}`);
        await store.query(`INSERT INTO ${table} (${names}) OVERRIDING SYSTEM VALUE VALUES (${values})`);
        await store.query(`UPDATE ${table} SET ${changes.join(', ')}`);
        await store.query(`DELETE FROM ${table}`);
      }
      const bytes = await streamOf(reader, store);
      expect(written.hidden.size).toBeGreaterThan(40);
      expect([...written.hidden].filter((mark) => bytes.includes(mark))).toEqual([]);
      expect([...written.shared].filter((mark) => !bytes.includes(mark))).toEqual([]);
      // The names of private tables and columns stay as well.
      const open = new Set(tablesOf(({ table, column }) => isShared(table, column)));
      expect(
        tablesOf(({ table }) => !open.has(table)).filter((table) => bytes.includes(`public\0${table}\0`)),
      ).toEqual([]);
    });
  },
);

/** Lets a test write any value to any table. */
async function withoutGuards(store: TestDatabase): Promise<void> {
  await store.query(`DO $$ DECLARE statement text; BEGIN
    FOR statement IN SELECT format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE', conrelid::regclass, conname)
      FROM pg_constraint WHERE contype IN ('f', 'c') AND connamespace = 'public'::regnamespace LOOP EXECUTE statement; END LOOP;
    FOR statement IN SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass)
      FROM pg_trigger WHERE NOT tgisinternal LOOP EXECUTE statement; END LOOP;
  END $$`);
}

interface Sample {
  readonly sql: string;
  /** Its bytes in the stream; none for a value that is too short to be told from others. */
  readonly mark?: string;
}

/** A value that no other column and no other round has. */
function sampleOf(round: number, { table, column, type }: TableColumn, index: number): Sample {
  const text = `canary-${table}-${column}-${round}`;
  const number = 1_700_000_000 + round * 10_000 + index;
  const id = `${number}-0000-7000-8000-000000000000`.slice(2);
  const year = 2200 + round * 3000 + index;
  switch (type) {
    case 'text':
      return { sql: `'${text}'`, mark: text };
    case 'text[]':
      return { sql: `ARRAY['${text}']`, mark: text };
    case 'jsonb':
      return { sql: `'{"a": "${text}"}'`, mark: text };
    case 'bytea':
      return { sql: `'${text}'::bytea`, mark: Buffer.from(text).toString('hex') };
    case 'uuid':
      return { sql: `'${id}'`, mark: id };
    case 'uuid[]':
      return { sql: `ARRAY['${id}'::uuid]`, mark: id };
    case 'date':
      return { sql: `'${year}-01-02'`, mark: `${year}-01-02` };
    case 'timestamp with time zone':
      return { sql: `'${year}-03-04 05:06:07+00'`, mark: `${year}-03-04` };
    case 'boolean':
      return { sql: 'true' };
    default:
      return { sql: String(number), mark: String(number) };
  }
}

/** Reads the stream as the warehouse does. */
async function streamOf(reader: Client, store: TestDatabase): Promise<Buffer> {
  const write = store.query;
  const [row] = await write('SELECT pg_current_wal_insert_lsn()::text AS end');
  const end = String(row?.['end']);
  // What is not durable is written to the log a moment later, unless something has it written at once.
  await write('SELECT pg_switch_wal()');
  const { rows } = await reader.query<{ data: Buffer }>(
    `SELECT mtg_sharing.changes('${slotOf(store)}', '${end}', 1000000) AS data`,
  );
  await reader.query(`SELECT mtg_sharing.drop_slot('${slotOf(store)}')`);
  return Buffer.concat(rows.map(({ data }) => data));
}
