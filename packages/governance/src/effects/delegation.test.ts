import { actAs, NOW } from '../../test-support/act';
import {
  decidedDelegation,
  deployedDelegation,
  guidedDelegation,
  heardDelegation,
  requireStanding,
  sentBackDelegation,
  submittedDelegation,
  withdrawnDelegation,
} from './delegation';

const officer = actAs('DEPARTMENT_OFFICER');
const clerk = actAs('COMMITTEE_CLERK');
const standing = { street: 'DAYU', approval: null };
const REQUEST = {
  kind: 'DELEGATED_MATTER',
  departmentCode: 'JUSTICE',
  title: '社区矫正协助',
  documentNumber: '门司〔2026〕7号',
  documentTitle: '关于委托办理的函',
  documentDate: '2026-11-18',
  legalBasis: '《行政许可法》第二十四条',
  approvalId: null,
};
const HEARD = {
  ...REQUEST,
  state: 'OPINION_HEARD',
  version: 2,
  createdAt: new Date('2026-11-18T01:00:00Z'),
  opinion: '同意承接',
  opinionHeardAt: new Date('2026-11-18T01:30:00Z'),
  opinionRecordedAt: new Date('2026-11-18T01:30:00Z'),
  submittedOn: '2026-11-18',
  deployedAt: null,
} as const;

test('a delegation is submitted in writing, and nothing has become of it yet', () => {
  expect(submittedDelegation(officer, REQUEST, standing)).toEqual({
    documentNumber: '门司〔2026〕7号',
    documentTitle: '关于委托办理的函',
    documentDate: '2026-11-18',
    legalBasis: '《行政许可法》第二十四条',
    state: 'SUBMITTED',
    opinion: null,
    opinionHeardAt: null,
    opinionRecordedAt: null,
    decisionId: null,
    deployment: null,
    deployedAt: null,
    deploymentRecordedAt: null,
    endedOn: null,
    reason: null,
    submittedOn: '2026-11-18',
  });
});

test.each([
  ['without a number', { documentNumber: null }, 'R08 documentNumber'],
  ['on a task without an approval', { kind: 'DIRECT_TASK' }, 'R07 approvalId'],
  ['in writing with an approval', { approvalId: 'a' }, 'input.approvalId: 书面委托不须区政府批准'],
])('none is submitted %s', (_, change, refusal) => {
  expect(() => submittedDelegation(officer, { ...REQUEST, ...change }, standing)).toThrow(refusal);
});

test('what rests on an approval is refused by the input that leads to it', () => {
  const task = { kind: 'DIRECT_TASK', departmentCode: 'JUSTICE', title: '填报' };
  expect(() => requireStanding(clerk, task, standing)).toThrow('R07 delegationId');
  expect(() => requireStanding(clerk, task, { ...standing, citedBy: 'parentId' })).toThrow('R07 parentId');
});

const SUBMITTED = { ...HEARD, state: 'SUBMITTED', version: 1, opinion: null, opinionHeardAt: null } as const;

test('the street is heard, then it is decided', () => {
  const heard = heardDelegation(actAs('STREET_LEADER'), SUBMITTED, '同意承接');
  expect(heard).toEqual({
    state: 'OPINION_HEARD',
    opinion: '同意承接',
    opinionHeardAt: NOW,
    opinionRecordedAt: NOW,
  });
  expect(decidedDelegation(clerk, HEARD, NOW, standing)).toEqual({ state: 'APPROVED' });
  expect(decidedDelegation(clerk, HEARD, NOW, null)).toEqual({ state: 'REJECTED' });
});

test.each([
  ['before the street was heard', clerk, HEARD.createdAt, 'R08 decision.decidedAt'],
  ['by a leader alone', actAs('STREET_LEADER'), NOW, 'R09 role'],
])('none is passed %s', (_, act, decidedAt, refusal) => {
  expect(() => decidedDelegation(act, HEARD, decidedAt, standing)).toThrow(refusal);
});

test('none is decided twice', () => {
  expect(() => decidedDelegation(clerk, { ...HEARD, state: 'APPROVED' }, NOW, null)).toThrow('APPROVED');
});

const APPROVED = { ...HEARD, state: 'APPROVED', version: 3 } as const;
const brought = {
  deployment: '入户调查',
  guidance: [{ addressee: 'HEALTH', text: '分三批' }],
  decidedAt: NOW,
};

test('work is deployed with guidance', () => {
  expect(deployedDelegation(clerk, APPROVED, brought, standing)).toEqual({
    state: 'DEPLOYED',
    deployment: '入户调查',
    deployedAt: NOW,
    deploymentRecordedAt: NOW,
  });
});

test.each([
  ['without guidance', APPROVED, { ...brought, guidance: [] }, 'R10 guidance'],
  ['before it is passed', HEARD, brought, 'R10 state'],
  ['on a task whose approval is gone', { ...APPROVED, kind: 'DIRECT_TASK' }, brought, 'R07 delegationId'],
])('none is deployed %s', (_, delegation, given, refusal) => {
  expect(() => deployedDelegation(clerk, delegation, given, standing)).toThrow(refusal);
});

test('a department takes back what is not dispatched', () => {
  expect(withdrawnDelegation(officer, APPROVED, { reason: '条件不具备' })).toEqual({
    state: 'WITHDRAWN',
    reason: '条件不具备',
    endedOn: '2026-11-18',
  });
});

/** A delegation of the week before, entered on 18 November. */
const PAST = {
  ...HEARD,
  documentDate: '2026-11-08',
  submittedOn: '2026-11-09',
  opinionHeardAt: new Date('2026-11-10T16:00:00Z'),
};
const DECIDED = new Date('2026-11-12T02:00:00Z');

test('each step bears the day on which it was taken, with the time of its recording beside it', () => {
  const request = { ...REQUEST, documentDate: '2026-11-08', submittedOn: '2026-11-09' };
  expect(submittedDelegation(officer, request, standing)).toMatchObject({ submittedOn: '2026-11-09' });
  const submitted = { ...SUBMITTED, submittedOn: '2026-11-09' };
  expect(heardDelegation(clerk, submitted, '同意承接', '2026-11-11')).toMatchObject({
    opinionHeardAt: PAST.opinionHeardAt,
    opinionRecordedAt: NOW,
  });
  expect(decidedDelegation(clerk, PAST, DECIDED, standing)).toEqual({ state: 'APPROVED' });
  const approved = { ...PAST, state: 'APPROVED' } as const;
  const deployment = { ...brought, decidedAt: DECIDED, deployedOn: '2026-11-12' };
  expect(deployedDelegation(clerk, approved, deployment, standing)).toMatchObject({
    deployedAt: new Date('2026-11-11T16:00:00Z'),
    deploymentRecordedAt: NOW,
  });
  const deployed = { ...PAST, state: 'DEPLOYED', deployedAt: new Date('2026-11-11T16:00:00Z') } as const;
  const guidance = [{ addressee: 'HEALTH', text: '分三批' }];
  expect(guidedDelegation(clerk, deployed, guidance, '2026-11-13')).toMatchObject({ givenOn: '2026-11-13' });
});

const approved = { ...PAST, state: 'APPROVED' } as const;
const deployed = { ...approved, state: 'DEPLOYED', deployedAt: new Date('2026-11-13T16:00:00Z') } as const;
test.each<[string, () => unknown, string]>([
  [
    'submission in the future',
    () => submittedDelegation(officer, { ...REQUEST, submittedOn: '2026-11-19' }, standing),
    'submittedOn: 2026-11-19 晚于今天',
  ],
  [
    'submission before its document',
    () => submittedDelegation(officer, { ...REQUEST, submittedOn: '2026-11-17' }, standing),
    'R08 documentDate',
  ],
  [
    'opinion before the submission',
    () => heardDelegation(clerk, { ...SUBMITTED, submittedOn: '2026-11-09' }, '同意', '2026-11-08'),
    'heardOn: 2026-11-08 早于提交的日期 2026-11-09',
  ],
  [
    'decision before the opinion',
    () => decidedDelegation(clerk, PAST, new Date('2026-11-10T02:00:00Z'), standing),
    'R08 decision.decidedAt',
  ],
  [
    'deployment before the decision',
    () =>
      deployedDelegation(
        clerk,
        approved,
        { ...brought, decidedAt: DECIDED, deployedOn: '2026-11-11' },
        standing,
      ),
    'deployedOn: 2026-11-11 早于街道工委决策的日期 2026-11-12',
  ],
  [
    'guidance before the deployment',
    () => guidedDelegation(clerk, deployed, brought.guidance, '2026-11-13'),
    'guidedOn: 2026-11-13 早于部署的日期 2026-11-14',
  ],
  [
    'sending back before the opinion',
    () => sentBackDelegation(clerk, PAST, '属直接布置', '2026-11-10'),
    'sentBackOn: 2026-11-10 早于听取街道意见的日期 2026-11-11',
  ],
  [
    'withdrawal before the decision',
    () =>
      withdrawnDelegation(officer, approved, {
        reason: '取消',
        withdrawnOn: '2026-11-11',
        decidedAt: DECIDED,
      }),
    'withdrawnOn: 2026-11-11 早于街道工委决策的日期 2026-11-12',
  ],
  [
    'withdrawal in the future',
    () => withdrawnDelegation(officer, PAST, { reason: '取消', withdrawnOn: '2026-11-19' }),
    'withdrawnOn: 2026-11-19 晚于今天',
  ],
])('no %s', (_, step, refusal) => {
  expect(step).toThrow(refusal);
});

test('an opinion of the day of the decision, recorded later, was heard before it', () => {
  const midnight = new Date('2026-11-10T16:00:00Z');
  expect(
    decidedDelegation(
      clerk,
      { ...PAST, opinionHeardAt: midnight, opinionRecordedAt: NOW },
      midnight,
      standing,
    ),
  ).toEqual({
    state: 'APPROVED',
  });
});
