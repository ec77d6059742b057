import { hashOf, type Chained } from '../../../packages/commands/src/audit/chain';
import { definition as district } from '../../../subgraphs/district/src';
import { definition as dayu } from '../../../subgraphs/dayu/src';
import { loadTestSubgraph, type LoadedSubgraph } from '../../support/test-subgraph';

/** Limits of the serving role by raw SQL on the records of every command: audit entries and idempotency records. */
describe.each([dayu, district])('$name', (definition) => {
  let subgraph: LoadedSubgraph;
  beforeAll(async () => {
    subgraph = await loadTestSubgraph(definition);
  });
  afterAll(() => subgraph.close());

  let last = { sequence: 0, hash: 'the first' };
  const entry: Chained = {
    sequence: '1',
    at: new Date('2026-11-23T02:00:00.120Z'),
    actor: '张“三”"\\\n\u0001\u007f\u2028😀/<>&',
    role: null,
    scope: 'DAYU',
    command: 'submitDelegation',
    inputDigest: 'x',
    outcome: 'ALLOWED',
    code: null,
    rule: null,
    targets: [],
    requestId: 'r-1',
    times: 1,
    previousHash: 'the first',
  } as unknown as Chained;
  const append = (chained: Chained, hash: string) =>
    subgraph.runtime.query(
      `INSERT INTO audit_entry (sequence, at, actor, role, scope, command, input_digest, outcome, code, rule, targets, request_id, times, imported, previous_hash, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      // prettier-ignore
      [
        chained.sequence, chained.at, chained.actor, chained.role, chained.scope, chained.command, chained.inputDigest,
        chained.outcome, chained.code, chained.rule, chained.targets, chained.requestId, chained.times,
        chained.imported ?? null, chained.previousHash, hash,
      ],
    );

  test.each<[string, Partial<Chained>]>([
    ['without anything', { actor: null, scope: null }],
    ['with every kind of character', {}],
    [
      'of a refusal',
      { outcome: 'REFUSED' as Chained['outcome'], code: 'RULE_VIOLATION', rule: 'R01', times: 40 },
    ],
    [
      'with targets',
      {
        role: 'LEADER',
        targets: ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'],
        at: new Date('1999-12-31T23:59:59Z'),
      },
    ],
    [
      'of an import',
      {
        imported: {
          fileName: '表 "一".csv',
          sha256: 'ab',
          replace: false,
          inserted: 3,
          updated: 0,
          systemUser: 'root',
          databaseRole: 'dayu',
        },
      },
    ],
  ])('an entry %s is appended with its own hash and no other', async (_, differing) => {
    const chained = {
      ...entry,
      ...differing,
      sequence: String(last.sequence + 1),
      previousHash: last.hash,
    };
    const hash = hashOf(chained);
    await expect(append(chained, hashOf({ ...chained, command: 'another' }))).rejects.toThrow(
      /another hash/u,
    );
    await append(chained, hash);
    last = { sequence: last.sequence + 1, hash };
  });

  const add = (key: string, age: string, answer: string | null) =>
    subgraph.runtime.query(
      `INSERT INTO idempotency_record (actor, key, digest, answer, at) VALUES ('x', $1, 'x', $2, now() - $3::interval)`,
      [key, answer, age],
    );
  const forget = (key: string) =>
    subgraph.runtime.query(`DELETE FROM idempotency_record WHERE key = $1`, [key]);

  test('the answer to a used key is not replaced within its day', async () => {
    await add('used', '23 hours', '{}');
    await expect(forget('used')).rejects.toThrow(/kept for a day/u);
    await expect(
      subgraph.runtime.query(`UPDATE idempotency_record SET answer = '[]' WHERE key = 'used'`),
    ).rejects.toThrow(/permission denied/u);
  });

  test.each([
    ['whose day is over', '25 hours', '{}'],
    ['that has no answer yet', '1 minute', null],
  ])('a key is forgotten %s', async (name, age, answer) => {
    await add(name, age, answer);
    await forget(name);
    expect(await subgraph.store.query(`SELECT FROM idempotency_record WHERE key = '${name}'`)).toEqual([]);
  });
});
