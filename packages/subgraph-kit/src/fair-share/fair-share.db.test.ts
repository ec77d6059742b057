import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import type { Actor } from '@mtg/access';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { query } from '../../../../tests/startup/support/query';
import { startWithOwnRole, type TestSubgraph } from '../../../../tests/support/test-subgraph';
import { tokenOf } from '../../../../tests/support/tokens';
import { eventually } from '../../../../tests/support/wait';
import { Place, Places1700000000001, place, placeSet } from '../../test-support/places';
import { ReferenceLoad1700000000000 } from '../reference/1700000000000-reference-load';
import { ReferenceLoad } from '../reference/reference-load';
import type { SubgraphContext } from '../context/context';
import type { SubgraphDefinition } from '../server/definition';

@ArgsType()
class NumberArgs {
  @Field(() => Int, { defaultValue: 0, description: '编号 · Number' })
  number: number;
}

@ObjectType({ description: '回声 · Echo' })
class Echo {
  @Field(() => String, { nullable: true, description: '文字 · Text' })
  text: string | null;
}

@ObjectType({ description: '下一层 · A level further down' })
class Nest {
  @Field(() => Int, { description: '层 · Level' })
  level: number;
}

/** Any number that no other lock of these tests has. */
const GATE = 4711;

async function tick(database: DataSource, number: number): Promise<Echo> {
  const [row]: { at: string }[] = await database.query('SELECT nextval($1)::text AS at, $2::int AS number', [
    'ticks',
    number,
  ]);
  return { text: row?.at ?? null };
}

@Resolver(() => Nest)
class NestResolver {
  @FieldResolver(() => Echo, { nullable: true, description: '计数 · Count' })
  tick(@Args(() => NumberArgs) { number }: NumberArgs, @Ctx() { database }: SubgraphContext) {
    return tick(database, number);
  }
}

@Resolver()
class EchoResolver {
  @Query(() => Echo, { nullable: true, description: '读取 · Read' })
  async read(@Ctx() { database }: SubgraphContext) {
    const [row]: { name: unknown }[] = await database.query('SELECT name FROM changing');
    return { text: String(row?.name) };
  }

  @Query(() => Nest, { nullable: true, description: '下一层 · A level further down' })
  nest(): Nest {
    return { level: 1 };
  }

  @Query(() => Echo, { nullable: true, description: '计数 · Count' })
  tick(@Args(() => NumberArgs) { number }: NumberArgs, @Ctx() { database }: SubgraphContext) {
    return tick(database, number);
  }

  @Query(() => Echo, { nullable: true, description: '等待 · Wait' })
  async wait(@Args(() => NumberArgs) { number }: NumberArgs, @Ctx() { database }: SubgraphContext) {
    await database.query('SELECT pg_advisory_lock_shared($1), pg_advisory_unlock_shared($1), $2::int', [
      GATE,
      number,
    ]);
    return { text: 'through' };
  }

  @Mutation(() => Echo, { nullable: true, description: '写入 · Write' })
  async write(@Ctx() { database }: SubgraphContext) {
    const [row]: { at: string }[] = await database.query(`SELECT nextval('ticks')::text AS at`);
    const [again]: { at: string }[] = await database.query(`SELECT nextval('ticks')::text AS at`);
    return { text: `${row?.at} ${again?.at}` };
  }

  @Mutation(() => Echo, { nullable: true, description: '添加 · Add' })
  async add(@Ctx() { database }: SubgraphContext) {
    await database.query(`INSERT INTO storage_probe VALUES ('x')`);
    return { text: 'added' };
  }
}

const definition: SubgraphDefinition = {
  name: 'north',
  title: '北街道',
  street: 'NORTH',
  defaultPort: 0,
  entities: [ReferenceLoad, Place],
  migrations: [ReferenceLoad1700000000000, Places1700000000001],
  resolvers: [EchoResolver, NestResolver],
  orphanedTypes: [],
  referenceResolvers: {},
  referenceSets: () => [placeSet(place('A'))],
};

const ANALYST: Actor = { subject: 'u-analyst', role: 'ANALYST' };
const TIMEOUT_MS = 3000;

let subgraph: TestSubgraph;
const start = async (timeoutMs: number): Promise<void> => {
  subgraph = await startWithOwnRole(definition, { timeoutMs });
  await subgraph.store.query('CREATE SEQUENCE ticks');
  await subgraph.store.query(`GRANT USAGE ON SEQUENCE ticks TO ${subgraph.store.name}_runtime`);
};
beforeEach(() => start(TIMEOUT_MS));
afterEach(() => subgraph.close());

const many = (count: number, field: (index: number) => string): string =>
  `{ ${Array.from({ length: count }, (_, i) => `a${i}: ${field(i)} { text }`).join(' ')} }`;

/** Shuts the gate that `wait` goes through, until what is returned is called. */
async function shutGate(): Promise<() => Promise<void>> {
  const runner = subgraph.database.createQueryRunner();
  await runner.query('SELECT pg_advisory_lock($1)', [GATE]);
  return async () => {
    await runner.query('SELECT pg_advisory_unlock($1)', [GATE]);
    await runner.release();
  };
}

const waiting = async (): Promise<number> => {
  const [row] = await subgraph.store.query(
    `SELECT count(*)::int AS waiting FROM pg_stat_activity
     WHERE datname = current_database() AND usename LIKE '%_runtime' AND wait_event_type = 'Lock'`,
  );
  return Number(row?.['waiting']);
};

/** The connections of a data source, as `pg` keeps them. */
interface Pool {
  on(event: 'remove', listener: (client: { readonly processID: number }) => void): void;
}

// `pg` is the only driver here.
const poolOf = ({ driver }: DataSource): Pool => (driver as PostgresDriver).master as Pool;

const readiness = async (): Promise<unknown> => (await fetch(`${subgraph.address}/readyz`)).json();

test('a query sends the same statement once, and a command sends each', async () => {
  const answer = await subgraph.ask(many(50, () => 'tick'));
  expect(new Set(Object.values(answer.data as object).map(({ text }) => text))).toEqual(new Set(['1']));
  expect(await subgraph.ask('mutation { write { text } }')).toEqual({ data: { write: { text: '2 3' } } });
});

test('a statement that comes again and again is answered after its table has changed, too', async () => {
  await subgraph.store.query(`CREATE TABLE changing AS SELECT 'x'::text AS name`);
  await subgraph.store.query(`GRANT SELECT ON changing TO ${subgraph.store.name}_runtime`);
  const read = async () => subgraph.ask('{ read { text } }');
  for (let times = 0; times < 6; times += 1) expect(await read()).toEqual({ data: { read: { text: 'x' } } });
  await subgraph.store.query('ALTER TABLE changing ALTER COLUMN name TYPE integer USING 7');
  for (let times = 0; times < 6; times += 1) expect(await read()).toEqual({ data: { read: { text: '7' } } });
});

test('an operation that needs too many statements is refused as a whole', async () => {
  const answer = await subgraph.ask(`{ nest ${many(251, (i) => `tick(number: ${i})`)} }`);
  expect(answer).toEqual({
    data: null,
    errors: [
      {
        message: expect.stringMatching(/超过 250 条语句.*more than 250 database statements/),
        extensions: { code: 'QUERY_TOO_LARGE', subgraph: 'north', street: 'NORTH', limit: 250 },
      },
    ],
  });
});

test('a client that asks for all connections leaves others, commands and health theirs', async () => {
  // The flood is to wait for the gate, not for its time to be over.
  await subgraph.close();
  await start(60_000);
  const open = await shutGate();
  const flood = Promise.all(
    Array.from({ length: 8 }, (_, i) => subgraph.ask(many(40, (j) => `wait(number: ${i * 40 + j})`))),
  );
  await eventually('the flood holds its share', async () => (await waiting()) === 3);
  expect(await subgraph.ask('{ tick { text } }', {}, { as: ANALYST })).toEqual({
    data: { tick: { text: expect.any(String) } },
  });
  expect(await subgraph.ask('mutation { write { text } }')).toMatchObject({ data: { write: {} } });
  expect(await readiness()).toMatchObject({ status: 'ready' });
  expect(await waiting()).toBe(3);
  await open();
  await flood;
});

test('what does not get its turn, or no answer, in time is told that the street is busy', async () => {
  const open = await shutGate();
  const { errors = [] } = await subgraph.ask(many(5, (i) => `wait(number: ${i})`));
  expect(errors).toHaveLength(5);
  for (const { message, extensions } of errors) {
    expect(message).toMatch(/正忙.*busy/);
    expect(extensions).toEqual({
      code: 'OVERLOADED',
      street: 'NORTH',
      subgraph: 'north',
      retryAfterSeconds: expect.any(Number),
    });
  }
  await eventually('nothing waits in the database any more', async () => (await waiting()) === 0);
  await open();
});

test('a query ends before a caller that waits for less gives up', async () => {
  const open = await shutGate();
  const send = async (number: number, timeLeft: Readonly<Record<string, string>>) => {
    const response = await fetch(`${subgraph.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...timeLeft },
      body: JSON.stringify({ query: `{ wait(number: ${number}) { text } }` }),
    });
    return { number, text: await response.text() };
  };
  const patient = send(1, {});
  const first = await Promise.race([patient, send(2, { 'x-time-left-ms': '400' })]);
  expect([first.number, first.text]).toEqual([2, expect.stringContaining('OVERLOADED')]);
  await patient;
  await open();
});

test('clients that go away take their statements with them', async () => {
  // The limit of time would end them too, but later than this test waits.
  await subgraph.close();
  await start(60_000);
  const open = await shutGate();
  const authorization = `Bearer ${await tokenOf(ANALYST)}`;
  const leave = new AbortController();
  const clients = Array.from({ length: 15 }, (_, i) =>
    fetch(`${subgraph.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query: `{ wait(number: ${i}) { text } }` }),
      signal: leave.signal,
    }).catch(() => undefined),
  );
  await eventually('they hold their share', async () => (await waiting()) === 3);
  leave.abort();
  await Promise.all(clients);
  await eventually('nothing waits in the database any more', async () => (await waiting()) === 0);
  expect(await subgraph.ask('{ tick { text } }', {}, { as: ANALYST })).toMatchObject({ data: { tick: {} } });
  await open();
});

test('a data source that closes waits for a statement that was given up', async () => {
  const open = await shutGate();
  const asked = subgraph.ask('{ wait { text } }');
  await eventually('it waits', async () => (await waiting()) === 1);
  const [{ pid } = {}] = await subgraph.store.query(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  process.kill(Number(pid), 'SIGSTOP');
  try {
    expect((await asked).errors?.[0]?.extensions['code']).toBe('OVERLOADED');
    await subgraph.runtime.destroy();
    expect(subgraph.runtime.isInitialized).toBe(false);
  } finally {
    process.kill(Number(pid), 'SIGCONT');
  }
  await open();
});

test('a server that does not heed a cancellation loses the connection', async () => {
  const open = await shutGate();
  const asked = subgraph.ask('{ wait { text } }');
  await eventually('it waits', async () => (await waiting()) === 1);
  const [{ pid } = {}] = await subgraph.store.query(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  const lost: number[] = [];
  poolOf(subgraph.runtime).on('remove', ({ processID }) => lost.push(processID));
  process.kill(Number(pid), 'SIGSTOP');
  try {
    expect((await asked).errors?.[0]?.extensions['code']).toBe('OVERLOADED');
    await eventually('its connection is cut', () => lost.includes(Number(pid)));
    expect(await subgraph.ask('{ tick { text } }')).toMatchObject({ data: { tick: {} } });
  } finally {
    process.kill(Number(pid), 'SIGCONT');
    await open();
  }
});

test('of many queries of one client some are answered, and the rest is told in time', async () => {
  const open = await shutGate();
  const flood = Array.from({ length: 12 }, (_, i) => subgraph.ask(`{ wait(number: ${i}) { text } }`));
  await eventually('the first hold its share', async () => (await waiting()) === 3);
  expect(await subgraph.ask('{ tick { text } }', {}, { as: ANALYST })).toMatchObject({ data: { tick: {} } });
  const codes = (await Promise.all(flood)).map(({ errors }) => errors?.[0]?.extensions['code']);
  expect(new Set(codes)).toEqual(new Set(['OVERLOADED']));
  await open();
  expect(await subgraph.ask('{ tick { text } }')).toMatchObject({ data: { tick: {} } });
});

test.each(['25006', '58030', 'XX001', '42501'])('a server with a fault (%s) is away', async (sqlState) => {
  await subgraph.store.query(
    `CREATE FUNCTION faulty() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE 'no' USING ERRCODE = '${sqlState}'; END $$;
     CREATE TRIGGER faulty BEFORE INSERT ON storage_probe FOR EACH STATEMENT EXECUTE FUNCTION faulty()`,
  );
  expect((await subgraph.ask('mutation { add { text } }')).errors?.[0]).toMatchObject({
    message: expect.stringMatching(/发生故障或处于只读状态.*is faulty or read-only/),
    extensions: { code: 'SUBGRAPH_UNAVAILABLE', street: 'NORTH' },
  });
});

test('a changed password and a full disk have their own codes and parts', async () => {
  await subgraph.store.query(
    `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
     CREATE TRIGGER full_disk BEFORE INSERT ON storage_probe FOR EACH STATEMENT EXECUTE FUNCTION full_disk()`,
  );
  expect((await subgraph.ask('mutation { add { text } }')).errors?.[0]).toMatchObject({
    message: expect.stringMatching(/存储已满.*is full/),
    extensions: { code: 'STORAGE_FULL', street: 'NORTH' },
  });
  const full = { status: 'unavailable', parts: { database: 'ready', storage: 'unavailable' } };
  expect(await readiness()).toMatchObject(full);
  // A write that failed counts for a while, though a few pages may still be had.
  await subgraph.store.query('DROP TRIGGER full_disk ON storage_probe');
  expect(await readiness()).toMatchObject(full);
  await subgraph.store.query(`ALTER ROLE ${subgraph.store.name}_runtime PASSWORD 'another'`);
  await query(
    subgraph.store.url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${subgraph.store.name}_runtime'`,
  );
  await eventually('the password is asked for', async () => {
    const { errors } = await subgraph.ask('{ tick { text } }');
    return errors?.[0]?.extensions['code'] === 'DATABASE_LOGIN_REFUSED';
  });
  expect(await readiness()).toMatchObject({ parts: { database: 'unavailable' } });
});
