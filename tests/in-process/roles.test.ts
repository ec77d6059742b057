import {
  cellOf,
  COMMANDS,
  policyRows,
  ROLE_ENTRIES,
  type Actor,
  type Cell,
  type PolicyRow,
} from '@mtg/access';
import { fixedClock } from '@mtg/governance';
import { buildFederatedSchema } from '@mtg/subgraph-kit';
import { isInputObjectType, isObjectType, type GraphQLInputObjectType, type GraphQLSchema } from 'graphql';
import { definition as districtDefinition } from '../../subgraphs/district/src';
import { give } from '../support/commands';
import { DEFINITIONS, STREET_MODULES } from '../support/definitions';
import { dispatchStage, type DispatchStage } from '../support/dispatch';
import { EVERYBODY, HERE, type Place, type Somebody } from '../support/everybody';
import { exampleInput } from '../support/example-input';
import { recordAnonymous } from '../support/record-anonymous';
import { snapshotsOf } from '../support/snapshot';
import { startTestSubgraph, type TestSubgraph } from '../support/test-subgraph';
import { targetFixtures } from '../support/target-fixtures';

const SCHEMAS = new Map<string, GraphQLSchema>(
  DEFINITIONS.map((definition) => [definition.name, buildFederatedSchema(definition).schema]),
);

/** The commands of a subgraph as its schema has them, with the types of their inputs. */
function commandsOf(subgraph: string): ReadonlyMap<string, GraphQLInputObjectType> {
  const schema = SCHEMAS.get(subgraph);
  const namespace = schema?.getMutationType()?.getFields()[subgraph]?.type;
  if (!isObjectType(namespace)) throw new Error(`${subgraph} has no commands`);
  return new Map(
    Object.values(namespace.getFields()).map(({ name }) => {
      const type = schema?.getType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input`);
      if (!isInputObjectType(type)) throw new Error(`${name} has no input`);
      return [name, type];
    }),
  );
}

const [OF_STREET, OF_DISTRICT] = [commandsOf('dayu'), commandsOf('district')];

test('the policy table has every command of the schemas, and no other', () => {
  for (const { name } of STREET_MODULES) expect([...commandsOf(name).keys()]).toEqual([...OF_STREET.keys()]);
  expect([...OF_STREET.keys(), ...OF_DISTRICT.keys()].toSorted()).toEqual(Object.keys(COMMANDS).toSorted());
});

const NOW = '2026-03-09T02:00:00Z';
let stage: DispatchStage;
let district: TestSubgraph;
beforeAll(async () => {
  district = await startTestSubgraph(districtDefinition, { clock: fixedClock(NOW) });
  stage = await dispatchStage(NOW, { districtUrl: `${district.address}/graphql` });
});
afterAll(async () => {
  await stage.dayu.close();
  await district.close();
});

/** Cells by what they say, and commands that were carried out; told at the end. */
const walked: Record<string, number> = {};
const count = (what: string) => (walked[what] = (walked[what] ?? 0) + 1);

interface Expected {
  readonly code: string;
  readonly rule?: string;
}

/** What the table says of somebody who aims at a place; undefined where it allows the command. */
function refusalBy(
  row: PolicyRow,
  actor: Actor | undefined,
  aim: Place,
  owner: string,
): Expected | undefined {
  if (!actor) return { code: 'UNAUTHENTICATED' };
  const cell = cellOf(row.cells, actor.role);
  if (cell.kind === 'ALLOW') return isWithin(cell, actor, aim, owner) ? undefined : { code: 'FORBIDDEN' };
  const elsewhere = actor.street !== undefined && actor.street !== owner;
  return cell.kind === 'DENY_BY_RULE' && !elsewhere
    ? { code: 'RULE_VIOLATION', rule: cell.rule }
    : { code: 'FORBIDDEN' };
}

/** What a scope compares: of the actor, and of the aim. */
const COMPARED = {
  DISTRICT: () => ['', ''],
  STREET: () => ['', ''],
  CENTER: ({ center, role }, aim) => [center ?? ROLE_ENTRIES[role].center, aim.center],
  COMMUNITY: ({ community }, aim) => [community, aim.community],
  DEPARTMENT: ({ department }, aim) => [department, aim.department],
} as const satisfies Record<string, (actor: Actor, aim: Place) => readonly [string | undefined, string]>;

function isWithin(
  { scope, only }: Extract<Cell, { kind: 'ALLOW' }>,
  actor: Actor,
  aim: Place,
  owner: string,
): boolean {
  const [own, aimed] = COMPARED[scope](actor, aim);
  const anyStreet = scope === 'DISTRICT' || scope === 'DEPARTMENT';
  return own === (only ?? aimed) && (anyStreet || actor.street === owner);
}

/** At whom a row is tried: the centers that somebody could speak for, where the command is one of centers. */
const aimsOf = (row: PolicyRow): readonly Place[] =>
  Object.values(row.cells).some((cell) => cell.kind === 'ALLOW' && cell.scope === 'CENTER')
    ? [HERE, { ...HERE, center: 'GENERAL_AFFAIRS' }]
    : [HERE];

async function walk(row: PolicyRow, aim: Place, { name, actor }: Somebody): Promise<void> {
  const ofStreet = OF_STREET.has(row.command);
  const [subgraph, namespace] = ofStreet ? [stage.dayu, 'dayu'] : [district, 'district'];
  const [type, owner] = [
    (ofStreet ? OF_STREET : OF_DISTRICT).get(row.command),
    ofStreet ? 'DAYU' : 'DISTRICT',
  ];
  if (!type) throw new Error(`${row.command} is not in the schema`);
  const known = await targetFixtures(stage, district, row, aim);
  const input = exampleInput(type, known);
  const snapshot = await snapshotOf(subgraph);
  const before = await snapshot();
  const [head] = await subgraph.database.query('SELECT count(*)::int AS n FROM audit_entry');
  const { payload, errors } = await give(subgraph, namespace, row.command, input, '__typename', {
    as: actor,
  });
  await recordAnonymous(subgraph, owner);
  const expected = refusalBy(row, actor, aim, owner);
  const entries = await subgraph.database.query(
    'SELECT actor, role, command, outcome, code, rule, cardinality(targets) AS targets FROM audit_entry ORDER BY sequence OFFSET $1',
    [head.n],
  );
  const codes = errors.map(({ extensions }) => extensions['code']);
  const told = { row: row.key, who: name, aim: aim.center };
  if (!expected) {
    count(payload ? 'carried out' : 'allowed, then refused for another reason');
    expect({
      ...told,
      denied: codes.filter((code) => code === 'FORBIDDEN' || code === 'UNAUTHENTICATED'),
    }).toEqual({ ...told, denied: [] });
    // Whatever else comes of it is for people to understand.
    expect({ ...told, codes }).toEqual({ ...told, codes: payload ? [] : [expect.stringMatching(KNOWN)] });
    expect(entries).toHaveLength(1);
    return;
  }
  count(expected.code);
  const [error] = errors;
  expect({ ...told, payload, code: codes.join(), rule: error?.extensions['rule'] }).toEqual({
    ...told,
    payload: null,
    rule: undefined,
    ...expected,
  });
  expect(entries).toEqual([
    {
      actor: actor?.subject ?? null,
      role: actor?.role ?? null,
      command: row.command,
      outcome: 'REFUSED',
      code: expected.code,
      rule: expected.rule ?? null,
      targets: 0,
    },
  ]);
  expect(await snapshot()).toBe(before);
}

const KNOWN = /^(BAD_USER_INPUT|RULE_VIOLATION|NOT_FOUND|CONFLICT)$/u;

const snapshots = new Map<TestSubgraph, Promise<() => Promise<string>>>();
function snapshotOf(subgraph: TestSubgraph): Promise<() => Promise<string>> {
  const known = snapshots.get(subgraph) ?? snapshotsOf(subgraph);
  snapshots.set(subgraph, known);
  return known;
}

test.each(policyRows().map((row) => ({ key: row.key, row })))(
  '$key is for those that the table names, and for nobody else',
  async ({ row }) => {
    for (const aim of aimsOf(row)) {
      // oxlint-disable-next-line no-await-in-loop
      for (const each of EVERYBODY) await walk(row, aim, each);
    }
  },
  60_000,
);

test('enough was walked for all this to say something', () => {
  expect(walked['carried out']).toBeGreaterThan(60);
  expect(walked['FORBIDDEN']).toBeGreaterThan(1000);
  expect(walked['RULE_VIOLATION']).toBeGreaterThan(50);
  expect(walked['UNAUTHENTICATED']).toBeGreaterThanOrEqual(policyRows().length);
});
