import { actAs, NOW } from '../../test-support/act';
import {
  answeredRecall,
  budgetedLine,
  offeredTransfer,
  receivedTransfer,
  recordedExpenditure,
  requestedRecall,
  reversedExpenditure,
  reversedLine,
} from './funds';

const office = actAs('DISTRICT_OFFICE');
const finance = actAs('FINANCE_OFFICER');
const OFFER = { voucher: '拨字1号', amount: '100' };
const RECEIPT = { outcome: 'ACKNOWLEDGED', left: '30.00', createdAt: NOW } as const;
const PAYMENT = {
  voucher: '支字1号',
  amount: '30.00',
  paidOn: '2026-11-18',
  projectId: 'p',
  workOrderId: null,
  serviceProjectId: null,
};

test('both sides enter a transfer with the same amount', () => {
  const [offered, received] = [
    offeredTransfer(office, OFFER, '100.00'),
    receivedTransfer(finance, OFFER, 'ACKNOWLEDGED', null),
  ];
  expect(offered).toMatchObject({ amount: '100.00', state: 'OFFERED' });
  expect(received).toMatchObject({ amount: '100.00', answeredBy: finance.actor.subject });
});

test('a budget line has more than nothing', () => {
  const line = { name: '社区建设', kind: '社会建设', amount: '0.01' };
  expect(budgetedLine(office, line, 'lines.0.amount')).toMatchObject({ amount: '0.01', reversesId: null });
  expect(() => budgetedLine(office, { ...line, amount: '0' }, 'lines.0.amount')).toThrow('lines.0.amount');
});

test('what is left can be spent or given back, and not a 分 more', () => {
  expect(recordedExpenditure(finance, RECEIPT, PAYMENT)).toMatchObject({ amount: '30.00', reversesId: null });
  expect(() => recordedExpenditure(finance, RECEIPT, { ...PAYMENT, amount: '30.01' })).toThrow('R31 amount');
  const agreed = { amount: '30.00', outcome: 'AGREED', reason: null } as const;
  expect(answeredRecall(finance, RECEIPT, agreed)).toMatchObject({ outcome: 'AGREED' });
  expect(() => answeredRecall(finance, RECEIPT, { ...agreed, amount: '31' })).toThrow('R31 recallId');
});

test('a recall that is refused may be for what is spent', () => {
  const refused = { amount: '31', outcome: 'REFUSED', reason: '已支出' } as const;
  expect(answeredRecall(finance, RECEIPT, refused)).toMatchObject({ amount: '31.00', reason: '已支出' });
});

test('recalls that are open or agreed are not asked for twice', () => {
  const transfer = { amount: '100.00', recalled: ['40.00', '50.00'], state: 'ACKNOWLEDGED' } as const;
  expect(requestedRecall(office, transfer, '10')).toMatchObject({ amount: '10.00', state: 'REQUESTED' });
  expect(() => requestedRecall(office, transfer, '10.01')).toThrow('R31 amount');
});

test('a mistake is reversed whole, by an entry that names it', () => {
  const first = { id: 'e', amount: '30.00', reversesId: null, isReversed: false };
  expect(reversedExpenditure(finance, first, '记错')).toMatchObject({ amount: '-30.00', reversesId: 'e' });
  expect(reversedLine(office, { ...first, left: '30.00' }, '记错')).toMatchObject({ amount: '-30.00' });
  expect(() => reversedLine(office, { ...first, left: '29.99' }, '记错')).toThrow('R31 budgetLineId');
  expect(() => reversedExpenditure(finance, { ...first, isReversed: true }, '记错')).toThrow('R31');
});
