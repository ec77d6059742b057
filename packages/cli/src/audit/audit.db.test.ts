import { definition as dayu } from '../../../../subgraphs/dayu/src';
import { definition as district } from '../../../../subgraphs/district/src';
import { peopleOf } from '../../../../tests/support/actors';
import { give } from '../../../../tests/support/commands';
import { MtgHost, runMtg } from '../../../../tests/support/mtg';
import {
  loadTestSubgraph,
  startTestSubgraph,
  type LoadedSubgraph,
  type TestSubgraph,
} from '../../../../tests/support/test-subgraph';

const host = new MtgHost();
const people = peopleOf('DAYU');

let street: TestSubgraph;
let witness: LoadedSubgraph;
beforeAll(async () => {
  street = await startTestSubgraph(dayu);
  witness = await loadTestSubgraph(district);
  const delegationId = '00000000-0000-7000-8000-000000000000';
  for (let round = 0; round < 2; round += 1) {
    const input = { delegationId, opinion: '同意' };
    await give(street, 'dayu', 'recordStreetOpinion', input, 'delegation { id }', { as: people.leader });
  }
});
afterAll(async () => {
  await host.stop();
  await witness.close();
  await street.close();
});

const optionsOf = (environment: Readonly<Record<string, string>>) => ({
  environment: { MTG_DATA_DIR: '/nowhere', ...environment },
});

const verify = (environment: Readonly<Record<string, string>>, ...given: readonly string[]) =>
  host.run(optionsOf(environment), 'audit', 'verify', ...given);

/** A process of its own, for its exit code and its end. */
const verifyAlone = (environment: Readonly<Record<string, string>>, ...given: readonly string[]) =>
  runMtg(optionsOf(environment), 'audit', 'verify', ...given);

const NOTED = `INSERT INTO audit_anchor (chain, sequence, hash, seen_at) `;

describe('mtg audit verify on one database', () => {
  it.each([
    ['its owner', 'DATABASE_OWNER_URL', () => street.store.url],
    ['the role that serves', 'DATABASE_URL', () => street.store.runtimeUrl],
  ])('finds out whose it is, as %s, and says what it did not verify', async (_, variable, url) => {
    const { code, output } = await verify({ [variable]: url() });
    expect(output).toMatch(
      /^DAYU: 2 条 · entries, 完好 · intact, 未经见证 · not witnessed\n {2}末端 · head: 2 [0-9a-f]{64}\n/,
    );
    expect(output).toMatch(/whether DAYU was truncated.*\(district\) in WITNESS_DATABASE_URLS/);
    expect(output).toMatch(/other chains, which are not in these databases: CHENGZI, .*DISTRICT\n$/);
    expect(code).toBe(0);
  });

  it('compares with the witnesses it reaches, and names one that it does not', async () => {
    const [head] = await street.store.query(
      'SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1',
    );
    await witness.store.query(
      `${NOTED} VALUES ('DAYU', ${String(head?.['sequence'])}, '${String(head?.['hash'])}', now())`,
    );
    const reached = { DATABASE_OWNER_URL: street.store.url, WITNESS_DATABASE_URLS: witness.store.url };
    const whole = await verifyAlone(reached, '--chain', 'dayu');
    expect(whole.output).toMatch(/^DAYU: 2 条.*intact, 见证 1 处/);
    expect(whole.output).not.toContain('not verified');
    expect(whole.code).toBe(0);
    const away = `${witness.store.url},postgres://x@127.0.0.1:1/x`;
    const partly = await verifyAlone({ ...reached, WITNESS_DATABASE_URLS: away }, '--chain', 'DAYU');
    expect(partly.output).toMatch(
      /intact, 见证 1 处[^]*not verified.*the witness at 127\.0\.0\.1:1, which cannot be reached/,
    );
    expect(partly.code).toBe(66);
    await witness.store.query(`${NOTED} VALUES ('DAYU', 9, '${'0'.repeat(64)}', now())`);
    const cut = await verifyAlone({ ...reached, WITNESS_DATABASE_URLS: away });
    expect(cut).toMatchObject({ code: 65, output: expect.stringContaining('truncated from entry 3 on') });
  });

  it('refuses a chain that the database is not, and a database that is none', async () => {
    expect(await verify({ DATABASE_OWNER_URL: street.store.url }, '--chain', 'DISTRICT')).toMatchObject({
      code: 78,
      errors: expect.stringContaining('belongs to the subgraph "dayu", not to district'),
    });
    const none = street.store.url.replace(/\/[^/]+$/, '/postgres');
    expect(await verify({ DATABASE_OWNER_URL: none })).toMatchObject({
      code: 78,
      errors: expect.stringContaining('no subgraph has set up this database yet'),
    });
    expect(await verify({})).toMatchObject({
      code: 66,
      errors: expect.stringContaining('Run npm start first'),
    });
  });
});
