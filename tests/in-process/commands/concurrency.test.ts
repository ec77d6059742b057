import { Client } from 'pg';
import { definition } from '../../../subgraphs/dayu/src';
import { officer, peopleOf } from '../../support/actors';
import { give, written } from '../../support/commands';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';

const people = peopleOf('DAYU');
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

/** Two processes over one database, as while a street is upgraded. */
let one: TestSubgraph;
let two: TestSubgraph;
beforeAll(async () => {
  one = await startTestSubgraph(definition);
  two = await one.another();
});
afterAll(async () => {
  await two.close();
  await one.close();
});

test('fifty clients on one delegation have one winner; the others are told the version', async () => {
  const { payload } = await give(one, 'dayu', 'submitDelegation', REQUEST, 'delegation { id version }', {
    as: officer('JUSTICE'),
  });
  const { id, version } = written(payload, 'delegation');
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      give(
        index % 2 === 0 ? one : two,
        'dayu',
        'recordStreetOpinion',
        { delegationId: id, expectedVersion: version, opinion: `意见${index}` },
        'delegation { version opinion }',
        { as: { ...people.leader, subject: `leader-${index}` } },
      ),
    ),
  );
  const winners = answers.filter(({ errors }) => errors.length === 0);
  expect(winners).toHaveLength(1);
  const refusals = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions));
  expect(refusals).toHaveLength(49);
  // A later caller has seen another version. The conflict is reported before R10 checks the transition.
  for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
  const [row] = await one.store.query(`SELECT version, opinion FROM delegation WHERE id = '${id}'`);
  expect(row).toEqual({ version: 2, opinion: winners[0]?.payload?.['delegation'].opinion });
  const [{ entries, longest } = {}] = await one.store.query(
    'SELECT count(*) AS entries, max(sequence) AS longest FROM audit_entry',
  );
  expect(entries).toBe(longest);
});

test('while another process writes for long, a command is told so, and does nothing', async () => {
  const holder = new Client({ connectionString: one.store.url });
  await holder.connect();
  try {
    await holder.query('SELECT pg_advisory_lock(1100109002)');
    const before = await one.store.query('SELECT count(*) FROM delegation');
    const { errors } = await give(one, 'dayu', 'submitDelegation', REQUEST, 'delegation { id }', {
      as: officer('JUSTICE'),
    });
    expect(errors[0]?.extensions).toMatchObject({
      code: 'OVERLOADED',
      street: 'DAYU',
      retryAfterSeconds: expect.any(Number),
    });
    expect(errors[0]?.message).toMatch(/正忙.*busy/);
    expect(await one.store.query('SELECT count(*) FROM delegation')).toEqual(before);
    const question = await one.ask('{ dayu { name } }');
    expect(question.data).toEqual({ dayu: { name: '大峪街道' } });
  } finally {
    await holder.end();
  }
});
