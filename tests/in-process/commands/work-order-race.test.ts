import { randomUUID } from 'node:crypto';
import type { Actor } from '@mtg/access';
import type { Gateway } from '../../../gateway/src';
import { give, type CommandAnswer } from '../../support/commands';
import { dispatchStage, head, people, type DispatchStage } from '../../support/dispatch';
import { startGatewayBefore } from '../../support/gateway-before';
import type { Door } from '../../support/sequence-street';
import { ask, type TestSubgraph } from '../../support/test-subgraph';

const CLIENTS = 50;

let stage: DispatchStage;
/** Another process over the same database, as while a street is upgraded. */
let second: TestSubgraph;
let gateway: Gateway;
beforeAll(async () => {
  stage = await dispatchStage();
  second = await stage.dayu.another();
  gateway = await startGatewayBefore(stage.dayu);
});
afterAll(async () => {
  await gateway.stop();
  await second.close();
  await stage.dayu.close();
});

/** Where clients come in: half of them at each of two doors. */
const DOORS: readonly (readonly [string, () => readonly [Door, Door]])[] = [
  ['two processes of the street', () => [stage.dayu, second]],
  ['the gateway', () => [throughGateway, throughGateway]],
  ['the gateway and the street itself', () => [throughGateway, stage.dayu]],
];
const throughGateway: Door = {
  ask: (query, variables, request) => ask(gateway.address, query, variables, request),
};

const atOnce = (
  doors: readonly [Door, Door],
  command: string,
  inputOf: (client: number) => Readonly<Record<string, unknown>>,
  asOf: (client: number) => Actor,
): Promise<CommandAnswer[]> =>
  Promise.all(
    Array.from({ length: CLIENTS }, (_, client) =>
      give(
        doors[client % 2] ?? doors[0],
        'dayu',
        command,
        inputOf(client),
        'workOrder { id state version }',
        {
          as: asOf(client),
        },
      ),
    ),
  );

/** One has done it, and everybody else is told the version that came of it. */
function expectOneWinner(answers: readonly CommandAnswer[], version: number): CommandAnswer {
  const winners = answers.filter(({ errors }) => errors.length === 0);
  expect(winners).toHaveLength(1);
  const refusals = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions));
  expect(refusals).toHaveLength(CLIENTS - 1);
  for (const refusal of refusals)
    expect(refusal).toMatchObject({ code: 'CONFLICT', currentVersion: version });
  const [winner] = winners;
  if (!winner) throw new Error('no command won');
  return winner;
}

const historyOf = async (id: unknown) =>
  (await stage.dayu.store.query(
    `SELECT command, actor FROM work_order_event WHERE work_order_id = '${String(id)}' ORDER BY id`,
  )) as readonly { readonly command: string; readonly actor: string }[];

describe.each(DOORS)('through %s, of fifty clients on one work order', (_, doors) => {
  test('one accepts it', async () => {
    const { id, version } = await stage.order();
    const input = { workOrderId: id, expectedVersion: version };
    const answers = await atOnce(
      doors(),
      'acceptWorkOrder',
      () => input,
      (client) => ({ ...head, subject: `head-${client}` }),
    );
    const { payload } = expectOneWinner(answers, 2);
    expect(payload?.['workOrder']).toEqual({ id, state: 'ACCEPTED', version: 2 });
    expect(await historyOf(id)).toHaveLength(2);
  });

  test('one step is taken, whichever comes first: it is accepted, its return requested, or cancelled', async () => {
    const { id, version } = await stage.order();
    const steps = [
      ['acceptWorkOrder', head],
      ['requestReturn', head],
      ['cancelWorkOrder', people.dispatcher],
    ] as const;
    const stepOf = (client: number) => steps[client % steps.length] ?? steps[0];
    const answers = await Promise.all(
      Array.from({ length: CLIENTS }, (__, client) => {
        const [command, as] = stepOf(client);
        const reason = command === 'acceptWorkOrder' ? {} : { reason: '不属本中心职责' };
        const input = { workOrderId: id, expectedVersion: version, ...reason };
        return give(
          doors()[client % 2] ?? stage.dayu,
          'dayu',
          command,
          input,
          'workOrder { state version }',
          {
            as,
          },
        );
      }),
    );
    const { payload } = expectOneWinner(answers, 2);
    const [row] = await stage.dayu.store.query(`SELECT state, version FROM work_order WHERE id = '${id}'`);
    expect(row).toEqual(payload?.['workOrder']);
    expect(await historyOf(id)).toHaveLength(2);
  });

  test('of fifty requests for more time, which leave the order in its state, one is recorded', async () => {
    const { id, version } = await stage.order();
    const answers = await atOnce(
      doors(),
      'requestExtension',
      (client) => ({
        workOrderId: id,
        expectedVersion: version,
        reason: '材料未齐',
        deadline: `2027-01-${String(1 + (client % 28)).padStart(2, '0')}`,
      }),
      () => head,
    );
    expect(expectOneWinner(answers, 2).payload?.['workOrder']).toEqual({ id, state: 'ISSUED', version: 2 });
    expect(await historyOf(id)).toHaveLength(2);
  });

  test('and one key a hundred times at once is one work order', async () => {
    const input = await stage.draft();
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 100 }, (__, client) =>
        give(
          doors()[client % 2] ?? stage.dayu,
          'dayu',
          'dispatchWorkOrder',
          input,
          'workOrder { id number }',
          {
            as: people.dispatcher,
            key,
          },
        ),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.errors).toEqual([]);
    const made = await stage.dayu.store.query(
      `SELECT count(*)::int AS n FROM work_order WHERE key_point_id = '${String(input['keyPointId'])}'`,
    );
    expect(made).toEqual([{ n: 1 }]);
  });
});
