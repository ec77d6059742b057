import { actAs } from '../../test-support/act';
import { answeredConclusion, concludedDelegation } from './conclusion';

const [dispatcher, officer] = [actAs('DISPATCHER'), actAs('DEPARTMENT_OFFICER')];
const DISPATCHED = { state: 'DISPATCHED', version: 5 } as const;
const DONE = { number: 'DAYU-2026-0001', state: 'CLOSED', parentId: null, feedbackReportId: 'f' } as const;
const CANCELLED = { ...DONE, state: 'CANCELLED', feedbackReportId: null } as const;

test('a delegation is concluded when its orders are closed and reported, not counting cancelled ones', () => {
  expect(concludedDelegation(dispatcher, DISPATCHED, [DONE, CANCELLED], '已办结')).toEqual({
    values: { state: 'COMPLETED' },
    conclusion: { step: 'CONCLUDED', text: '已办结', author: 'DISPATCHER:1' },
  });
});

test.each<
  [
    string,
    readonly (Omit<typeof DONE, 'state' | 'parentId' | 'feedbackReportId'> & {
      readonly state: typeof DONE.state | 'RETURNED' | 'ISSUED' | 'CANCELLED';
      readonly parentId: string | null;
      readonly feedbackReportId: string | null;
    })[],
    string,
  ]
>([
  ['without an order', [], '没有办结的派单'],
  ['when all was cancelled', [CANCELLED], '没有办结的派单'],
  ['by the part of an order alone', [CANCELLED, { ...DONE, parentId: 'o' }], '没有办结的派单'],
  [
    'while a return is requested',
    [DONE, { ...DONE, state: 'RETURNED', feedbackReportId: null }],
    '（退单待审）',
  ],
  ['while an order is open', [DONE, { ...DONE, state: 'ISSUED', feedbackReportId: null }], '还有派单未办结'],
  ['before the department is told', [{ ...DONE, feedbackReportId: null }], '还有派单未集中反馈'],
])('none is concluded %s', (_, orders, refusal) => {
  expect(() => concludedDelegation(dispatcher, DISPATCHED, orders, '已办结')).toThrow(refusal);
});

test('the department confirms, or objects with a reason, which reopens it', () => {
  const concluded = { state: 'COMPLETED', version: 6 } as const;
  expect(answeredConclusion(officer, concluded, null)).toEqual({
    values: { state: 'CONFIRMED' },
    conclusion: { step: 'CONFIRMED', text: null, author: 'DEPARTMENT_OFFICER:1' },
  });
  expect(answeredConclusion(officer, concluded, '缺清单')).toEqual({
    values: { state: 'DISPATCHED' },
    conclusion: { step: 'OBJECTED', text: '缺清单', author: 'DEPARTMENT_OFFICER:1' },
  });
  expect(() => answeredConclusion(officer, DISPATCHED, null)).toThrow('confirmConclusion');
});
