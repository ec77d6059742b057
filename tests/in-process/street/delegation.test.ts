import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';
import { definition } from '../../../subgraphs/dayu/src';
import { centerHead, officer, peopleOf } from '../../support/actors';
import { give, written } from '../../support/commands';
import { recordAnonymous } from '../../support/record-anonymous';
import type { Actor } from '@mtg/access';

const people = peopleOf('DAYU');
const justice = officer('JUSTICE');

let dayu: TestSubgraph;
beforeAll(async () => {
  dayu = await startTestSubgraph(definition);
});
afterAll(() => dayu.close());

const FIELDS =
  'delegation { id version state department { code } decision { number outcome } guidance { text } }';

const run = (command: string, input: Record<string, unknown>, as?: Actor) =>
  give(dayu, 'dayu', command, input, FIELDS, { as });

const REQUEST = {
  departmentCode: 'JUSTICE',
  kind: 'DELEGATED_MATTER',
  title: '社区矫正对象走访',
  content: '对辖区社区矫正对象每月走访一次',
  documentNumber: '门司发〔2026〕12号',
  documentTitle: '关于委托开展社区矫正走访的函',
  documentDate: '2026-03-02',
  legalBasis: '《中华人民共和国社区矫正法》第九条',
};
const decision = (number: string) => ({
  number,
  decidedAt: new Date().toISOString(),
  summary: '同意承接',
});

test('a delegation goes from the written request to the deployment, and each step says who took it', async () => {
  const submitted = await run('submitDelegation', REQUEST, justice);
  expect(submitted.errors).toEqual([]);
  const { id } = written(submitted.payload, 'delegation');
  expect(submitted.payload?.['delegation']).toMatchObject({
    version: 1,
    state: 'SUBMITTED',
    department: { code: 'JUSTICE' },
    decision: null,
  });
  const heard = await run('recordStreetOpinion', { delegationId: id, opinion: '同意' }, people.leader);
  expect(heard.payload?.['delegation']).toMatchObject({ version: 2, state: 'OPINION_HEARD' });
  const approved = await run(
    'approveDelegation',
    { delegationId: id, expectedVersion: 2, decision: decision('大峪工委〔2026〕1号') },
    people.clerk,
  );
  expect(approved.payload?.['delegation']).toMatchObject({
    state: 'APPROVED',
    decision: { number: '大峪工委〔2026〕1号', outcome: 'APPROVED' },
  });
  const deployed = await run(
    'deployDelegation',
    {
      delegationId: id,
      deployment: '由综治维稳中心牵头',
      guidance: [{ centerCode: 'PUBLIC_SECURITY', text: '每月一次' }],
    },
    people.clerk,
  );
  expect(deployed.errors).toEqual([]);
  expect(deployed.payload?.['delegation']).toMatchObject({
    state: 'DEPLOYED',
    guidance: [{ text: '每月一次' }],
  });
  const trail = await dayu.store.query(
    `SELECT command, actor, role, outcome FROM audit_entry WHERE '${id}' = ANY (targets) ORDER BY sequence`,
  );
  expect(trail).toEqual([
    { command: 'submitDelegation', actor: 'officer-JUSTICE', role: 'DEPARTMENT_OFFICER', outcome: 'ALLOWED' },
    { command: 'recordStreetOpinion', actor: 'leader', role: 'STREET_LEADER', outcome: 'ALLOWED' },
    { command: 'approveDelegation', actor: 'clerk', role: 'COMMITTEE_CLERK', outcome: 'ALLOWED' },
    { command: 'deployDelegation', actor: 'clerk', role: 'COMMITTEE_CLERK', outcome: 'ALLOWED' },
  ]);
});

describe('what breaks a rule is refused, and changes nothing', () => {
  let id: string;
  beforeAll(async () => {
    const { payload } = await run('submitDelegation', REQUEST, justice);
    ({ id } = written(payload, 'delegation') as { id: string });
  });
  const rows = () =>
    dayu.store.query(
      'SELECT (SELECT count(*) FROM delegation) AS delegations, (SELECT count(*) FROM committee_decision) AS decisions, (SELECT max(version) FROM delegation) AS version',
    );

  test.each<[string, string, () => Record<string, unknown>, Actor, string, string | undefined]>([
    [
      'no legal basis',
      'submitDelegation',
      () => ({ ...REQUEST, legalBasis: '' }),
      justice,
      'RULE_VIOLATION',
      'R08',
    ],
    [
      'no document',
      'submitDelegation',
      () => ({ ...REQUEST, documentNumber: null }),
      justice,
      'RULE_VIOLATION',
      'R08',
    ],
    [
      'a direct task without approval',
      'submitDelegation',
      () => ({ ...REQUEST, kind: 'DIRECT_TASK' }),
      justice,
      'RULE_VIOLATION',
      'R07',
    ],
    [
      'a decision before the opinion',
      'approveDelegation',
      () => ({ delegationId: id, decision: decision('x') }),
      people.clerk,
      'RULE_VIOLATION',
      'R10',
    ],
    [
      'a leader who accepts alone',
      'approveDelegation',
      () => ({ delegationId: id, decision: decision('x') }),
      people.leader,
      'RULE_VIOLATION',
      'R09',
    ],
    [
      'a center head who accepts alone',
      'approveDelegation',
      () => ({ delegationId: id, decision: decision('x') }),
      centerHead('DAYU', 'HEALTH'),
      'RULE_VIOLATION',
      'R09',
    ],
    [
      'another department',
      'withdrawDelegation',
      () => ({ delegationId: id, reason: '不再需要' }),
      officer('PUBLIC_SECURITY'),
      'FORBIDDEN',
      undefined,
    ],
    [
      'an analyst',
      'recordStreetOpinion',
      () => ({ delegationId: id, opinion: '同意' }),
      people.analyst,
      'FORBIDDEN',
      undefined,
    ],
    [
      'another street’s leader',
      'recordStreetOpinion',
      () => ({ delegationId: id, opinion: '同意' }),
      peopleOf('CHENGZI').leader,
      'FORBIDDEN',
      undefined,
    ],
  ])('%s', async (_, command, input, as, code, rule) => {
    const before = await rows();
    const { payload, errors } = await run(command, input(), as);
    expect(payload).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions).toMatchObject({ code, street: 'DAYU', ...(rule && { rule }) });
    // Both language halves name the rule.
    if (rule) expect(errors[0]?.message).toMatch(new RegExp(`^${rule}[^·]+ · ${rule}`));
    expect(await rows()).toEqual(before);
    // Of those who may give no command here, refusals are on record by the round.
    await recordAnonymous(dayu, 'DAYU');
    const [last] = await dayu.store.query(
      'SELECT outcome, code, rule FROM audit_entry ORDER BY sequence DESC LIMIT 1',
    );
    expect(last).toEqual({ outcome: 'REFUSED', code, rule: rule ?? null });
  });
});

test('a department reads only its own delegations; anonymous requests read none', async () => {
  const list = '{ dayu { delegations { totalCount nodes { department { code } } } } }';
  const own = await dayu.ask(list, {}, { as: justice });
  expect(own.data).toMatchObject({ dayu: { delegations: { totalCount: 2 } } });
  const others = await dayu.ask(list, {}, { as: officer('PUBLIC_SECURITY') });
  expect(others.data).toEqual({ dayu: { delegations: { totalCount: 0, nodes: [] } } });
  const anonymous = await dayu.ask(list);
  expect(anonymous.data).toEqual({ dayu: { delegations: null } });
  expect(anonymous.errors?.[0]?.extensions['code']).toBe('UNAUTHENTICATED');
});
