import { actAs } from '../../test-support/act';
import { adoptedKeyPoint } from './key-point';

const clerk = actAs('COMMITTEE_CLERK');
const PLAN = { year: 2026, number: 1, title: '要点', content: '内容' };

const decidedOn = (day: string) => ({
  id: 'd',
  number: '大峪工委〔2026〕第1号',
  decidedAt: new Date(`${day}T04:00:00Z`),
});

test.each(['2025-12-20', '2026-01-08'])('a decision of %s adopts a key point of 2026', (day) => {
  expect(adoptedKeyPoint(clerk, PLAN, decidedOn(day))).toEqual({
    ...PLAN,
    baseTaskCodes: [],
    decisionId: 'd',
  });
});

test('a key point names each base task once', () => {
  const plan = { ...PLAN, baseTaskCodes: ['BT-1-01', 'BT-1-01', 'BT-2-01'] };
  const adopted = adoptedKeyPoint(clerk, plan, decidedOn('2026-01-08'));
  expect(adopted.baseTaskCodes).toEqual(['BT-1-01', 'BT-2-01']);
});

test.each(['2024-12-31', '2027-01-01'])('a decision of %s does not adopt a key point of 2026', (day) => {
  expect(() => adoptedKeyPoint(clerk, PLAN, decidedOn(day))).toThrow('input.decisionId: 决策“大峪');
  const adopt = () => adoptedKeyPoint(clerk, PLAN, decidedOn(day), 'decision.decidedAt');
  expect(adopt).toThrow('input.decision.decidedAt');
});

test('a key point without a decision breaks R11', () => {
  expect(() => adoptedKeyPoint(clerk, PLAN, null)).toThrow('R11 decision,decisionId');
});
