import { centerHead, centerStaff } from '../../support/actors';
import { HEARD } from '../../support/heard-centers';
import { COMMUNITY, people, yearStage, type YearStage } from '../../support/year/stage';

const head = centerHead('DAYU', 'HEALTH');
const staff = centerStaff('DAYU', 'HEALTH');

/** A correction of a day changes what is judged of both periods, however long ago they were. */
let stage: YearStage;
beforeEach(async () => {
  stage = await yearStage('2026-03-02');
});
afterEach(() => stage.close());

const plan = (day: string) => {
  const fixed = { centerCode: 'HEALTH', people: [staff.subject], route: '南', actions: '看' };
  return stage.make('visitPlan', 'planVisit', { ...fixed, day, communityCodes: [COMMUNITY] }, head);
};
/** Days that the judgement of a week counts (R24). */
const counted = async (...weeks: readonly string[]) => {
  await stage.findings();
  const rows = await stage.dayu.store.query(
    `SELECT period, counted FROM judgement WHERE rule = 'R24' AND subject LIKE 'HEALTH/%' ORDER BY period`,
  );
  return weeks.map((week) => rows.find(({ period }) => period === week)?.['counted']);
};

test('a visit that is moved counts for the other week, and no more for the first (R24)', async () => {
  const [wrong, right] = [await plan('2026-03-03'), await plan('2026-03-10')];
  stage.on('2026-03-11');
  const visit = { centerCode: 'HEALTH', communityCode: COMMUNITY, form: 'CALL', day: '2026-03-03' };
  const said = { planId: wrong, record: '已走访', sentimentLogs: [{ text: '路灯' }] };
  const communityVisitId = await stage.make('communityVisit', 'recordVisit', { ...visit, ...said }, staff);
  stage.on('2026-10-20');
  expect(await counted('2026-W10', '2026-W11')).toEqual([1, 0]);
  const corrected = { communityVisitId, day: '2026-03-10', planId: right, reason: '登记时笔误' };
  await stage.step('correctCommunityVisit', corrected, staff);
  expect(await counted('2026-W10', '2026-W11')).toEqual([0, 1]);
});

test('a weekly meeting that is moved counts for the other week, and no more for the first (R21)', async () => {
  const held = async (...weeks: readonly string[]) => {
    await stage.findings();
    const rows = await stage.dayu.store.query(`SELECT period, counted FROM judgement WHERE rule = 'R21'`);
    return weeks.map((week) => Number(rows.find(({ period }) => period === week)?.['counted']) > 0);
  };
  stage.on('2026-03-10');
  const plan = { kind: 'WEEKLY', title: '例会', scheduledAt: '2026-03-03T01:00:00Z' };
  const meetingId = await stage.make('meeting', 'convokeMeeting', plan, people.dispatcher);
  await stage.step('openMeeting', { meetingId, heldOn: '2026-03-03' }, people.dispatcher);
  for (const [command, input] of Object.entries(HEARD)) {
    await stage.step(
      command,
      { meetingId, ...input },
      command === 'recordCenterReport' ? head : people.dispatcher,
    );
  }
  await stage.step('closeMeeting', { meetingId }, people.dispatcher);
  stage.on('2026-10-20');
  expect(await held('2026-W10', '2026-W11')).toEqual([true, false]);
  await stage.step('correctMeeting', { meetingId, heldOn: '2026-03-10', reason: '笔误' }, people.dispatcher);
  expect(await held('2026-W10', '2026-W11')).toEqual([false, true]);
});
