import type { Actor } from '@mtg/access';
import { randomUUID } from 'node:crypto';
import { purgeIdempotencyRecords } from '../../../packages/commands/src/idempotency/purge';
import { definition } from '../../../subgraphs/dayu/src';
import { officer, peopleOf } from '../../support/actors';
import { give, written } from '../../support/commands';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';

const people = peopleOf('DAYU');
const justice = officer('JUSTICE');
const REQUEST = {
  departmentCode: 'JUSTICE',
  kind: 'DELEGATED_MATTER',
  title: '法律服务',
  content: '每月一次法律咨询',
  documentNumber: '门司发〔2026〕1号',
  documentTitle: '关于委托开展法律服务的函',
  documentDate: '2026-03-02',
  legalBasis: '《法律援助法》',
};

let dayu: TestSubgraph;
/** The time as the subgraph sees it. */
let now = new Date('2026-05-06T02:00:00.123Z');
beforeAll(async () => {
  dayu = await startTestSubgraph(definition, { clock: { now: () => now } });
});
afterAll(() => dayu.close());

const submit = (key: string | undefined, differing = {}, as: Actor | null = justice) =>
  give(
    dayu,
    'dayu',
    'submitDelegation',
    { ...REQUEST, ...differing },
    'delegation { id version state createdAt documentDate guidance { id } }',
    { ...(as && { as }), ...(key !== undefined && { key }) },
  );
const count = async (table: string) =>
  Number((await dayu.store.query(`SELECT count(*) AS n FROM ${table}`))[0]?.['n']);

test('a retry gets the stored answer, and does nothing', async () => {
  const key = randomUUID();
  const first = await submit(key);
  expect(first.errors).toEqual([]);
  const before = [await count('delegation'), await count('audit_entry')];
  now = new Date(now.getTime() + 60_000);
  expect(await submit(key)).toEqual(first);
  expect(await submit(`"${key}"`)).toEqual(first);
  expect([await count('delegation'), await count('audit_entry')]).toEqual(before);
});

test('the stored answer stays when the row has changed since', async () => {
  const key = randomUUID();
  const first = await submit(key);
  const { id } = written(first.payload, 'delegation');
  await give(
    dayu,
    'dayu',
    'recordStreetOpinion',
    { delegationId: id, opinion: '同意' },
    'delegation { id }',
    {
      as: people.leader,
    },
  );
  expect((await submit(key)).payload).toEqual(first.payload);
});

test('one key a hundred times at once is one delegation', async () => {
  const before = await count('delegation');
  const key = randomUUID();
  const answers = await Promise.all(Array.from({ length: 100 }, () => submit(key)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.errors).toEqual([]);
  expect(await count('delegation')).toBe(before + 1);
});

test('the same key with another payload, or in another role, is refused', async () => {
  const key = randomUUID();
  await submit(key);
  const before = await count('delegation');
  const { errors } = await submit(key, { title: '另一件事' });
  expect(errors[0]?.extensions).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH', field: 'Idempotency-Key' });
  const inAnotherRole = await submit(key, {}, { subject: justice.subject, role: 'ANALYST' });
  expect(inAnotherRole.errors[0]?.extensions).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
  expect(await count('delegation')).toBe(before);
});

test('null and left out are the same payload', async () => {
  const key = randomUUID();
  const first = await submit(key, { approvalId: null });
  expect(first.errors).toEqual([]);
  expect(await submit(key)).toEqual(first);
});

test('a key is its sender’s own', async () => {
  const key = randomUUID();
  const first = await submit(key);
  const other = await submit(key, {}, { ...justice, subject: 'a-colleague' });
  expect(other.errors).toEqual([]);
  expect(other.payload?.['delegation'].id).not.toBe(first.payload?.['delegation'].id);
});

test('a refusal by a rule is stored, too', async () => {
  const key = randomUUID();
  const refused = await submit(key, { legalBasis: null });
  expect(refused.errors[0]?.extensions).toMatchObject({ code: 'RULE_VIOLATION', rule: 'R08' });
  const entries = await count('audit_entry');
  expect((await submit(key, { legalBasis: null })).errors).toEqual(refused.errors);
  expect(await count('audit_entry')).toBe(entries);
});

describe('a refusal that may be otherwise the next time is found out anew, and uses the key all the same', () => {
  const FAILING = `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
    CREATE TRIGGER fail BEFORE INSERT ON delegation FOR EACH ROW EXECUTE FUNCTION fail()`;

  test.each<[string, string, object, Actor]>([
    ['a wrong field', 'BAD_USER_INPUT', { title: ' ' }, justice],
    ['a role that may not', 'FORBIDDEN', {}, people.dispatcher],
    ['another department', 'FORBIDDEN', { departmentCode: 'PUBLIC_SECURITY' }, justice],
  ])('%s', async (_, code, differing, as) => {
    const key = randomUUID();
    const entries = await count('audit_entry');
    const before = await count('delegation');
    const refused = await submit(key, differing, as);
    expect(refused.errors[0]?.extensions['code']).toBe(code);
    // Each attempt is recorded, since each was answered.
    expect(await submit(key, differing, as)).toEqual(refused);
    expect(await count('audit_entry')).toBe(entries + 2);
    for (const [other, who] of [
      [{ ...differing, content: '另一件事' }, as],
      [{}, { ...justice, subject: as.subject }],
    ] as const) {
      const { payload, errors } = await submit(key, other, who);
      expect(payload).toBeNull();
      expect(errors[0]?.extensions['code']).toBe('IDEMPOTENCY_MISMATCH');
    }
    // And it stays so: a mismatch takes nothing's place.
    expect(await submit(key, differing, as)).toEqual(refused);
    expect(await count('delegation')).toBe(before);
  });

  test('but of a role that may give no command here, which leaves nothing at once and uses no key', async () => {
    const key = randomUUID();
    const [entries, keys] = [await count('audit_entry'), await count('idempotency_record')];
    const refused = await submit(key, {}, people.analyst);
    expect(refused.errors[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await submit(key, { title: '另一件事' }, people.analyst)).toEqual(refused);
    expect([await count('audit_entry'), await count('idempotency_record')]).toEqual([entries, keys]);
  });

  test('what failed', async () => {
    const key = randomUUID();
    await dayu.database.query(FAILING);
    try {
      expect((await submit(key)).errors[0]?.extensions['code']).toBe('INTERNAL_SERVER_ERROR');
    } finally {
      await dayu.database.query('DROP TRIGGER fail ON delegation; DROP FUNCTION fail()');
    }
    const other = await submit(key, { title: '另一件事' });
    expect(other.errors[0]?.extensions['code']).toBe('IDEMPOTENCY_MISMATCH');
    // The same is done now, once, and its answer is then the first.
    const before = await count('delegation');
    const done = await submit(key);
    expect(done.errors).toEqual([]);
    expect(await submit(key)).toEqual(done);
    expect(await count('delegation')).toBe(before + 1);
  });
});

test('what did not come to its command uses up no key', async () => {
  const key = randomUUID();
  expect((await submit(key, {}, null)).errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  expect((await submit(key, { title: 5 })).errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  expect((await submit(key)).errors).toEqual([]);
});

test.each(['', ' ', '"', 'a b', '钥匙', 'x'.repeat(256)])('the key %j is refused', async (key) => {
  // fetch itself refuses a header that is not Latin-1.
  const sent = Buffer.from(key, 'utf8').toString('latin1');
  const { errors } = await submit(sent);
  if (sent.trim() === '"') expect(errors).toEqual([]);
  else expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'Idempotency-Key' });
});

test('keys live for a day at least, and are forgotten after two', async () => {
  const key = randomUUID();
  const first = await submit(key);
  const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);
  await purgeIdempotencyRecords(dayu.runtime, hours(24));
  expect(await submit(key)).toEqual(first);
  await purgeIdempotencyRecords(dayu.runtime, hours(49));
  expect(await count('idempotency_record')).toBe(0);
  expect((await submit(key)).payload?.['delegation'].id).not.toBe(first.payload?.['delegation'].id);
});
