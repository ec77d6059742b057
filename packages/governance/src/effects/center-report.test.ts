import { actAs } from '../../test-support/act';
import { recordedCenterReport } from './center-report';

const head = actAs('CENTER_HEAD');
const NONE = {
  thisWeek: null,
  nextWeek: null,
  communityMatters: null,
  progress: null,
  difficulties: null,
  nextMonth: null,
};
const WEEK = { ...NONE, thisWeek: '已完成', nextWeek: '推进', communityMatters: '无' };
const MONTH = { ...NONE, progress: '过半', difficulties: [{ content: '人手不足' }], nextMonth: '衔接' };

test('a weekly and a monthly meeting take their three parts', () => {
  expect(recordedCenterReport(head, 'WEEKLY', WEEK)).toEqual(WEEK);
  // Difficulties are rows of their own.
  expect(recordedCenterReport(head, 'MONTHLY_PROGRESS', MONTH)).toEqual({ ...MONTH, difficulties: null });
  const none = { ...MONTH, difficulties: [] };
  expect(recordedCenterReport(head, 'MONTHLY_PROGRESS', none)).toMatchObject({ progress: '过半' });
});

test('a meeting does not take the parts of the other', () => {
  const record = () => recordedCenterReport(head, 'WEEKLY', { ...WEEK, progress: '过半' });
  expect(record).toThrow('input.progress: 本次会议汇报的是 thisWeek、nextWeek、communityMatters');
  expect(() => recordedCenterReport(head, 'MONTHLY_PROGRESS', { ...MONTH, nextWeek: '推进' })).toThrow(
    'input.nextWeek',
  );
  expect(() => recordedCenterReport(head, 'WEEKLY', { ...WEEK, difficulties: [] })).toThrow(
    'input.difficulties',
  );
});

test('a part that is missing is named', () => {
  expect(() => recordedCenterReport(head, 'WEEKLY', { ...WEEK, nextWeek: null })).toThrow('R21 nextWeek');
  const record = () => recordedCenterReport(head, 'MONTHLY_PROGRESS', { ...MONTH, difficulties: null });
  expect(record).toThrow('R20 difficulties');
});
