import { actAs } from '../../test-support/act';
import { recordedCenterReport, reportOnBehalf } from './center-report';
import type { Holding } from './people';

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
const BY_CENTER = { recordedBy: null, recordedForId: null };

test('a weekly and a monthly meeting take their three parts', () => {
  expect(recordedCenterReport(head, 'WEEKLY', WEEK)).toEqual({ ...WEEK, ...BY_CENTER });
  // Difficulties are rows of their own.
  expect(recordedCenterReport(head, 'MONTHLY_PROGRESS', MONTH)).toEqual({
    ...MONTH,
    ...BY_CENTER,
    difficulties: null,
  });
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

describe('a report recorded for the head of the center', () => {
  const clerk = actAs('COMMITTEE_CLERK');
  const director: Holding = {
    id: 'h',
    version: 1,
    personId: 'w',
    personName: '王敏',
    kind: 'DIRECTOR',
    centerCode: 'HEALTH',
    postCode: 'HEALTH/DIRECTOR',
    since: '2026-01-05',
    until: null,
    actingForId: null,
    cancelledAt: null,
  };
  const acting: Holding = {
    ...director,
    id: 'a',
    personId: 'l',
    actingForId: 'h',
    since: '2026-11-16',
    until: '2026-11-20',
  };
  const behalf = (directors: readonly Holding[], day = '2026-11-18') =>
    reportOnBehalf(clerk, { centerCode: 'HEALTH', day, directors }).recordedForId;

  test('names the director of that day, or the person who acts', () => {
    expect(reportOnBehalf(clerk, { centerCode: 'HEALTH', day: '2026-11-18', directors: [director] })).toEqual(
      {
        recordedBy: 'COMMITTEE_CLERK:1',
        recordedForId: 'w',
      },
    );
    expect(behalf([director, acting])).toBe('l');
    expect(behalf([director, acting], '2026-11-21')).toBe('w');
    expect(behalf([director, { ...acting, cancelledAt: new Date() }])).toBe('w');
    expect(behalf([{ ...director, until: '2026-11-17' }])).toBeNull();
    expect(behalf([])).toBeNull();
  });

  test('is none where the dispatcher reports for their own center', () => {
    const own = { centerCode: 'GENERAL_AFFAIRS', day: '2026-11-18', directors: [] };
    expect(() => reportOnBehalf(actAs('DISPATCHER'), own)).toThrow('input.centerCode');
    expect(reportOnBehalf(clerk, own).recordedBy).toBe('COMMITTEE_CLERK:1');
  });
});
