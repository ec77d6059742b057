import { actAs, NOW } from '../../test-support/act';
import {
  decidedDelegation,
  deployedDelegation,
  heardDelegation,
  requireStanding,
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
    decisionId: null,
    deployment: null,
    deployedAt: null,
    reason: null,
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

test('the street is heard, then it is decided', () => {
  const heard = heardDelegation(actAs('STREET_LEADER'), { state: 'SUBMITTED', version: 1 }, '同意承接');
  expect(heard).toEqual({ state: 'OPINION_HEARD', opinion: '同意承接', opinionHeardAt: NOW });
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

const APPROVED = { ...REQUEST, state: 'APPROVED', version: 3 } as const;
const brought = { deployment: '入户调查', guidance: [{ addressee: 'HEALTH', text: '分三批' }] };

test('work is deployed with guidance', () => {
  expect(deployedDelegation(clerk, APPROVED, brought, standing)).toEqual({
    state: 'DEPLOYED',
    deployment: '入户调查',
    deployedAt: NOW,
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
  expect(withdrawnDelegation(officer, APPROVED, '条件不具备')).toEqual({
    state: 'WITHDRAWN',
    reason: '条件不具备',
  });
});
