import { english, fieldsOf } from '../../test-support/violations';
import { WorkOrderState } from '../state-machines/machines/work-order';
import { r13, type FeedbackDraft } from './r13-centralized-feedback';

const CLOSED = { number: '派〔2026〕1', state: 'CLOSED', participants: ['HEALTH'] };
const DELEGATED = { number: '派〔2026〕3', state: 'CLOSED', delegatedBy: 'JUSTICE' };
const REPORT: FeedbackDraft = {
  reporterRole: 'DISPATCHER',
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
    { departments: ['HEALTH', 'JUSTICE'], orders: [CLOSED, DELEGATED] },
  ],
])('kept by %s', (_, change) => {
  expect(r13.check({ ...REPORT, ...change })).toEqual([]);
});

test.each<[string, Partial<FeedbackDraft>, string[], string]>([
  ...['STREET_LEADER', 'CENTER_HEAD', 'CENTER_STAFF', 'COMMITTEE_CLERK', ''].map(
    (reporterRole): [string, Partial<FeedbackDraft>, string[], string] => [
      `a reporter in the role ${JSON.stringify(reporterRole)}`,
      { reporterRole },
      ['reporterRole'],
      'Only the General Affairs',
    ],
  ),
  ['no recipient', { recipients: [] }, ['recipients'], 'at least one'],
  ['a recipient of another kind', { recipients: ['DEPARTMENT', 'PRESS'] }, ['recipients'], 'nobody else'],
  ['no order', { orders: [] }, ['orders'], 'lists no work order'],
  ...Object.values(WorkOrderState)
    .filter((state) => state !== 'CLOSED')
    .map((state): [string, Partial<FeedbackDraft>, string[], string] => [
      `an order that is ${state}`,
      { orders: [CLOSED, { number: '派〔2026〕2', state }] },
      ['orders'],
      `派〔2026〕2 is not closed (${state})`,
    ]),
  [
    'an order that was reported before',
    { orders: [{ ...CLOSED, alreadyReportedIn: '反馈〔2026〕5' }] },
    ['orders'],
    'in report 反馈〔2026〕5 already',
  ],
  ['an order listed twice', { orders: [CLOSED, CLOSED] }, ['orders'], 'more than once'],
  ...[undefined, [], ['HEALTH']].map((departments): [string, Partial<FeedbackDraft>, string[], string] => [
    `a delegated order to ${JSON.stringify(departments ?? null)}`,
    { ...(departments && { departments }), orders: [CLOSED, DELEGATED] },
    ['departments'],
    '派〔2026〕3 carries out a delegation of JUSTICE',
  ]),
  [
    'a department that none of the orders concerns',
    { departments: ['JUSTICE', 'HEALTH', 'EDUCATION'], orders: [CLOSED, DELEGATED] },
    ['departments'],
    'None of the orders concerns EDUCATION',
  ],
  [
    'everything',
    { reporterRole: 'CENTER_HEAD', recipients: [], orders: [] },
    ['reporterRole', 'recipients', 'orders'],
    'Only',
  ],
])('broken by %s', (_, change, fields, text) => {
  const violations = r13.check({ ...REPORT, ...change });
  expect(fieldsOf(r13, violations)).toEqual(fields);
  expect(english(violations)).toContain(text);
});
