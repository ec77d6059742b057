import { isDeepStrictEqual } from 'node:util';
import { definition as dayuDefinition } from '../../../subgraphs/dayu/src';
import { definition as districtDefinition } from '../../../subgraphs/district/src';
import { AuditEntry, verifyChain, type ChainHead } from '@mtg/commands';
import { hashOf } from '../../../packages/commands/src/audit/chain';
import { peopleOf } from '../../support/actors';
import { give, type Selected } from '../../support/commands';
import { recordAnonymous } from '../../support/record-anonymous';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';
import { eventually } from '../../support/wait';

const people = peopleOf('DAYU');
let dayu: TestSubgraph;
let district: TestSubgraph;
const districtUrl = new Map<string, string>();
beforeAll(async () => {
  dayu = await startTestSubgraph(dayuDefinition, {
    taskSettings: { sweepSeconds: 1, auditUrls: districtUrl },
  });
  district = await startTestSubgraph(districtDefinition, {
    taskSettings: { sweepSeconds: 1, auditUrls: new Map([['DAYU', `${dayu.address}/graphql`]]) },
  });
  // They witness each other, so that one of the two addresses is known later.
  districtUrl.set('DISTRICT', `${district.address}/graphql`);
});
afterAll(async () => {
  await district.close();
  await dayu.close();
});

const NOWHERE = '00000000-0000-7000-8000-000000000000';

/** Refused for want of a delegation; each leaves an entry. */
const attempt = (as?: Parameters<typeof give>[5]) =>
  give(
    dayu,
    'dayu',
    'recordStreetOpinion',
    { delegationId: NOWHERE, opinion: '同意' },
    'delegation { id }',
    as,
  );

const anchors = async (): Promise<readonly ChainHead[]> =>
  (await district.store.query(
    `SELECT sequence, hash FROM audit_anchor WHERE chain = 'DAYU'`,
  )) as unknown as ChainHead[];
const verify = async () => (await verifyChain(dayu.database, 'DAYU', await anchors())).problems;
const head = async () =>
  String((await dayu.store.query('SELECT coalesce(max(sequence), 0) AS head FROM audit_entry'))[0]?.['head']);

/** Changes the chain as a superuser, verifies it, and rolls back. */
async function tampered(...statements: string[]) {
  await dayu.store.query('CREATE TABLE kept AS SELECT * FROM audit_entry');
  try {
    await dayu.store.query('ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_follows');
    for (const statement of statements) await dayu.store.query(statement);
    return await verify();
  } finally {
    await dayu.store.query('TRUNCATE audit_entry');
    await dayu.store.query('INSERT INTO audit_entry SELECT * FROM kept');
    await dayu.store.query(
      'ALTER TABLE audit_entry DROP CONSTRAINT IF EXISTS audit_entry_sequence, ADD CONSTRAINT audit_entry_sequence CHECK (sequence >= 1)',
    );
    await dayu.store.query('ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_follows');
    await dayu.store.query('DROP TABLE kept');
  }
}

beforeAll(async () => {
  for (let round = 0; round < 12; round += 1) await attempt({ as: people.leader });
  for (let round = 0; round < 30; round += 1) await attempt();
  await recordAnonymous(dayu, 'DAYU');
  await eventually('the district has seen the last entry', async () =>
    (await anchors()).some(({ sequence }) => sequence === '13'),
  );
});

test('every refusal is recorded, with who, what and why; those without a token together', async () => {
  const rows = await dayu.store.query(
    'SELECT sequence, actor, role, scope, command, outcome, code, targets, times FROM audit_entry ORDER BY sequence',
  );
  expect(rows).toHaveLength(13);
  expect(rows[0]).toEqual({
    sequence: '1',
    actor: 'leader',
    role: 'STREET_LEADER',
    scope: 'DAYU',
    command: 'recordStreetOpinion',
    outcome: 'REFUSED',
    code: 'NOT_FOUND',
    targets: [],
    times: 1,
  });
  expect(rows[12]).toMatchObject({
    actor: null,
    role: null,
    scope: null,
    code: 'UNAUTHENTICATED',
    times: 30,
  });
});

test('an untouched chain is intact', async () => {
  expect(await verify()).toEqual([]);
});

test.each<[string, readonly string[], readonly object[]]>([
  [
    'an edited entry',
    [`UPDATE audit_entry SET actor = 'another' WHERE sequence = 5`],
    [{ sequence: '5', kind: 'EDITED' }],
  ],
  [
    'a time that was moved by a millisecond',
    [`UPDATE audit_entry SET at = at + interval '1 millisecond' WHERE sequence = 5`],
    [{ sequence: '5', kind: 'EDITED' }],
  ],
  ['a deleted entry', ['DELETE FROM audit_entry WHERE sequence = 5'], [{ sequence: '5', kind: 'MISSING' }]],
  [
    'the first entries deleted',
    ['DELETE FROM audit_entry WHERE sequence < 3'],
    [{ sequence: '1', kind: 'MISSING' }],
  ],
  [
    'two entries that changed places',
    [
      'UPDATE audit_entry SET sequence = 1000 WHERE sequence = 5',
      'UPDATE audit_entry SET sequence = 5 WHERE sequence = 6',
      'UPDATE audit_entry SET sequence = 6 WHERE sequence = 1000',
    ],
    [
      { sequence: '5', kind: 'EDITED' },
      { sequence: '6', kind: 'EDITED' },
      { sequence: '7', kind: 'NOT_LINKED' },
    ],
  ],
  [
    'a tail that was cut off',
    ['DELETE FROM audit_entry WHERE sequence > 10'],
    [{ sequence: '11', kind: 'CUT_OFF' }],
  ],
  [
    'an entry before the first',
    [
      'ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_sequence',
      `INSERT INTO audit_entry SELECT -5, at, actor, role, scope, command, input_digest, outcome, code, rule, targets, request_id, 'p', 'h', times FROM audit_entry WHERE sequence = 5`,
    ],
    [{ sequence: '-5', kind: 'SURPLUS' }],
  ],
  [
    'a number of requests that was changed',
    ['UPDATE audit_entry SET times = 29 WHERE sequence = 13'],
    [{ sequence: '13', kind: 'EDITED' }],
  ],
  ['a whole chain removed', ['DELETE FROM audit_entry'], [{ sequence: '1', kind: 'CUT_OFF' }]],
])('%s shows, with its number', async (_, statements, problems) => {
  expect(await tampered(...statements)).toEqual(problems);
});

test('a chain that was written anew with hashes of its own does not fit what was witnessed', async () => {
  const entries = await dayu.database.getRepository(AuditEntry).find({ order: { sequence: 'ASC' } });
  const updates: string[] = [];
  let previousHash = entries[0]?.previousHash ?? '';
  for (const entry of entries) {
    const forged = Object.assign(entry, { actor: 'another-actor', previousHash });
    previousHash = hashOf(forged);
    updates.push(
      `UPDATE audit_entry SET actor = 'another-actor', previous_hash = '${forged.previousHash}', hash = '${previousHash}' WHERE sequence = ${entry.sequence}`,
    );
  }
  expect(await tampered(...updates)).toContainEqual({ sequence: '13', kind: 'NOT_AS_ANCHORED' });
});

test('a witness who contradicts the others is heard, in whatever order they are asked', async () => {
  const others = await anchors();
  const contradicting = { sequence: '13', hash: 'f'.repeat(64) };
  for (const all of [
    [...others, contradicting],
    [contradicting, ...others],
  ]) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await verifyChain(dayu.database, 'DAYU', all)).problems).toEqual([
      { sequence: '13', kind: 'NOT_AS_ANCHORED' },
    ]);
  }
});

test.each([
  `UPDATE audit_entry SET actor = 'another'`,
  'DELETE FROM audit_entry',
  'TRUNCATE audit_entry',
  'ALTER TABLE audit_entry DISABLE TRIGGER ALL',
  'DROP TABLE audit_entry',
])('the role that serves may not: %s', async (statement) => {
  await expect(dayu.runtime.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  expect(await head()).toBe('13');
});

test.each([
  ['before the first', `-5, hash`, /does not follow/],
  ['far behind the last', `9223372036854775807, hash`, /does not follow/],
  ['in place of the last', `sequence, hash`, /does not follow/],
  ['without the hash of the one before', `sequence + 1, 'another'`, /does not hold the hash/],
])('nor may it add an entry %s', async (_, values, message) => {
  await expect(
    dayu.runtime.query(
      `INSERT INTO audit_entry (sequence, previous_hash, at, command, input_digest, outcome, code, targets, request_id, hash)
       SELECT ${values}, at, command, input_digest, outcome, code, targets, request_id, 'forged' FROM audit_entry WHERE sequence = 13`,
    ),
  ).rejects.toThrow(message);
  expect(await head()).toBe('13');
});

test('the street is a witness of the district’s chain', async () => {
  await give(district, 'district', 'revokeApproval', { id: NOWHERE, expectedVersion: 1 }, 'approval { id }', {
    as: people.office,
  });
  const expected = await district.store.query(
    `SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1`,
  );
  await eventually('the street has seen it', async () =>
    isDeepStrictEqual(
      await dayu.store.query(
        `SELECT sequence, hash FROM audit_anchor WHERE chain = 'DISTRICT' ORDER BY sequence DESC LIMIT 1`,
      ),
      expected,
    ),
  );
  await expect(dayu.runtime.query('DELETE FROM audit_anchor')).rejects.toThrow(/permission denied/);
});

test.each([`UPDATE audit_anchor SET hash = ''`, 'DELETE FROM audit_anchor'])(
  'nor may the district’s: %s',
  async (statement) => {
    await expect(district.runtime.query(statement)).rejects.toThrow(/permission denied/);
  },
);

test('only the auditor reads the chain, page by page', async () => {
  const page = `query ($after: String) { dayu { auditEntries(first: 5, after: $after) { totalCount nodes { sequence } pageInfo { hasNextPage endCursor } } } }`;
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await dayu.ask(page, { after }, { as: people.auditor });
    const { nodes, pageInfo } = (data as Selected)['dayu'].auditEntries;
    seen.push(...nodes.map(({ sequence }: { sequence: string }) => sequence));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen).toEqual(Array.from({ length: 13 }, (_, index) => String(index + 1)));
  for (const as of [people.leader, people.dispatcher, people.office, people.analyst]) {
    const { data, errors } = await dayu.ask(page, {}, { as });
    expect(data).toEqual({ dayu: { auditEntries: null } });
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  }
});

test('anonymous callers may note where it ends', async () => {
  const { data } = await dayu.ask('{ dayu { auditHead { sequence hash } } }');
  expect((data as Selected)['dayu'].auditHead).toEqual({
    sequence: '13',
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});
