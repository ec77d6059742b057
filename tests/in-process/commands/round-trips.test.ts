import { Client } from 'pg';
import { definition } from '../../../subgraphs/dayu/src';
import { officer, peopleOf } from '../../support/actors';
import { give, written } from '../../support/commands';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';

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
beforeAll(async () => {
  dayu = await startTestSubgraph(definition);
});
afterAll(() => dayu.close());

/** Groups what is sent to PostgreSQL while `work` runs: statements that wait for no earlier answer are one round trip. */
async function roundTripsOf(work: () => Promise<unknown>): Promise<readonly (readonly string[])[]> {
  const trips: string[][] = [];
  let unanswered = 0;
  const send: (...given: readonly unknown[]) => Promise<unknown> = Client.prototype.query;
  const spy = jest.spyOn(Client.prototype, 'query').mockImplementation(function query(
    this: Client,
    ...given: readonly unknown[]
  ) {
    const [statement] = given;
    const text = typeof statement === 'string' ? statement : String(Object(statement).text);
    if (unanswered === 0) trips.push([]);
    trips.at(-1)?.push(text.split(/\s/u, 1)[0] ?? '');
    unanswered += 1;
    return Reflect.apply(send, this, given).finally(() => (unanswered -= 1));
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return trips;
}

test('a command with a key takes two round trips, and those that its rules and rows need', async () => {
  const submit = (key: string) =>
    give(dayu, 'dayu', 'submitDelegation', { ...REQUEST, documentNumber: key }, 'delegation { id version }', {
      as: officer('JUSTICE'),
      key,
    });
  await submit('first');
  const trips = await roundTripsOf(() => submit('second'));
  const [begin, ...rest] = trips;
  // Limits, the lock, the end of the chain, and the record of the key.
  expect(begin).toEqual(['BEGIN', 'SELECT', 'SELECT', 'SELECT', 'SAVEPOINT', 'SELECT']);
  expect(rest).toEqual([['INSERT'], ['INSERT', 'INSERT', 'COMMIT']]);

  const { payload } = await submit('second');
  const { id, version } = written(payload, 'delegation');
  const opinion = { delegationId: id, expectedVersion: version, opinion: '同意' };
  const change = await roundTripsOf(() =>
    dayu.ask(
      `mutation ($input: RecordStreetOpinionInput!) { dayu { recordStreetOpinion(input: $input) { delegation { id } } } }`,
      { input: opinion },
      { as: peopleOf('DAYU').leader },
    ),
  );
  expect(change.slice(1)).toEqual([['SELECT'], ['UPDATE'], ['INSERT', 'COMMIT']]);
});

test('a retry takes two round trips, and an entry is not written', async () => {
  const submit = () =>
    give(dayu, 'dayu', 'submitDelegation', REQUEST, 'delegation { id }', {
      as: officer('JUSTICE'),
      key: 'retry',
    });
  await submit();
  const trips = await roundTripsOf(submit);
  expect(trips.slice(1)).toEqual([['COMMIT']]);
});
