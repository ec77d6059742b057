import { authorizeCommand, type Actor, type CommandName } from '@mtg/access';
import { fixedClock, VERBS } from '@mtg/governance';
import type { Gateway } from '../../gateway/src';
import { definition as districtDefinition } from '../../subgraphs/district/src';
import { centerHead, communitySecretary, officer } from '../support/actors';
import { dispatchStage, head, people, type DispatchStage } from '../support/dispatch';
import { startGatewayBefore } from '../support/gateway-before';
import { ask, startTestSubgraph, type TestSubgraph } from '../support/test-subgraph';

const NOW = '2026-03-09T02:00:00Z';
const QUERY = `{ whoAmI { subject name role roleName street { code name myCenter { code name } myCommunity { code name } }
  center community department { code name } commands { command name } validUntil } }`;

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

interface Caller {
  readonly commands: readonly { readonly command: CommandName; readonly name: string }[];
  readonly validUntil: string;
}

async function whoIs(as: Actor): Promise<Caller & Readonly<Record<string, unknown>>> {
  const { data, errors } = await ask(gateway.address, QUERY, {}, { as });
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as { readonly whoAmI: Caller & Readonly<Record<string, unknown>> }).whoAmI;
}
const commandsOf = async (as: Actor) => (await whoIs(as)).commands.map(({ command }) => command);

test('a center head is told by name, with the center, and until when the token is valid', async () => {
  const { commands, validUntil, ...known } = await whoIs({ ...head, name: '王敏' });
  expect(known).toMatchObject({
    subject: head.subject,
    name: '王敏',
    role: 'CENTER_HEAD',
    roleName: '中心负责人 · center head',
    street: {
      code: 'DAYU',
      myCenter: { code: 'HEALTH', name: expect.stringMatching(/健康/u) },
      myCommunity: null,
    },
    center: 'HEALTH',
    community: null,
    department: null,
  });
  expect(new Date(validUntil).getTime()).toBeGreaterThan(0);
  for (const { command, name } of commands) expect(name).toBe(`${VERBS[command].zh} · ${VERBS[command].en}`);
  const target = { street: 'DAYU', center: 'HEALTH' };
  expect(authorizeCommand(head, 'acceptWorkOrder', target).allowed).toBe(true);
  expect(commands.map(({ command }) => command)).toEqual(
    expect.arrayContaining(['acceptWorkOrder', 'proposeNeed']),
  );
  expect(commands.map(({ command }) => command)).not.toEqual(expect.arrayContaining(['verifyWorkOrder']));
});

test('a dispatcher belongs to 综合管理中心, a secretary to a community, an officer to a department', async () => {
  expect(await whoIs(people.dispatcher)).toMatchObject({
    center: 'GENERAL_AFFAIRS',
    street: { myCenter: { code: 'GENERAL_AFFAIRS' } },
  });
  expect(await whoIs(communitySecretary('DAYU', '110109001001'))).toMatchObject({
    community: '110109001001',
    street: { myCenter: null, myCommunity: { code: '110109001001' } },
  });
  const { street, department } = await whoIs(officer('ORGANIZATION_DEPARTMENT'));
  expect(street).toBeNull();
  expect(department).toMatchObject({ code: 'ORGANIZATION_DEPARTMENT' });
});

test('the commands are those of the role and its scope', async () => {
  expect(await commandsOf(people.auditor)).toEqual([]);
  expect(await commandsOf(people.office)).toEqual(
    expect.arrayContaining(['registerOrganization', 'linkUnit']),
  );
  // R33: of the heads, that of 综治维稳中心 alone records enforcement; of the departments, one reviews nominations (R32).
  expect(await commandsOf(head)).not.toContain('recordEnforcementAction');
  expect(await commandsOf(centerHead('DAYU', 'PUBLIC_SECURITY'))).toContain('recordEnforcementAction');
  expect(await commandsOf(officer('JUSTICE'))).not.toContain('reviewNomination');
  expect(await commandsOf(officer('ORGANIZATION_DEPARTMENT'))).toContain('reviewNomination');
});

test('a caller without a token is told to send one', async () => {
  const { data, errors } = await ask(gateway.address, '{ whoAmI { subject } }');
  expect(data).toEqual({ whoAmI: null });
  expect(errors).toMatchObject([
    { message: expect.stringMatching(/Authorization: Bearer/u), extensions: { code: 'UNAUTHENTICATED' } },
  ]);
});

test('one query through the gateway has who I am, and what I have to do in my street', async () => {
  const order = await stage.order();
  const query = '{ whoAmI { role street { code toDo { total items { id acts { command } } } } } }';
  const { data, errors } = await ask(gateway.address, query, {}, { as: head });
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    whoAmI: {
      role: 'CENTER_HEAD',
      street: {
        code: 'DAYU',
        toDo: { total: 1, items: [{ id: order['id'], acts: [{ command: 'acceptWorkOrder' }] }] },
      },
    },
  });
});
