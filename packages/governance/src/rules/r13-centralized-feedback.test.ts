import { chinese, english, fieldsOf } from '../../test-support/violations';
import { workOrderMachine, WorkOrderState } from '../state-machines/machines/work-order';
import { stateName } from '../state-machines/state-machine';
import { r13, type FeedbackDraft } from './r13-centralized-feedback';

const CLOSED = { number: '派〔2026〕1', state: 'CLOSED', participants: ['HEALTH'] };
const DELEGATED = { number: '派〔2026〕3', state: 'CLOSED', delegatedBy: 'JUSTICE' };
const REPORT: FeedbackDraft = {
  role: 'DISPATCHER',
  recipients: ['DEPARTMENT'],
  orders: [CLOSED, { number: '派〔2026〕2', state: 'CLOSED', alreadyReportedIn: null }],
};

test.each<[string, Partial<FeedbackDraft>]>([
  ['two closed orders to a department', {}],
  [
    'a report to all three',
    { recipients: ['DISTRICT_PARTY_COMMITTEE', 'DISTRICT_GOVERNMENT', 'DEPARTMENT'] },
  ],
  [
    'a delegated order to the department that delegated it, among others',
    { departmentCodes: ['HEALTH', 'JUSTICE'], orders: [CLOSED, DELEGATED] },
  ],
])('kept by %s', (_, change) => {
  expect(r13.check({ ...REPORT, ...change })).toEqual([]);
});

test.each<[string, Partial<FeedbackDraft>, string[], string]>([
  ...['STREET_LEADER', 'CENTER_HEAD', 'CENTER_STAFF', 'COMMITTEE_CLERK', ''].map(
    (role): [string, Partial<FeedbackDraft>, string[], string] => [
      `a reporter in the role ${JSON.stringify(role)}`,
      { role },
      ['role'],
      'Only the General Affairs',
    ],
  ),
  ['no recipient', { recipients: [] }, ['recipients'], 'at least one'],
  ['a recipient of another kind', { recipients: ['DEPARTMENT', 'PRESS'] }, ['recipients'], 'only these'],
  ['no order', { orders: [] }, ['workOrderIds'], 'lists no work order'],
  ...Object.values(WorkOrderState)
    .filter((state) => state !== 'CLOSED')
    .map((state): [string, Partial<FeedbackDraft>, string[], string] => [
      `an order that is ${state}`,
      { orders: [CLOSED, { number: '派〔2026〕2', state }] },
      ['workOrderIds'],
      `派〔2026〕2 is not closed (${stateName(workOrderMachine, state).en})`,
    ]),
  [
    'an order that was reported before',
    { orders: [{ ...CLOSED, alreadyReportedIn: '反馈〔2026〕5' }] },
    ['workOrderIds'],
    'already in report 反馈〔2026〕5',
  ],
  [
    'a delegated order that does not go to its department, which has a name',
    { departmentNames: new Map([['JUSTICE', '区司法局']]), orders: [CLOSED, DELEGATED] },
    ['departmentCodes'],
    'a delegation by 区司法局',
  ],
  [
    'a department of no order, which has a name',
    { departmentNames: new Map([['EDUCATION', '区教委']]), departmentCodes: ['EDUCATION'] },
    ['departmentCodes'],
    'None of the orders concerns 区教委',
  ],
  ['an order listed twice', { orders: [CLOSED, CLOSED] }, ['workOrderIds'], 'more than once'],
  ...[undefined, [], ['HEALTH']].map(
    (departmentCodes): [string, Partial<FeedbackDraft>, string[], string] => [
      `a delegated order to ${JSON.stringify(departmentCodes ?? null)}`,
      { ...(departmentCodes && { departmentCodes }), orders: [CLOSED, DELEGATED] },
      ['departmentCodes'],
      '派〔2026〕3 carries out a delegation by JUSTICE',
    ],
  ),
  [
    'a department that none of the orders concerns',
    { departmentCodes: ['JUSTICE', 'HEALTH', 'EDUCATION'], orders: [CLOSED, DELEGATED] },
    ['departmentCodes'],
    'None of the orders concerns EDUCATION',
  ],
  [
    'everything',
    { role: 'CENTER_HEAD', recipients: [], orders: [] },
    ['role', 'recipients', 'workOrderIds'],
    'Only',
  ],
])('broken by %s', (_, change, fields, text) => {
  const violations = r13.check({ ...REPORT, ...change });
  expect(fieldsOf(r13, violations)).toEqual(fields);
  expect(english(violations)).toContain(text);
});

describe('a month of closed orders', () => {
  const MONTH = {
    month: '2026-05',
    today: '2026-06-01',
    closedOrders: ['1', '2'],
    reportedOrders: ['1', '2'],
  };

  test.each([
    ['each of which is reported', {}],
    ['that is not over', { today: '2026-05-31', reportedOrders: [] }],
    ['without any', { closedOrders: [], reportedOrders: [] }],
  ])('keeps it: one %s', (_, change) => {
    expect(r13.check({ ...MONTH, ...change })).toEqual([]);
  });

  test('breaks it where one stands in no report, which is named', () => {
    const said = r13.check({ ...MONTH, reportedOrders: ['2'] });
    expect(chinese(said)).toContain('2026年5月办结的派单没有列入任何反馈：1。');
    expect(english(said)).toContain('1. Report them');
  });
});
