import { actAs } from '../../test-support/act';
import { requireCharter, requireNotEnded } from './corrected-work';

const dispatcher = actAs('DISPATCHER');
const CHARTER = {
  goals: '二十个小区整治',
  departmentCodes: ['JUSTICE'],
  communityCodes: ['110109001001'],
  deadline: '2026-06-30',
  charteredOn: '2026-01-20',
  orders: [{ number: 'DAYU-2026-0001', deadline: '2026-06-30' }],
};

test('a charter is seen as of its day, and holds its orders', () => {
  expect(() => requireCharter(dispatcher, CHARTER)).not.toThrow();
});

test.each<[string, object, string]>([
  ['due before its day', { deadline: '2026-01-19', orders: [] }, 'input.deadline: 2026-01-19 早于'],
  ['due before an order of it', { deadline: '2026-06-29' }, 'DAYU-2026-0001'],
  ['without goals', { goals: '' }, 'R19 goals'],
  ['without a department', { departmentCodes: [] }, 'R19 departmentCodes'],
])('none is corrected to one %s', (_, change, refusal) => {
  expect(() => requireCharter(dispatcher, { ...CHARTER, ...change })).toThrow(refusal);
});

test.each(['ISSUED', 'RETURNED', 'VERIFIED'] as const)('an order that is %s can be corrected', (state) => {
  expect(() => requireNotEnded(dispatcher, { number: 'A', state, version: 1 })).not.toThrow();
});

test.each(['CLOSED', 'CANCELLED'] as const)('one that is %s stays as it is', (state) => {
  expect(() => requireNotEnded(dispatcher, { number: 'A', state, version: 1 })).toThrow('不再更正');
});
