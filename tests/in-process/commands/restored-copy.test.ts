import { definition as dayuDefinition } from '../../../subgraphs/dayu/src';
import { definition as districtDefinition } from '../../../subgraphs/district/src';
import { peopleOf } from '../../support/actors';
import { give } from '../../support/commands';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';
import { eventually } from '../../support/wait';

/** A database that is restored from an old copy and goes on: its witnesses say so without being asked. */
const people = peopleOf('DAYU');
const NOWHERE = '00000000-0000-7000-8000-000000000000';
let dayu: TestSubgraph;
let district: TestSubgraph;
beforeAll(async () => {
  const districtUrl = new Map<string, string>();
  dayu = await startTestSubgraph(dayuDefinition, {
    taskSettings: { sweepSeconds: 1, auditUrls: districtUrl },
  });
  const auditUrls = new Map([['DAYU', `${dayu.address}/graphql`]]);
  district = await startTestSubgraph(districtDefinition, { taskSettings: { sweepSeconds: 1, auditUrls } });
  districtUrl.set('DISTRICT', `${district.address}/graphql`);
});
afterAll(() => Promise.all([dayu.close(), district.close()]));

const register = () =>
  give(dayu, 'dayu', 'registerMajorMatter', { title: '修路', content: '一' }, 'majorMatter { id }', {
    as: people.leader,
  });
const revoke = () =>
  give(district, 'district', 'revokeApproval', { id: NOWHERE, expectedVersion: 1 }, 'approval { id }', {
    as: people.government,
  });

/** A subgraph whose chain is restored, the one that witnesses it, and a command that adds an entry. */
const sides = (): readonly (readonly [TestSubgraph, TestSubgraph, string, () => Promise<unknown>])[] => [
  [dayu, district, 'DAYU', register],
  [district, dayu, 'DISTRICT', revoke],
];

async function times(count: number, command: () => Promise<unknown>): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop
  for (let round = 0; round < count; round += 1) await command();
}

async function stateAt(witness: TestSubgraph, chain: string): Promise<unknown> {
  const root = witness === dayu ? 'dayu' : 'district';
  const { data } = await witness.ask(`{ ${root} { auditWitness { chain lastSequence checkedAt state } } }`);
  const all = (data as Record<string, { auditWitness: readonly Record<string, unknown>[] }>)[root];
  return all?.auditWitness.find((each) => each['chain'] === chain);
}

const becomes = (witness: TestSubgraph, chain: string, state: string, lastSequence: string) =>
  eventually(`${chain} is ${state} at ${lastSequence}`, async () => {
    const found = await stateAt(witness, chain);
    return JSON.stringify(found) === JSON.stringify({ ...(found as object), lastSequence, state });
  });

async function readiness({ address }: TestSubgraph): Promise<unknown> {
  const response = await fetch(`${address}/readyz`);
  const { status, parts, reasons } = (await response.json()) as Record<string, Record<string, string>>;
  return { http: response.status, status, audit: parts?.['audit'], reasons };
}

test.each([0, 1])(
  'is noticed within a sweep, before it reaches what was seen and after (%d)',
  async (side) => {
    const [restored, witness, chain, command] = sides()[side] ?? fail();
    const { store } = restored;
    await command();
    // The second entry of a street is its sweep's, once it has worked.
    const judged = () => store.query(`SELECT FROM audit_entry WHERE command = 'checkCadence'`);
    if (restored === dayu) await eventually('it is judged', async () => (await judged()).length > 0);
    else await command();
    await store.query('CREATE TABLE old_copy AS SELECT * FROM audit_entry');
    await times(3, command);
    await becomes(witness, chain, 'CONSISTENT', '5');
    expect(await readiness(witness)).toEqual({ http: 200, status: 'ready', audit: 'ready' });

    await store.query(
      'TRUNCATE audit_entry; INSERT INTO audit_entry SELECT * FROM old_copy ORDER BY sequence',
    );
    await command();
    await becomes(witness, chain, 'CUT_OFF', '3');
    expect(await readiness(witness)).toEqual({
      http: 200,
      status: 'degraded',
      audit: 'degraded',
      reasons: { audit: `${chain} CUT_OFF` },
    });

    await times(4, command);
    await becomes(witness, chain, 'REWRITTEN', '7');
    // The new end is noted as well, and does not hide what came before it.
    await command();
    await becomes(witness, chain, 'REWRITTEN', '8');
    expect(await readiness(witness)).toMatchObject({ reasons: { audit: `${chain} REWRITTEN` } });
    expect(
      await witness.store.query(
        `SELECT sequence FROM audit_anchor WHERE chain = '${chain}' GROUP BY sequence HAVING count(*) > 1`,
      ),
    ).toEqual([{ sequence: '5' }]);
  },
);

test('hashes of entries are open to everybody, and asked for by few numbers', async () => {
  const ask = async (sequences: readonly string[]) => {
    const query = 'query ($s: [String!]!) { dayu { auditHashes(sequences: $s) { sequence hash } } }';
    const { data, errors } = await dayu.ask(query, { s: sequences });
    const rows = (data as { dayu: { auditHashes: readonly object[] | null } } | undefined)?.dayu.auditHashes;
    return errors?.[0]?.extensions['code'] ?? rows;
  };
  const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
  expect(await ask(['1', '3', '900'])).toEqual([
    { sequence: '1', hash },
    { sequence: '3', hash },
  ]);
  expect(await ask([])).toEqual([]);
  expect(await ask(['1; --'])).toBe('BAD_USER_INPUT');
  expect(await ask(Array.from({ length: 21 }, (_, index) => String(index)))).toBe('BAD_USER_INPUT');
});

function fail(): never {
  throw new Error('no such side');
}
