import { cellOf, policyRows, type Actor, type PolicyRow } from '@mtg/access';
import { buildFederatedSchema } from '@mtg/subgraph-kit';
import { getNamedType, isInputObjectType, isNonNullType, isObjectType } from 'graphql';
import type { Gateway } from '../../gateway/src';
import { definition } from '../../subgraphs/dayu/src';
import { give } from '../support/commands';
import { EVERYBODY } from '../support/everybody';
import { exampleInput } from '../support/example-input';
import { startGatewayBefore } from '../support/gateway-before';
import { recordAnonymous } from '../support/record-anonymous';
import { ask, startTestSubgraph, type TestSubgraph } from '../support/test-subgraph';

/**
 * Whom the table gives no command by role alone, through the gateway: every cell of a street’s commands. The matrix in
 * whole, with its scopes and what is carried out, is walked at the subgraphs themselves, which decide.
 */
const { schema } = buildFederatedSchema(definition);
const namespace = schema.getMutationType()?.getFields()['dayu']?.type;
const inputOf = (command: string) =>
  schema.getType(`${command.charAt(0).toUpperCase()}${command.slice(1)}Input`);

/** Commands with one row in the table; where there are several, it is the thing in question that says which counts. */
const ROWS = policyRows().filter(
  ({ key, command }) => key === command && isObjectType(namespace) && command in namespace.getFields(),
);

/** Whatever names something. Nothing is looked up for somebody whose role may never do it. */
const NAMES: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.values(schema.getTypeMap())
    .filter(isInputObjectType)
    .flatMap((type) => Object.values(type.getFields()))
    .filter(({ type }) => isNonNullType(type))
    .flatMap(({ name, type }) => {
      const scalar = getNamedType(type).name;
      if (scalar === 'UUID') return [[name, '00000000-0000-7000-8000-000000000000']];
      return scalar === 'ID' ? [[name, 'HEALTH']] : [];
    }),
);

let dayu: TestSubgraph;
let gateway: Gateway;
beforeAll(async () => {
  dayu = await startTestSubgraph(definition);
  gateway = await startGatewayBefore(dayu);
}, 60_000);
afterAll(async () => {
  await gateway?.stop();
  await dayu?.close();
});

const door = {
  ask: (...[query, variables, request]: Parameters<TestSubgraph['ask']>) =>
    ask(gateway.address, query, variables, request),
};

function refusalOf(row: PolicyRow, actor: Actor | undefined): object | undefined {
  if (!actor) return { code: 'UNAUTHENTICATED', rule: undefined };
  const cell = cellOf(row.cells, actor.role);
  if (cell.kind === 'ALLOW') return undefined;
  const elsewhere = actor.street !== undefined && actor.street !== 'DAYU';
  return cell.kind === 'DENY_BY_RULE' && !elsewhere
    ? { code: 'RULE_VIOLATION', rule: cell.rule }
    : { code: 'FORBIDDEN', rule: undefined };
}

let refused = 0;
test.each(ROWS.map((row) => ({ key: row.key, row })))(
  '$key is refused at the gateway to whom the table does not name',
  async ({ row }) => {
    const type = inputOf(row.command);
    if (!isInputObjectType(type)) throw new Error(`${row.command} has no input`);
    const input = exampleInput(type, NAMES);
    const tried = EVERYBODY.flatMap((each) => {
      const expected = refusalOf(row, each.actor);
      return expected ? [{ ...each, expected }] : [];
    });
    const [head] = await dayu.store.query('SELECT count(*)::int AS n FROM audit_entry');
    const answers = await Promise.all(
      tried.map(async ({ name, actor }) => {
        const { payload, errors } = await give(door, 'dayu', row.command, input, '__typename', { as: actor });
        const { code, rule } = errors[0]?.extensions ?? {};
        return { name, payload, code, rule };
      }),
    );
    expect(answers).toEqual(tried.map(({ name, expected }) => ({ name, payload: null, ...expected })));
    await recordAnonymous(dayu, 'DAYU');
    const [after] = await dayu.store.query('SELECT count(*)::int AS n FROM audit_entry');
    expect(Number(after?.['n']) - Number(head?.['n'])).toBe(tried.length);
    refused += tried.length;
  },
);

test('enough was refused for all this to say something', () => {
  expect(ROWS.length).toBeGreaterThan(35);
  expect(refused).toBeGreaterThan(800);
});
