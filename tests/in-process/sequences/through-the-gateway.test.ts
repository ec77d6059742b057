import { createLogger } from '@mtg/service-kit';
import { FEDERATED } from '@mtg/subgraphs';
import * as fc from 'fast-check';
import { startGateway, type Gateway } from '../../../gateway/src';
import { committedSupergraph } from '../../support/gateway-before';
import {
  firstOrderSteps,
  orderSources,
  orderStep,
  takeOrderStep,
  type OrderScene,
  type OrderStep,
} from '../../support/order-sequences';
import { runsOf } from '../../support/runs';
import { sequenceStreet, type SequenceStreet } from '../../support/sequence-street';
import { ask } from '../../support/test-subgraph';

/** Sequences that are tried, each of up to so many commands. */
const [RUNS, LONGEST] = [5, 24];
const START = '2026-12-30T14:00:00Z';

/** One street that commands are given to, and another to which the gateway takes them. */
let near: SequenceStreet;
let far: SequenceStreet;
let gateway: Gateway;
let scenes: ReadonlyMap<SequenceStreet, Pick<OrderScene, 'projectId' | 'sources'>>;
beforeAll(async () => {
  near = await sequenceStreet('dayu', START);
  far = await sequenceStreet('chengzi', START, () => ({
    ask: (...question) => ask(gateway.address, ...question),
  }));
  gateway = await startGateway({
    supergraphSdl: committedSupergraph(),
    subgraphs: FEDERATED.map((listing) => ({
      name: listing.name,
      title: listing.title,
      // The others are not queried here.
      url: `${far.subgraph.address}/graphql`,
      timeoutMs: 10_000,
      ...(listing.kind === 'street' && { street: listing.code }),
    })),
    host: '127.0.0.1',
    port: 0,
    logger: createLogger('gateway', 'silent'),
  });
  scenes = new Map([
    [near, await orderSources(near)],
    [far, await orderSources(far)],
  ]);
});
afterAll(async () => {
  await gateway?.stop();
  for (const street of [near, far]) await street?.subgraph.close();
});

/** Runs a sequence in a street. @returns the result of each command */
async function play(street: SequenceStreet, steps: readonly OrderStep[]): Promise<readonly string[]> {
  const start = scenes.get(street);
  if (!start) throw new Error('the street has no sources');
  const scene = { ...start, orders: [] };
  const outcomes = [];
  for (const step of steps) outcomes.push(await takeOrderStep(step, scene, street));
  return outcomes;
}

/** All that sequences leave behind in a street, but for its name and its ids. */
const remains = async ({ sql, code, communities }: SequenceStreet) => ({
  orders: await sql(
    `SELECT replace(w.number, $1, '') AS number, w.state, w.source, w.center_code, w.deadline::text, w.version, w.reason,
       replace(p.number, $1, '') AS parent, (SELECT json_agg(json_build_array(e.command, e.from_state, e.to_state, e.actor,
         e.role, e.created_at) ORDER BY e.id) FROM work_order_event e WHERE e.work_order_id = w.id) AS history
     FROM work_order w LEFT JOIN work_order p ON p.id = w.parent_id ORDER BY w.id`,
    [code],
  ),
  delegations: await sql('SELECT state, version, department_code FROM delegation ORDER BY id'),
  // Token and outcome of each command. Scopes contain the name of the street.
  audit: await sql(
    `SELECT at, actor, role, replace(replace(scope, $1, ''), $2, '') AS scope, command, outcome, code, rule,
       cardinality(targets) AS targets FROM audit_entry WHERE role IS NOT NULL ORDER BY sequence`,
    [code, communities[0]],
  ),
});

test('a sequence through the gateway ends as the same one given to a street, command by command', async () => {
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(orderStep, { minLength: 8, maxLength: LONGEST, size: 'max' }),
      async (steps) => {
        const all = [...firstOrderSteps, ...steps];
        const [direct, through] = await Promise.all([play(near, all), play(far, all)]);
        expect(through).toEqual(direct);
        for (const outcome of direct) outcomes.add(outcome);
      },
    ),
    { numRuns: runsOf(RUNS) },
  );
  expect(await remains(far)).toEqual(await remains(near));
  expect(far.count).toEqual(near.count);
  // It would be no proof if all had been carried out, or all refused.
  expect([...outcomes]).toEqual(expect.arrayContaining(['OK', 'FORBIDDEN', 'RULE_VIOLATION R11']));
});
