import { COMMANDS, policyRows, type PolicyRow } from '@mtg/access';
import { fixedClock } from '@mtg/governance';
import { definition as districtDefinition } from '../../subgraphs/district/src';
import { give } from '../support/commands';
import { STREET_MODULES } from '../support/definitions';
import { DatabaseWatch, type AuditRow, type Held } from '../support/database-watch';
import { dispatchStage, type DispatchStage } from '../support/dispatch';
import { HERE, type Place } from '../support/everybody';
import { exampleInput } from '../support/example-input';
import {
  addressOf,
  callersOf,
  commandsOf,
  type Met,
  OF_DISTRICT,
  OF_STREET,
  OTHER_REFUSAL,
} from '../support/policy-walk';
import { recordAnonymous } from '../support/record-anonymous';
import { startTestSubgraph, type TestSubgraph } from '../support/test-subgraph';
import { targetFixtures } from '../support/target-fixtures';

test('the policy table has every command of the schemas, and no other', () => {
  for (const { name } of STREET_MODULES) expect([...commandsOf(name).keys()]).toEqual([...OF_STREET.keys()]);
  expect([...OF_STREET.keys(), ...OF_DISTRICT.keys()].toSorted()).toEqual(Object.keys(COMMANDS).toSorted());
});

const NOW = '2026-03-09T02:00:00Z';
let stage: DispatchStage;
let district: TestSubgraph;
let watches: Readonly<Record<'DAYU' | 'DISTRICT', DatabaseWatch>>;
beforeAll(async () => {
  district = await startTestSubgraph(districtDefinition, { clock: fixedClock(NOW) });
  stage = await dispatchStage(NOW, { districtUrl: `${district.address}/graphql` });
  watches = {
    DAYU: await DatabaseWatch.over(stage.dayu.store),
    DISTRICT: await DatabaseWatch.over(district.store),
  };
});
afterAll(async () => {
  for (const watch of Object.values(watches ?? {})) await watch.close();
  await stage.dayu.close();
  await district.close();
});

/** Cells by what they say, and commands that were carried out; told at the end. */
const walked: Record<string, number> = {};
const count = (what: string) => (walked[what] = (walked[what] ?? 0) + 1);

/** The targets at which a row is tried: for commands of centers, each center that a role could speak for. */
const aimsOf = (row: PolicyRow): readonly Place[] =>
  Object.values(row.cells).some((cell) => cell.kind === 'ALLOW' && cell.scope === 'CENTER')
    ? [HERE, { ...HERE, center: 'GENERAL_AFFAIRS' }]
    : [HERE];

/** The only entries that are on record since the last look, of refusals that changed no row. */
async function expectOnlyRefused(owner: 'DAYU' | 'DISTRICT', refused: readonly AuditRow[], before: Held) {
  const held = await watches[owner].look();
  expect(held.entries).toEqual(refused);
  expect(held.rows).toBe(before.rows);
}

/** Gives a command as a caller. @returns the entry that a refusal by the table leaves */
async function walk(
  row: PolicyRow,
  aim: Place,
  { name, actor, expected }: Met,
): Promise<AuditRow | undefined> {
  const { namespace, owner, type } = addressOf(row);
  const subgraph = owner === 'DAYU' ? stage.dayu : district;
  const known = await targetFixtures(stage, district, row, aim);
  const input = exampleInput(type, known);
  const { payload, errors } = await give(subgraph, namespace, row.command, input, '__typename', {
    as: actor,
  });
  await recordAnonymous(subgraph, owner);
  const codes = errors.map(({ extensions }) => extensions['code']);
  const told = { row: row.key, who: name, aim: aim.center };
  if (!expected) {
    count(payload ? 'carried out' : 'allowed, then refused for another reason');
    expect({
      ...told,
      denied: codes.filter((code) => code === 'FORBIDDEN' || code === 'UNAUTHENTICATED'),
    }).toEqual({ ...told, denied: [] });
    // Whatever else comes of it is for people to understand.
    expect({ ...told, codes }).toEqual({
      ...told,
      codes: payload ? [] : [expect.stringMatching(OTHER_REFUSAL)],
    });
    return undefined;
  }
  count(expected.code);
  const [error] = errors;
  expect({ ...told, payload, code: codes.join(), rule: error?.extensions['rule'] }).toEqual({
    ...told,
    payload: null,
    rule: undefined,
    ...expected,
  });
  return {
    actor: actor?.subject ?? null,
    role: actor?.role ?? null,
    command: row.command,
    outcome: 'REFUSED',
    code: expected.code,
    rule: expected.rule ?? null,
    targets: 0,
  };
}

test.each(policyRows().map((row) => ({ key: row.key, row })))(
  '$key is only for those that the table names',
  async ({ row }) => {
    const { owner } = addressOf(row);
    for (const aim of aimsOf(row)) {
      // What is aimed at is made first: from then on nothing else writes.
      // oxlint-disable-next-line no-await-in-loop
      await targetFixtures(stage, district, row, aim);
      // oxlint-disable-next-line no-await-in-loop
      let held = await watches[owner].look();
      const refused: AuditRow[] = [];
      for (const each of callersOf(row, aim, owner)) {
        // What is allowed may write, so that the refusals before it are looked at first.
        const isAllowed = !each.expected;
        // oxlint-disable-next-line no-await-in-loop
        if (isAllowed) await expectOnlyRefused(owner, refused.splice(0), held);
        // oxlint-disable-next-line no-await-in-loop
        const entry = await walk(row, aim, each);
        if (entry) refused.push(entry);
        if (!isAllowed) continue;
        // oxlint-disable-next-line no-await-in-loop
        held = await watches[owner].look();
        expect(held.entries).toHaveLength(1);
      }
      // oxlint-disable-next-line no-await-in-loop
      await expectOnlyRefused(owner, refused, held);
    }
  },
);

test('enough was walked for all this to say something', () => {
  expect(walked['carried out']).toBeGreaterThan(60);
  expect(walked['FORBIDDEN']).toBeGreaterThan(1000);
  expect(walked['RULE_VIOLATION']).toBeGreaterThan(50);
  expect(walked['UNAUTHENTICATED']).toBeGreaterThanOrEqual(policyRows().length);
});
