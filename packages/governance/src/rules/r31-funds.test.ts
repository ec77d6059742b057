import { fieldsOf } from '../../test-support/violations';
import {
  r31,
  type ExpenditureFacts,
  type RecallFacts,
  type ReversalFacts,
  type TransferFacts,
} from './r31-funds';

const TRANSFER: TransferFacts = { of: 'TRANSFER', voucher: '拨字1号', amount: '100.00', left: '100.00' };
const EXPENDITURE: ExpenditureFacts = {
  of: 'EXPENDITURE',
  voucher: '支字1号',
  amount: '0.30',
  left: '0.30',
  outcome: 'ACKNOWLEDGED',
  purposes: ['project'],
  receivedOn: '2026-11-01',
  paidOn: '2026-11-18',
  today: '2026-11-18',
};
const RECALL: RecallFacts = {
  of: 'RECALL',
  amount: '1',
  left: '1.00',
  outcome: 'ACKNOWLEDGED',
  named: { transfer: 'fundTransferId', amount: 'amount' },
};
const REVERSAL: ReversalFacts = {
  of: 'REVERSAL',
  field: 'expenditureId',
  first: { isReversal: false, isReversed: false, isCommitted: false },
};

test.each([TRANSFER, EXPENDITURE, RECALL, REVERSAL])('kept: $of down to the last 分', (facts) => {
  expect(r31.check(facts)).toEqual([]);
});

test.each<[string, Partial<TransferFacts>, string[]]>([
  ['a 分 too much', { amount: '100.01' }, ['amount']],
  ['nothing', { amount: '0.00' }, ['amount']],
  ['less than nothing', { amount: '-1.00' }, ['amount']],
  ['no voucher', { voucher: ' ' }, ['voucher']],
])('a transfer breaks it by %s', (_, change, fields) => {
  expect(fieldsOf(r31, r31.check({ ...TRANSFER, ...change }))).toEqual(fields);
});

test.each<[string, Partial<ExpenditureFacts>, unknown[]]>([
  ['a 分 too much', { amount: '0.31' }, ['amount']],
  ['nothing', { amount: '0' }, ['amount']],
  ['no voucher', { voucher: null }, ['voucher']],
  ['a transfer that was declined', { outcome: 'DECLINED' }, ['fundReceiptId']],
  ['no purpose', { purposes: [] }, [['projectId', 'workOrderId', 'serviceProjectId']]],
  ['two purposes', { purposes: ['a', 'b'] }, [['projectId', 'workOrderId', 'serviceProjectId']]],
  ['a day before the money was there', { paidOn: '2026-10-31' }, ['paidOn']],
  ['a day to come', { paidOn: '2026-11-19' }, ['paidOn']],
])('an expenditure breaks it by %s', (_, change, fields) => {
  expect(fieldsOf(r31, r31.check({ ...EXPENDITURE, ...change }))).toEqual(fields);
});

test.each<[string, Partial<RecallFacts>, string[]]>([
  ['more than is unspent', { amount: '1.01' }, ['amount']],
  ['nothing', { amount: '0.00' }, ['amount']],
  ['a transfer that is not acknowledged', { outcome: 'OFFERED' }, ['fundTransferId']],
])('a recall breaks it by %s', (_, change, fields) => {
  expect(fieldsOf(r31, r31.check({ ...RECALL, ...change }))).toEqual(fields);
});

test.each<[string, Partial<ReversalFacts['first']>]>([
  ['a reversal', { isReversal: true }],
  ['what is reversed already', { isReversed: true }],
  ['what is passed on', { isCommitted: true }],
])('a reversal breaks it by naming %s', (_, change) => {
  const first = { ...REVERSAL.first, ...change };
  expect(fieldsOf(r31, r31.check({ ...REVERSAL, first }))).toEqual(['expenditureId']);
});
