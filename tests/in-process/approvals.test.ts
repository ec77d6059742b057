import type { Actor } from '@mtg/access';
import { RULES } from '@mtg/governance';
import { randomUUID } from 'node:crypto';
import { definition as chengziDefinition } from '../../subgraphs/chengzi/src';
import { definition as dayuDefinition } from '../../subgraphs/dayu/src';
import { definition as districtDefinition } from '../../subgraphs/district/src';
import { officer, peopleOf } from '../support/actors';
import { give, written } from '../support/commands';
import { startTestSubgraph, type TestSubgraph } from '../support/test-subgraph';

const people = peopleOf('DAYU');
let district: TestSubgraph;
let dayu: TestSubgraph;
beforeAll(async () => {
  district = await startTestSubgraph(districtDefinition);
  dayu = await startTestSubgraph(dayuDefinition, { districtUrl: `${district.address}/graphql` });
});
afterAll(async () => {
  await dayu.close();
  await district.close();
});

const APPROVAL = {
  authority: 'DISTRICT_GOVERNMENT',
  purpose: 'TEMPORARY_BODY',
  title: '关于设立临时机构的批复',
  decidedOn: '2026-01-08',
  matter: '设立调解专班',
  departmentCode: 'JUSTICE',
  streetCodes: ['DAYU'],
};
/** Omits the limits, which an appointment does not state. */
const UNLIMITED = { matter: undefined, departmentCode: undefined, streetCodes: undefined };
const POST = { bodyKind: 'AREA_MANAGEMENT_COMMITTEE', position: 'MEMBER' };
const record = (input: Record<string, unknown>, as: Parameters<typeof give>[5]) =>
  give(district, 'district', 'recordApproval', input, 'approval { id version number revokedAt }', as);
const government = { as: people.government };

const REQUEST = {
  departmentCode: 'JUSTICE',
  kind: 'TEMPORARY_BODY',
  title: '设立调解专班',
  content: '设立为期三个月的调解专班',
  documentNumber: '门司发〔2026〕20号',
  documentTitle: '关于设立调解专班的函',
  documentDate: '2026-02-01',
  legalBasis: '《人民调解法》',
};
const submit = (approvalId: string | null, values: Record<string, unknown> = {}) =>
  give(
    dayu,
    'dayu',
    'submitDelegation',
    { ...REQUEST, approvalId, ...values },
    'delegation { id approval { id } }',
    {
      as: officer('JUSTICE'),
    },
  );

test('a street verifies an approval with the district, and points to it', async () => {
  const { payload, errors } = await record({ ...APPROVAL, number: '门政发〔2026〕1号' }, government);
  expect(errors).toEqual([]);
  const { id } = written(payload, 'approval');
  const submitted = await submit(id);
  expect(submitted.errors).toEqual([]);
  expect(submitted.payload?.['delegation'].approval).toEqual({ id });
  const found = await district.ask(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Approval { number } } }`,
    { r: [{ __typename: 'Approval', id }] },
    { as: officer('JUSTICE') },
  );
  expect(found.data).toEqual({ _entities: [{ number: '门政发〔2026〕1号' }] });
});

test('a matter delegated in writing takes no approval, since none would be verified', async () => {
  const { payload } = await record({ ...APPROVAL, number: randomUUID() }, government);
  for (const approvalId of [written(payload, 'approval')['id'], randomUUID()]) {
    const input = { ...REQUEST, kind: 'DELEGATED_MATTER', approvalId };
    const { errors } = await give(dayu, 'dayu', 'submitDelegation', input, 'delegation { id }', {
      as: officer('JUSTICE'),
    });
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.approvalId' });
  }
});

test.each<[string, Record<string, unknown>]>([
  [
    'of 区委, not 区政府',
    {
      authority: 'DISTRICT_PARTY_COMMITTEE',
      purpose: 'APPOINTMENT',
      appointees: ['王敏'],
      ...UNLIMITED,
      ...POST,
    },
  ],
  ['for a task, not a body', { purpose: 'DIRECT_TASK' }],
  ['for another department', { departmentCode: 'PUBLIC_SECURITY' }],
  ['for another street', { streetCodes: ['CHENGZI'] }],
  ['for another matter', { matter: '设立拆违专班' }],
  ['of a period that has ended', { validUntil: '2026-01-31' }],
])('an approval %s does not carry the request', async (_, differing) => {
  const as = differing['authority'] ? people.party : people.government;
  const { payload, errors } = await record({ ...APPROVAL, number: randomUUID(), ...differing }, { as });
  expect(errors).toEqual([]);
  const { errors: refused } = await submit(payload?.['approval'].id);
  expect(refused[0]?.extensions).toMatchObject({ code: 'RULE_VIOLATION', rule: 'R07' });
});

test.each<[string, Record<string, unknown>, unknown]>([
  [
    'to the department and the streets that it names',
    { departmentCode: 'JUSTICE', streetCodes: ['DAYU', 'CHENGZI'] },
    { department: { name: '司法部门' }, streets: [{ code: 'DAYU' }, { code: 'CHENGZI' }] },
  ],
])('an approval leads %s', async (_, named, expected) => {
  const { payload } = await record({ ...APPROVAL, number: randomUUID(), ...named }, government);
  const { id } = written(payload, 'approval');
  const { data } = await district.ask(
    'query ($id: UUID!) { district { approval(id: $id) { department { name } streets { code } } } }',
    { id },
    government,
  );
  expect(data).toEqual({ district: { approval: expected } });
});

test('an approval is used once, and again after a request that came to nothing', async () => {
  const { payload } = await record({ ...APPROVAL, number: randomUUID() }, government);
  const { id } = written(payload, 'approval');
  const first = await submit(id);
  expect(first.errors).toEqual([]);
  const again = { documentNumber: '门司发〔2026〕21号' };
  const refused = await submit(id, again);
  expect(refused.payload).toBeNull();
  expect(refused.errors[0]?.extensions).toMatchObject({ rule: 'R07', missing: ['approvalId'] });
  expect(refused.errors[0]?.message).toContain('已用过一次');
  const withdrawal = { delegationId: written(first.payload, 'delegation').id, reason: '材料有误' };
  const by = { as: officer('JUSTICE') };
  const withdrawn = await give(dayu, 'dayu', 'withdrawDelegation', withdrawal, '__typename', by);
  expect(withdrawn.errors).toEqual([]);
  expect((await submit(id, again)).errors).toEqual([]);
});

test('an approval with a period is used again in it', async () => {
  const { payload } = await record(
    { ...APPROVAL, number: randomUUID(), validUntil: '2090-12-31' },
    government,
  );
  const { id } = written(payload, 'approval');
  for (const number of [22, 23]) {
    // oxlint-disable-next-line no-await-in-loop
    expect((await submit(id, { documentNumber: `门司发〔2026〕${number}号` })).errors).toEqual([]);
  }
});

test('each street that an approval names uses it once', async () => {
  const chengzi = await startTestSubgraph(chengziDefinition, { districtUrl: `${district.address}/graphql` });
  try {
    const both = { ...APPROVAL, number: randomUUID(), streetCodes: ['DAYU', 'CHENGZI'] };
    const { id: approvalId } = written((await record(both, government)).payload, 'approval');
    expect((await submit(approvalId)).errors).toEqual([]);
    const by = { as: officer('JUSTICE') };
    const there = () =>
      give(chengzi, 'chengzi', 'submitDelegation', { ...REQUEST, approvalId }, 'delegation { id }', by);
    expect((await there()).errors).toEqual([]);
    expect((await there()).errors[0]?.extensions).toMatchObject({ rule: 'R07' });
  } finally {
    await chengzi.close();
  }
});

test('the audit entry of a refusal leads to the violated rule', async () => {
  expect((await submit(null)).errors[0]?.extensions).toMatchObject({ rule: 'R07' });
  const { data } = await dayu.ask(
    '{ dayu { auditEntries(last: 1) { nodes { rule governanceRule { code sentence } } } } }',
    {},
    { as: people.auditor },
  );
  const { code, sentence } = RULES.find((rule) => rule.code === 'R07') ?? {};
  expect(data).toEqual({
    dayu: { auditEntries: { nodes: [{ rule: 'R07', governanceRule: { code, sentence } }] } },
  });
});

test('a revoked approval, and an id that the district does not know, carry nothing', async () => {
  const { payload } = await record({ ...APPROVAL, number: randomUUID() }, government);
  const { id } = written(payload, 'approval');
  const revoke = () =>
    give(
      district,
      'district',
      'revokeApproval',
      { approvalId: id, reason: '机构改革' },
      'approval { revokedAt version }',
      government,
    );
  expect((await revoke()).payload?.['approval']).toMatchObject({ version: 2 });
  expect((await revoke()).errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
  for (const approvalId of [id, randomUUID(), null]) {
    expect((await submit(approvalId)).errors[0]?.extensions).toMatchObject({
      code: 'RULE_VIOLATION',
      rule: 'R07',
    });
  }
});

describe('an approval that is revoked on the way carries the delegation no further', () => {
  const WAY = [
    ['recordStreetOpinion', { opinion: '同意' }],
    ['approveDelegation', {}],
    [
      'deployDelegation',
      { deployment: '由综治维稳中心牵头', guidance: [{ centerCode: 'PUBLIC_SECURITY', text: '先摸底' }] },
    ],
    [
      'dispatchWorkOrder',
      {
        title: '调解',
        content: '设立调解专班',
        centerCode: 'PUBLIC_SECURITY',
        responsiblePerson: '王敏',
        deadline: '2090-12-31',
      },
    ],
    [
      'dispatchSubOrder',
      {
        title: '宣传',
        content: '协助宣传',
        centerCode: 'HEALTH',
        responsiblePerson: '李强',
        deadline: '2090-12-31',
      },
    ],
  ] as const;
  const as = (command: string) => ({
    as: command.startsWith('dispatch') ? people.dispatcher : people.clerk,
  });

  test.each([1, 2, 3, 4])('after %i of its steps', async (before) => {
    // The district goes by the real time, and the street is not behind it.
    let now = new Date();
    const street = await startTestSubgraph(dayuDefinition, {
      districtUrl: `${district.address}/graphql`,
      clock: { now: () => now },
    });
    try {
      const go = (command: string, input: object, by: { readonly as: Actor } = as(command)) => {
        now = new Date(now.getTime() + 10 * 60_000);
        const selection = command.startsWith('dispatch') ? 'workOrder { id }' : '__typename';
        return give(street, 'dayu', command, input as Record<string, unknown>, selection, by);
      };
      const approval = await record({ ...APPROVAL, number: randomUUID() }, government);
      const { id: approvalId } = written(approval.payload, 'approval');
      const submitted = await give(
        street,
        'dayu',
        'submitDelegation',
        { ...REQUEST, approvalId },
        'delegation { id }',
        { as: officer('JUSTICE') },
      );
      const { id: delegationId } = written(submitted.payload, 'delegation');
      const charter = {
        title: '调解',
        goals: '三个月',
        departmentCodes: ['JUSTICE'],
        communityCodes: ['110109001001'],
        deadline: '2090-12-31',
      };
      const project = await give(street, 'dayu', 'charterProject', charter, 'project { id }', {
        as: people.dispatcher,
      });
      const { id: projectId } = written(project.payload, 'project');
      let parentId = '';
      const inputOf = ([command, input]: (typeof WAY)[number]) => ({
        ...input,
        ...(command === 'dispatchSubOrder' ? { parentId } : { delegationId }),
        ...(command === 'dispatchWorkOrder' && { projectId }),
        ...(command === 'approveDelegation' && {
          decision: { number: randomUUID(), decidedAt: new Date(now.getTime() + 60_000), summary: '同意' },
        }),
      });
      const leader = { as: people.leader };
      for (const step of WAY.slice(0, before)) {
        const by = step[0] === 'recordStreetOpinion' ? leader : as(step[0]);
        const { payload, errors } = await go(step[0], inputOf(step), by);
        expect(errors).toEqual([]);
        if (step[0] === 'dispatchWorkOrder') parentId = written(payload, 'workOrder').id;
      }
      const next = WAY[before];
      if (!next) throw new Error('there is no such step');
      const revoked = await give(
        district,
        'district',
        'revokeApproval',
        { approvalId, reason: '机构改革' },
        'approval { version }',
        government,
      );
      expect(revoked.errors).toEqual([]);
      const { payload, errors } = await go(next[0], inputOf(next));
      expect(payload).toBeNull();
      expect(errors[0]?.extensions).toMatchObject({
        code: 'RULE_VIOLATION',
        rule: 'R07',
        missing: [next[0] === 'dispatchSubOrder' ? 'parentId' : 'delegationId'],
      });
    } finally {
      await street.close();
    }
  });
});

test('each authority records only its own approvals, and other roles record none', async () => {
  const input = { ...APPROVAL, number: randomUUID() };
  for (const as of [people.party, people.office, people.leader, officer('JUSTICE')]) {
    const { payload, errors } = await record(input, { as });
    expect(payload).toBeNull();
    expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
  }
  expect((await record(input, {})).errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
});

test.each<[string, Record<string, unknown>, string, string?]>([
  ['a decision in the future', { decidedOn: '2999-01-01' }, 'input.decidedOn'],
  ['no matter', { matter: undefined }, 'input.matter'],
  ['no department', { departmentCode: undefined }, 'input.departmentCode'],
  ['no street', { streetCodes: undefined }, 'input.streetCodes'],
  ['a period that ends before it', { validUntil: '2026-01-07' }, 'input.validUntil'],
  ['a body, for a task', POST, 'input.bodyKind'],
  ['an unknown department', { departmentCode: 'UNKNOWN' }, 'input.departmentCode', 'NOT_FOUND'],
  ['an unknown street', { streetCodes: ['DAYU', 'NOWHERE'] }, 'input.streetCodes.1', 'NOT_FOUND'],
  ['a checksum that is none', { documentSha256: 'abc' }, 'input.documentSha256'],
  ['an empty title', { title: ' ' }, 'input.title'],
])('%s is refused, with the field named', async (_, wrong, field, code = 'BAD_USER_INPUT') => {
  const { errors } = await record({ ...APPROVAL, number: randomUUID(), ...wrong }, government);
  expect(errors[0]?.extensions).toMatchObject({ code, field });
});

test('without the district, what cannot be verified is not accepted', async () => {
  const alone = await startTestSubgraph(dayuDefinition, { districtUrl: 'http://127.0.0.1:9/graphql' });
  try {
    const { errors } = await give(
      alone,
      'dayu',
      'submitDelegation',
      { ...REQUEST, approvalId: randomUUID() },
      'delegation { id }',
      { as: officer('JUSTICE') },
    );
    expect(errors[0]?.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'district' });
  } finally {
    await alone.close();
  }
});
