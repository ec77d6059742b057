import { violationOf } from '../catalogue/violation';
import { r02 } from '../rules/r02-quarterly-joint-meeting';
import { judge, type Counted } from './judged';

const MEETING: Counted = { id: 'm', on: '2026-06-20', recordedOn: '2026-06-20' };
const missing = violationOf(r02, { zh: '没有会议。请召开。', en: 'No meeting. Hold one.' }, 'meetings');
const check = (counted: readonly Counted[]) => (counted.length > 0 ? [] : [missing]);
const DUTY = { dueOn: '2026-06-30', today: '2026-07-01', counted: [MEETING], check };
const REASON = { zh: '没有会议。请召开。', en: 'No meeting. Hold one.' };
const DONE_LATE = {
  zh: expect.stringContaining('应于 2026-06-30 前（含当日）完成，到 2026-07-03 才完成'),
  en: expect.stringContaining('due on 2026-06-30 and done on 2026-07-03'),
};
const EXCUSE = { zh: '没有设定起始日', en: 'no day is set' };

test.each([
  ['kept', {}, 'MET', 'KEPT', false, null],
  ['met before its day', { today: '2026-06-30' }, 'MET', null, false, null],
  ['due until its day', { today: '2026-06-30', counted: [] }, 'DUE', null, false, REASON],
  ['broken from the next day on', { counted: [] }, 'OVERDUE', 'BROKEN', false, REASON],
  [
    'kept late by what was recorded after its day',
    { counted: [{ ...MEETING, recordedOn: '2026-07-01' }] },
    'MET',
    'KEPT',
    true,
    null,
  ],
  [
    'kept in time where one of two was recorded late',
    { counted: [MEETING, { ...MEETING, recordedOn: '2026-07-01' }] },
    'MET',
    'KEPT',
    false,
    null,
  ],
  [
    'broken by what was done after its day, which it names',
    { counted: [{ ...MEETING, on: '2026-07-03', recordedOn: '2026-07-03' }], today: '2026-07-04' },
    'OVERDUE',
    'BROKEN',
    false,
    DONE_LATE,
  ],
  [
    'kept where what was done after its day was not needed',
    { counted: [MEETING, { ...MEETING, on: '2026-07-03', recordedOn: '2026-07-03' }], today: '2026-07-04' },
    'MET',
    'KEPT',
    false,
    null,
  ],
  ['not judged', { excuse: EXCUSE, counted: [] }, 'EXCUSED', 'NOT_JUDGED', false, EXCUSE],
  ['excused before its day', { excuse: EXCUSE, today: '2026-06-30' }, 'EXCUSED', null, false, EXCUSE],
])('a duty is %s', (_, change, status, verdict, late, reason) => {
  expect(judge({ ...DUTY, ...change })).toEqual({ status, verdict, late, reason });
});

test('of several that were done late, the day is that on which nothing was missing any more', () => {
  const two = (counted: readonly Counted[]) => (counted.length > 1 ? [] : [missing]);
  const done = (on: string): Counted => ({ id: on, on, recordedOn: on });
  const reasonOf = (days: readonly string[]) =>
    judge({ ...DUTY, today: '2026-08-01', counted: days.map(done), check: two }).reason?.zh;
  expect(reasonOf(['2026-06-20', '2026-07-09', '2026-07-05'])).toContain('到 2026-07-05 才完成');
  expect(reasonOf(['2026-07-09', '2026-07-05'])).toContain('到 2026-07-09 才完成');
  expect(reasonOf(['2026-07-05'])).toBe(REASON.zh);
});
