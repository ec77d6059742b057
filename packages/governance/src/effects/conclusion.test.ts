import { actAs } from '../../test-support/act';
import { answeredConclusion, concludedDelegation } from './conclusion';

const [dispatcher, officer] = [actAs('DISPATCHER'), actAs('DEPARTMENT_OFFICER')];
const DISPATCHED = { state: 'DISPATCHED', version: 5 } as const;
const DONE = { number: 'DAYU-2026-0001', state: 'CLOSED', parentId: null, feedbackReportId: 'f' } as const;
const CANCELLED = { ...DONE, state: 'CANCELLED', feedbackReportId: null } as const;

test('a delegation is concluded when its orders are closed and reported, not counting cancelled ones', () => {
  expect(concludedDelegation(dispatcher, DISPATCHED, [DONE, CANCELLED], { text: '已办结' })).toEqual({
    values: { state: 'COMPLETED' },
    conclusion: { step: 'CONCLUDED', text: '已办结', author: 'DISPATCHER:1', happenedOn: '2026-11-18' },
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
  expect(() => concludedDelegation(dispatcher, DISPATCHED, orders, { text: '已办结' })).toThrow(refusal);
});

test('the end bears its day, not before the step that it follows and not in the future', () => {
  const given = { text: '已办结', after: '2026-11-10' };
  const { conclusion } = concludedDelegation(dispatcher, DISPATCHED, [DONE], { ...given, on: '2026-11-10' });
  expect(conclusion.happenedOn).toBe('2026-11-10');
  for (const [on, words] of [
    ['2026-11-09', 'concludedOn: 2026-11-09 早于集中反馈的日期 2026-11-10'],
    ['2026-11-19', 'concludedOn: 2026-11-19 晚于今天'],
  ] as const) {
    expect(() => concludedDelegation(dispatcher, DISPATCHED, [DONE], { ...given, on })).toThrow(words);
  }
  const concluded = { state: 'COMPLETED', version: 6 } as const;
  const answer = { text: null, on: '2026-11-09', after: '2026-11-10' };
  expect(() => answeredConclusion(officer, concluded, answer)).toThrow(
    'answeredOn: 2026-11-09 早于登记办结的日期 2026-11-10',
  );
});

test('the department confirms, or objects with a reason, which reopens it', () => {
  const concluded = { state: 'COMPLETED', version: 6 } as const;
  expect(answeredConclusion(officer, concluded, { text: null })).toEqual({
    values: { state: 'CONFIRMED' },
    conclusion: { step: 'CONFIRMED', text: null, author: 'DEPARTMENT_OFFICER:1', happenedOn: '2026-11-18' },
  });
  expect(answeredConclusion(officer, concluded, { text: '缺清单' })).toEqual({
    values: { state: 'DISPATCHED' },
    conclusion: {
      step: 'OBJECTED',
      text: '缺清单',
      author: 'DEPARTMENT_OFFICER:1',
      happenedOn: '2026-11-18',
    },
  });
  expect(() => answeredConclusion(officer, DISPATCHED, { text: null })).toThrow('confirmConclusion');
});
