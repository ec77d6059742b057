import type { Actor } from '@mtg/access';
import { checkCadence } from '../../../packages/street/src/cadence/sweep';
import { definition, profile } from '../../../subgraphs/dayu/src';
import { centerHead, peopleOf } from '../../support/actors';
import { give, type Selected } from '../../support/commands';
import { HEARD } from '../../support/heard-centers';
import { judgedSince } from '../../support/judged';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';

const { dispatcher, leader } = peopleOf('DAYU');
let dayu: TestSubgraph;
let now = new Date();
const at = (shanghai: string) => (now = new Date(`${shanghai}+08:00`));

beforeEach(async () => {
  dayu = await startTestSubgraph(definition, { clock: { now: () => now } });
});
afterEach(() => dayu.close());

const MEETING = 'meeting { id number year heldOn recordedLate version state }';
const run = (command: string, input: Selected, as: Actor, selection = MEETING) =>
  give(dayu, 'dayu', command, input, selection, { as });
const must = async (command: string, input: Selected, as: Actor, selection?: string): Promise<Selected> => {
  const { payload, errors } = await run(command, input, as, selection);
  expect(errors).toEqual([]);
  return payload ?? {};
};
const convoke = async (kind: string, scheduledAt: string, as: Actor): Promise<Selected> =>
  (await must('convokeMeeting', { kind, title: '会议', scheduledAt }, as))['meeting'];

/** Enters a weekly meeting with what the centers reported, and closes it. */
async function enterWeekly(heldOn: string): Promise<Selected> {
  const { id: meetingId } = await convoke('WEEKLY', `${heldOn}T01:00:00Z`, dispatcher);
  await must('openMeeting', { meetingId, heldOn }, dispatcher);
  for (const { centerCode } of HEARD.recordAttendance.records) {
    const report = { ...HEARD.recordCenterReport, meetingId, centerCode };
    await must('recordCenterReport', report, centerHead('DAYU', centerCode));
  }
  const own = { ...HEARD.recordCenterReport, meetingId };
  await must('recordCenterReport', own, centerHead('DAYU', 'HEALTH'));
  return (await must('closeMeeting', { meetingId }, dispatcher))['meeting'];
}

const judged = async (rule: string, since: string) => {
  await checkCadence(dayu.runtime.manager, now, profile, judgedSince(since));
  const rows = await dayu.store.query(
    `SELECT period, verdict, late FROM judgement WHERE rule = '${rule}' AND verdict IS NOT NULL
     AND due_on >= '${since}' ORDER BY period`,
  );
  return rows.map(({ period, verdict, late }) =>
    [period, verdict, ...(late === true ? ['late'] : [])].join(' '),
  );
};

test('a weekly meeting of Friday that is entered on Monday counts for last week, as recorded late', async () => {
  at('2026-11-23T09:00:00');
  expect(await judged('R21', '2026-11-16')).toEqual(['2026-W47 BROKEN']);
  expect(await enterWeekly('2026-11-20')).toMatchObject({ heldOn: '2026-11-20', recordedLate: true });
  expect(await judged('R21', '2026-11-16')).toEqual(['2026-W47 KEPT late']);
  at('2026-11-30T00:00:00');
  // It is none of the week in which it was entered.
  expect(await judged('R21', '2026-11-16')).toEqual(['2026-W47 KEPT late', '2026-W48 BROKEN']);
});

test('the edge of a week: Sunday is the old one’s, Monday the new one’s', async () => {
  at('2026-11-30T09:00:00');
  await enterWeekly('2026-11-22');
  expect(await judged('R21', '2026-11-16')).toEqual(['2026-W47 KEPT late', '2026-W48 BROKEN']);
  await enterWeekly('2026-11-23');
  expect(await judged('R21', '2026-11-16')).toEqual(['2026-W47 KEPT late', '2026-W48 KEPT late']);
});

test.each([
  ['2026-09-30', '2026-Q3 KEPT late', '2026-Q4 BROKEN'],
  ['2026-10-01', '2026-Q3 BROKEN', '2026-Q4 KEPT late'],
])('the edge of a quarter: a joint meeting of %s', async (heldOn, ...expected) => {
  at('2027-01-02T09:00:00');
  const { id: meetingId } = await convoke('JOINT', `${heldOn}T01:00:00Z`, leader);
  await must('openMeeting', { meetingId, heldOn }, leader);
  expect(await judged('R02', '2026-07-01')).toEqual(expected);
});

test('the edge of a year: a meeting of a past year has a number of that year, and its own day', async () => {
  at('2027-01-04T09:00:00');
  const late = await convoke('WEEKLY', '2026-12-31T01:00:00Z', dispatcher);
  expect(late).toMatchObject({
    number: '大峪周例〔2026〕第1号',
    year: 2026,
    heldOn: null,
    recordedLate: false,
  });
  expect(
    (await must('openMeeting', { meetingId: late.id, heldOn: '2026-12-31' }, dispatcher))['meeting'],
  ).toMatchObject({
    number: '大峪周例〔2026〕第1号',
    heldOn: '2026-12-31',
    recordedLate: true,
  });
  const present = await convoke('WEEKLY', '2027-01-04T02:00:00Z', dispatcher);
  expect(present).toMatchObject({ number: '大峪周例〔2027〕第1号', year: 2027 });
  const refused = await run('openMeeting', { meetingId: present.id, heldOn: '2026-12-31' }, dispatcher);
  expect(refused.errors[0]?.message).toContain('input.heldOn');
  expect(refused.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect((await must('openMeeting', { meetingId: present.id }, dispatcher))['meeting']).toMatchObject({
    heldOn: '2027-01-04',
    recordedLate: false,
  });
});

test('nothing lies in the future, and what is refused is not written', async () => {
  at('2026-11-23T23:59:59');
  const { id: meetingId } = await convoke('WEEKLY', '2026-11-24T01:00:00Z', dispatcher);
  const { payload, errors } = await run('openMeeting', { meetingId, heldOn: '2026-11-24' }, dispatcher);
  expect(payload).toBeNull();
  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await dayu.store.query('SELECT state, held_on FROM meeting')).toEqual([
    { state: 'CONVOKED', held_on: null },
  ]);
  at('2026-11-24T00:00:00');
  await must('openMeeting', { meetingId, heldOn: '2026-11-24' }, dispatcher);
});
