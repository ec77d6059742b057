import { STREET_COMMAND_NAMES as OF_STREETS, type Actor } from '@mtg/access';
import { ERROR_CODES, REQUEST_ERROR_CODES } from '@mtg/service-kit';
import type { Gateway } from '../../../gateway/src';
import { underCommandLock } from '../../../packages/commands/src/locking/command-lock';
import { CommandQueue } from '../../../packages/commands/src/locking/command-queue';
import { definition } from '../../../subgraphs/dayu/src';
import { peopleOf } from '../../support/actors';
import { startGatewayBefore } from '../../support/gateway-before';
import { recordAnonymous } from '../../support/record-anonymous';
import { eventually } from '../../support/wait';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';
import { tokenOf } from '../../support/tokens';

/** Records of requests that never came to a command: at a street, and at a gateway in front of it. */
const people = peopleOf('DAYU');
const { dispatcher } = people;
let dayu: TestSubgraph;
let gateway: Gateway;
beforeAll(async () => {
  dayu = await startTestSubgraph(definition);
  gateway = await startGatewayBefore(dayu);
});
afterAll(async () => {
  await gateway?.stop();
  await dayu?.close();
});

const SECRET = '不可留存的内容';
const dispatch = (input: string) => `dispatchWorkOrder(input: ${input}) { workOrder { id } }`;
const ORDER = `{ title: "${SECRET}", content: "一" }`;

async function send(door: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<number> {
  const response = await fetch(`${door === 'gateway' ? gateway.address : dayu.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  expect(await response.text()).not.toContain('INTERNAL');
  return response.status;
}

type Row = Record<string, unknown>;

/** Records of this as soon as it is answered. */
async function recordedAtOnce(attempts: () => Promise<unknown>): Promise<readonly Row[]> {
  await recordAnonymous(dayu, 'DAYU');
  const [before] = await dayu.store.query('SELECT count(*)::int AS n FROM audit_entry');
  await attempts();
  return dayu.store.query(
    `SELECT actor, role, scope, command, outcome, code, times FROM audit_entry ORDER BY sequence OFFSET ${String(before?.['n'])}`,
  );
}

/** Records of this in the end. */
async function recorded(attempts: () => Promise<unknown>): Promise<readonly Row[]> {
  return recordedAtOnce(async () => {
    await attempts();
    await recordAnonymous(dayu, 'DAYU');
  });
}

const timesIn = (rows: readonly Row[]): number => rows.reduce((sum, { times }) => sum + Number(times), 0);

const mine = { actor: dispatcher.subject, role: 'DISPATCHER', scope: 'DAYU' };
const nobodys = { actor: null, role: null, scope: null };
const refused = (who: object, code: string, times = 1, command = 'dispatchWorkOrder') => ({
  ...who,
  command,
  outcome: 'REFUSED',
  code,
  times,
});
const signed = async () => ({ authorization: `Bearer ${await tokenOf(dispatcher)}` });

describe.each(['gateway', 'street'])('at the %s', (door) => {
  test.each<[string, object, string, number, string]>([
    [
      'an inline value of the wrong type',
      { query: `mutation { dayu { ${dispatch('{ title: 5 }')} } }` },
      'BAD_USER_INPUT',
      400,
      'dispatchWorkOrder',
    ],
    [
      'a variable of the wrong type',
      {
        query: `mutation ($i: DispatchWorkOrderInput!) { dayu { ${dispatch('$i')} } }`,
        variables: { i: { title: SECRET } },
      },
      'BAD_USER_INPUT',
      400,
      'dispatchWorkOrder',
    ],
    [
      'two commands at once',
      { query: `mutation { dayu { a: ${dispatch(ORDER)} b: ${dispatch(ORDER)} } }` },
      'GRAPHQL_VALIDATION_FAILED',
      400,
      'dispatchWorkOrder',
    ],
    [
      'an unknown command',
      { query: 'mutation { dayu { doWhatever { id } } }' },
      'GRAPHQL_VALIDATION_FAILED',
      400,
      'unknown',
    ],
  ])('%s, as of whose token it is', async (_, body, code, status, command) => {
    const attempt = async () => expect(await send(door, body, await signed())).toBe(status);
    // An answered refusal is on record, even if the street is killed the next moment.
    const rows = await recordedAtOnce(async () => {
      await attempt();
      await attempt();
    });
    expect(rows).toEqual([refused(mine, code, 1, command), refused(mine, code, 1, command)]);
    // Without a token it has no actor.
    expect(await recorded(() => send(door, body, {}))).toEqual([refused(nobodys, code, 1, command)]);
  });

  test('a command by GET', async () => {
    const query = encodeURIComponent(`mutation { dayu { ${dispatch(ORDER)} } }`);
    const rows = await recordedAtOnce(async () => {
      const headers = { 'content-type': 'application/json', ...(await signed()) };
      const address = door === 'gateway' ? gateway.address : dayu.address;
      expect((await fetch(`${address}/graphql?query=${query}`, { headers })).status).toBe(405);
    });
    expect(rows).toEqual([refused(mine, 'BAD_REQUEST')]);
  });

  test('under no id by which the platform knows what it does itself', async () => {
    const body = { query: `mutation { dayu { ${dispatch('{}')} } }` };
    const forged = { 'x-request-id': 'system:superviseOverdue' };
    await recorded(async () => {
      await send(door, body, { ...(await signed()), ...forged });
      await send(door, body, forged);
    });
    const rows = await dayu.store.query(
      `SELECT request_id FROM audit_entry WHERE request_id LIKE 'system:%'`,
    );
    expect(rows).toEqual([]);
  });

  test('a token that is not accepted', async () => {
    const body = { query: `mutation { dayu { ${dispatch(ORDER)} } }` };
    const rows = await recorded(async () => {
      for (let round = 0; round < 3; round += 1)
        await send(door, body, { authorization: 'Bearer forged.to.ken' });
    });
    expect(rows).toEqual([refused(nobodys, 'UNAUTHENTICATED', 3)]);
  });

  test('a key that cannot be read, under the lock', async () => {
    const body = { query: `mutation { dayu { ${dispatch(ORDER)} } }` };
    for (const key of ['a b', Buffer.from('钥匙', 'utf8').toString('latin1')]) {
      const rows = await recorded(async () =>
        expect(await send(door, body, { ...(await signed()), 'idempotency-key': key })).toBe(200),
      );
      expect(rows).toEqual([refused(mine, 'BAD_USER_INPUT')]);
    }
  });

  test('a flood is one entry, and queries are none', async () => {
    const body = { query: `mutation { dayu { ${dispatch('{}')} } }` };
    const rows = await recorded(async () => {
      await Promise.all(Array.from({ length: 200 }, () => send(door, body, {})));
      await send(door, { query: '{ dayu { nothing } }' }, {});
      await send(door, { query: '{ dayu { code } }' }, { authorization: 'Bearer forged.to.ken' });
    });
    expect(rows).toEqual([refused(nobodys, 'BAD_USER_INPUT', 200)]);
  });
});

const matter = (title: string) => ({
  query: `mutation { dayu { registerMajorMatter(input: { title: "${title}", content: "一" }) { majorMatter { id } } } }`,
});
const SHAPELESS = { query: 'mutation { dayu { registerMajorMatter { majorMatter { id } } } }' };

const { analyst, clerk, leader } = people;
const busy: Actor = { ...dispatcher, subject: 'busy-dispatcher' };
const headersOf = async (who: Actor) => ({ authorization: `Bearer ${await tokenOf(who)}` });

afterEach(() => jest.restoreAllMocks());

/** Commands of one person that are queued at once; more are refused. */
const MOST_OF_ONE = 100;

test.each([
  ['commands', 'FORBIDDEN', matter('灌水'), busy],
  ['commands of the wrong shape', 'BAD_USER_INPUT', SHAPELESS, clerk],
])(
  'a caller with too many %s at once delays only itself, and all are on record',
  async (_, code, body, flooder) => {
    // Nothing waits for so long that it is refused for that, however slow the machine.
    jest.spyOn(performance, 'now').mockReturnValue(performance.now());
    const queued = jest.spyOn(CommandQueue.prototype, 'run');
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const rows = await recorded(async () => {
      // A task of the platform's own is under way, so that everything has to wait.
      const task = underCommandLock(dayu.runtime, async () => {
        await released;
        return { value: undefined, writes: [] };
      });
      let answered = 0;
      const flood = Array.from({ length: 300 }, async () => {
        await send('street', body, await headersOf(flooder));
        answered += 1;
      });
      await eventually('all beyond the queue are refused', () => answered === 300 - MOST_OF_ONE);
      const headers = await headersOf(leader);
      const answer = fetch(`${dayu.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(matter('修路')),
      });
      const isQueued = () => queued.mock.calls.some(([, subject]) => subject === leader.subject);
      await eventually('the leader’s is queued', isQueued);
      release();
      await task;
      expect(await (await answer).json()).toMatchObject({
        data: { dayu: { registerMajorMatter: { majorMatter: { id: expect.any(String) } } } },
      });
      await Promise.all(flood);
    });
    const allowed = rows.findIndex(({ outcome }) => outcome === 'ALLOWED');
    // One of the flooder's comes before the leader's at most.
    expect(allowed).toBeLessThanOrEqual(1);
    const refusals = rows.filter(({ outcome }) => outcome === 'REFUSED');
    expect(refusals).toHaveLength(rows.length - 1);
    expect(new Set(refusals.map(({ actor }) => actor))).toEqual(new Set([flooder.subject]));
    expect(timesIn(refusals)).toBe(300);
    // A refusal that was queued is an entry of its own; one beyond the queue is tallied.
    const inTheirTurn = refusals.filter((row) => row['code'] === code && row['times'] === 1);
    expect(inTheirTurn).toHaveLength(MOST_OF_ONE);
    expect(refusals.length).toBeLessThanOrEqual(inTheirTurn.length + 2);
  },
);

const EVERY_COMMAND = { query: `mutation { dayu { ${OF_STREETS.join(' ')} } }` };

test('a refused request is one entry, which lists its commands', async () => {
  const rows = await recordedAtOnce(async () =>
    send('street', EVERY_COMMAND, await headersOf(people.dispatcher)),
  );
  expect(rows).toHaveLength(1);
  expect(String(rows[0]?.['command']).split(' ')).toEqual(OF_STREETS.toSorted());
  const { data } = await dayu.ask(
    '{ dayu { auditEntries(last: 1, filter: { command: "verifyWorkOrder" }) { nodes { command } } } }',
    {},
    { as: people.auditor },
  );
  expect(data).toEqual({ dayu: { auditEntries: { nodes: [{ command: rows[0]?.['command'] }] } } });
});

test.each<[string, Actor]>([
  ['a role without commands', analyst],
  ['a role of another street', peopleOf('CHENGZI').dispatcher],
  ['an auditor', people.auditor],
])('%s adds nothing to the chain at once, and one entry to a round', async (_, who) => {
  const keys = 'SELECT count(*)::int AS n FROM idempotency_record';
  const before = await dayu.store.query(keys);
  const attempts = async () => {
    const headers = { ...(await headersOf(who)), 'idempotency-key': 'one-of-many' };
    await Promise.all(Array.from({ length: 40 }, () => send('street', EVERY_COMMAND, headers)));
    await Promise.all(Array.from({ length: 40 }, () => send('street', matter('灌水'), headers)));
    const known = { commands: ['dispatchWorkOrder'], code: 'BAD_USER_INPUT', digest };
    for (let round = 0; round < 5; round += 1) await report(known, headers);
  };
  expect(await recordedAtOnce(attempts)).toEqual([]);
  await recordAnonymous(dayu, 'DAYU');
  const last = await dayu.store.query(
    'SELECT actor, code, times FROM audit_entry ORDER BY sequence DESC LIMIT 3',
  );
  expect(last.toReversed()).toEqual([
    { actor: who.subject, code: 'GRAPHQL_VALIDATION_FAILED', times: 40 },
    { actor: who.subject, code: 'FORBIDDEN', times: 40 },
    { actor: who.subject, code: 'BAD_USER_INPUT', times: 5 },
  ]);
  expect(await dayu.store.query(keys)).toEqual(before);
});

test('beyond a share, refusals of one subject are put together', async () => {
  const rows = await recorded(async () => {
    const headers = await headersOf({ ...people.dispatcher, subject: 'another-dispatcher' });
    for (let round = 0; round < 4; round += 1) {
      await Promise.all(Array.from({ length: 50 }, () => send('street', matter('灌水'), headers)));
    }
  });
  expect(rows).toHaveLength(121);
  expect(timesIn(rows)).toBe(200);
  expect(rows[120]).toMatchObject({ actor: 'another-dispatcher', code: 'FORBIDDEN', times: 80 });
});

async function report(body: object, headers: object): Promise<number> {
  const response = await fetch(`${dayu.address}/refused-commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return response.status;
}
const digest = 'a'.repeat(64);

test('what a gateway reports is taken only if it could be true, and is whose token it comes with', async () => {
  const known = { commands: ['dispatchWorkOrder'], code: 'BAD_USER_INPUT', digest };
  const rows = await recorded(async () => {
    expect(await report({ ...known, commands: [SECRET] }, {})).toBe(204);
    expect(await report({ ...known, code: SECRET }, {})).toBe(204);
    expect(await report({ ...known, code: 'toString' }, {})).toBe(204);
    // What a subgraph or a command finds out is unavailable without asking it, and an unreadable request names no command.
    for (const code of Object.keys({ ...ERROR_CODES, ...REQUEST_ERROR_CODES })) {
      if (MET_AT_A_GATEWAY.includes(code)) continue;
      expect(await report({ ...known, code }, await signed())).toBe(204);
      expect(await report({ ...known, code }, {})).toBe(204);
    }
    expect(await report({ ...known, digest: SECRET }, {})).toBe(400);
    expect(await report(known, { authorization: 'Bearer forged.to.ken' })).toBe(204);
    expect(
      await report({ ...known, commands: ['dispatchWorkOrder', 'dispatchWorkOrder'] }, await signed()),
    ).toBe(204);
  });
  expect(rows).toEqual([refused(mine, 'BAD_USER_INPUT'), refused(nobodys, 'BAD_USER_INPUT')]);
});

const MET_AT_A_GATEWAY = [
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
];

test('anonymous requests add at most a few entries per round, whatever they contain', async () => {
  const commands = OF_STREETS;
  const rows = await recorded(async () => {
    for (const code of MET_AT_A_GATEWAY) {
      for (const name of commands) expect(await report({ commands: [name], code, digest }, {})).toBe(204);
    }
    await send('street', { query: `mutation { dayu { ${dispatch(ORDER)} } }` }, {});
  });
  // Twenty kinds, and the rest of each code, so that none is put down under another's.
  expect(rows).toHaveLength(20 + MET_AT_A_GATEWAY.length + 1);
  expect(timesIn(rows)).toBe(commands.length * MET_AT_A_GATEWAY.length + 1);
  expect(rows.slice(0, 20)).toEqual(
    commands.slice(0, 20).map((name) => refused(nobodys, 'BAD_USER_INPUT', 1, name)),
  );
  const rest = commands.length - 20;
  expect(rows.slice(20)).toEqual([
    refused(nobodys, 'BAD_USER_INPUT', rest, 'unknown'),
    ...MET_AT_A_GATEWAY.slice(1).map((code) => refused(nobodys, code, commands.length, 'unknown')),
    refused(nobodys, 'UNAUTHENTICATED', 1, 'unknown'),
  ]);
});

test('nothing of what was sent is on record', async () => {
  const [row] = await dayu.store.query('SELECT string_agg(a::text, chr(10)) AS all FROM audit_entry a');
  expect(String(row?.['all'])).toContain('dispatchWorkOrder');
  expect(String(row?.['all'])).not.toContain(SECRET);
});
