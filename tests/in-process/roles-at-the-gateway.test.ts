import { policyRows, type Actor, type PolicyRow } from '@mtg/access';
import { fixedClock } from '@mtg/governance';
import type { Gateway } from '../../gateway/src';
import { definition as districtDefinition } from '../../subgraphs/district/src';
import { give } from '../support/commands';
import { dispatchStage, type DispatchStage } from '../support/dispatch';
import { EVERYBODY, HERE } from '../support/everybody';
import { exampleInput } from '../support/example-input';
import { startGatewayBefore } from '../support/gateway-before';
import { rolesNamed } from '../support/named-roles';
import { addressOf, callersOf, OTHER_REFUSAL } from '../support/policy-walk';
import { recordAnonymous } from '../support/record-anonymous';
import { withSeenVersion } from '../support/seen-version';
import { targetFixtures } from '../support/target-fixtures';
import { ask, startTestSubgraph, type TestSubgraph } from '../support/test-subgraph';

/**
 * Every row of the table through the gateway, a street's and the district's: whom it does not name is refused, and one
 * whom it names gets through. What a refusal leaves behind is looked at where it is decided, at the subgraphs.
 */
const NOW = '2026-03-09T02:00:00Z';
let stage: DispatchStage;
let district: TestSubgraph;
let gateway: Gateway;
beforeAll(async () => {
  district = await startTestSubgraph(districtDefinition, { clock: fixedClock(NOW) });
  stage = await dispatchStage(NOW, { districtUrl: `${district.address}/graphql` });
  gateway = await startGatewayBefore(stage.dayu, district);
});
afterAll(async () => {
  await gateway?.stop();
  await stage?.dayu.close();
  await district?.close();
});

const door = {
  ask: (...[query, variables, request]: Parameters<TestSubgraph['ask']>) =>
    ask(gateway.address, query, variables, request),
};

/** A row with the input of a command that it is about, which is aimed at something that is there. */
async function commandOf(row: PolicyRow) {
  const { namespace, owner, type } = addressOf(row);
  const subgraph = owner === 'DAYU' ? stage.dayu : district;
  const example = exampleInput(type, await targetFixtures(stage, district, row, HERE));
  // Looked at once for all who try, most of whom change nothing.
  const input = await withSeenVersion(subgraph, namespace, type.name, example);
  const tell = async (as: Actor | undefined) => {
    const { payload, errors } = await give(door, namespace, row.command, input, '__typename', { as });
    const { code, rule } = errors[0]?.extensions ?? {};
    return { payload, code, rule, message: errors[0]?.message ?? '' };
  };
  const entries = async (): Promise<number> => {
    await recordAnonymous(subgraph, owner);
    const [found] = await subgraph.store.query('SELECT count(*)::int AS n FROM audit_entry');
    return Number(found?.['n']);
  };
  return { owner, tell, entries };
}

const count = { refused: 0, carriedOut: 0 };
test.each(policyRows().map((row) => ({ key: row.key, row })))(
  '$key is refused at the gateway to whom the table does not name, and not to one whom it names',
  async ({ row }) => {
    const { owner, tell, entries } = await commandOf(row);
    const everybody = callersOf(row, HERE, owner);
    const tried = everybody.filter(({ expected }) => expected !== undefined);
    const before = await entries();
    const answers = await Promise.all(
      tried.map(async ({ name, actor }) => ({ name, ...(await tell(actor)) })),
    );
    expect(answers.map(({ name, payload, code, rule }) => ({ name, payload, code, rule }))).toEqual(
      tried.map(({ name, expected }) => ({ name, payload: null, rule: undefined, ...expected })),
    );
    // Whom a refusal names, in this case or with the case in which, can do it.
    const able = new Set(
      everybody.flatMap(({ actor, expected }) => (actor && expected === undefined ? [actor.role] : [])),
    );
    for (const { name, message } of answers) {
      const unable = rolesNamed(message, row).filter(
        ({ role, center }) => !able.has(role) && (center === undefined || center === HERE.center),
      );
      expect({ row: row.key, name, message, unable }).toEqual({ row: row.key, name, message, unable: [] });
    }
    expect((await entries()) - before).toBe(tried.length);
    count.refused += tried.length;

    const named = everybody.find(({ expected }) => expected === undefined);
    if (!named) throw new Error(`no role may ${row.key}`);
    const { payload, code } = await tell(named.actor);
    // Who may can still come upon something else, as a rule.
    expect([named.name, code]).toEqual([
      named.name,
      payload ? undefined : expect.stringMatching(OTHER_REFUSAL),
    ]);
    expect((await entries()) - before).toBe(tried.length + 1);
    if (payload) count.carriedOut += 1;
  },
);

test('a refusal at a body that all see speaks of that body, and not of others', async () => {
  const row = policyRows().find(({ key }) => key === 'endMembership:AREA_MANAGEMENT_COMMITTEE');
  if (!row) throw new Error('the table has no such row');
  const { tell } = await commandOf(row);
  const dispatcher = EVERYBODY.find(({ name }) => name === 'DISPATCHER here');
  const { message } = await tell(dispatcher?.actor);
  expect(message).toMatch(/；可由区委审批人（全区）办理 · /);
  expect(message).not.toContain('工委记录人');
});

test('enough was tried for all this to say something', () => {
  expect(count.refused).toBeGreaterThan(2000);
  expect(count.carriedOut).toBeGreaterThan(60);
});
