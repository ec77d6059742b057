import { officer } from '../../support/actors';
import { appointMembers, linkAll, linkOrganization, register, UNITS } from '../../support/year/beginnings';
import { shownAtLastMeeting, solveDifficulty } from '../../support/year/difficulties';
import { followUp, mandate, patrol } from '../../support/year/enforcement';
import {
  annualNotice,
  deputyActivity,
  reportOnDepartments,
  reportOnDeputies,
  reportOnMember,
  setAppraisal,
} from '../../support/year/evaluation';
import { said, staysAway, weeksWithoutVisits } from '../../support/year/findings';
import { headOf, jointMeeting, minutesItem, retreat } from '../../support/year/meetings';
import { adoptPlan, adoptPlans, consult, link, type Linked } from '../../support/year/planning';
import { Routine } from '../../support/year/routine';
import { accept, catalogue, procure, reach, spend, transfer } from '../../support/year/services';
import { yearStage, type YearStage } from '../../support/year/stage';
import { ledgerEntry, raise, solve, support } from '../../support/year/support';
import { visitWeek } from '../../support/year/visits';
import {
  admitDelegation,
  concludeDelegation,
  charter,
  dispatch,
  feedBack,
  finish,
  keyPoint,
  reachCommunity,
} from '../../support/year/work';
import { showsItsFigures } from './figures';

/** Omissions on purpose. In its first quarter the street does everything. */
const OMISSIONS = {
  plans: ['2026-05 HEALTH'],
  consultations: ['2026-06 PUBLIC_SECURITY/JUSTICE'],
  weeklyReports: ['2026-08-19'],
  progressMeetings: ['2026-08'],
};

let stage: YearStage;
let routine: Routine;
let members: Awaited<ReturnType<typeof appointMembers>>;
let links: readonly Linked[];
let organizationLinks: ReadonlyMap<string, string>;
let hub: string;
beforeAll(async () => {
  stage = await yearStage('2025-12-31');
});
afterAll(() => stage?.close());

/** Findings of everything but the visits, which are made in one week of each quarter. */
const findings = () => stage.findings({ but: 'R24' });
let away: Readonly<Record<string, number>> = {};

test('on the last day before the year its members are appointed, and its centers linked', async () => {
  members = await appointMembers(stage);
  links = [
    await link(stage, 'PUBLIC_SECURITY', 'JUSTICE'),
    await link(stage, 'PUBLIC_SECURITY', 'PUBLIC_SECURITY'),
    await link(stage, 'SOCIAL_MOBILIZATION', 'SOCIAL_WORK_COMMITTEE'),
  ];
  hub = await register(stage, 'HUB', '社会组织服务中心');
  organizationLinks = await linkAll(stage, hub);
  await adoptPlans(stage, '2026-01');
  routine = new Routine(stage, links, OMISSIONS);
  expect(await stage.findings()).toEqual([]);
});

let needId: string;
let receipt: string;
let projectId: string;
let entry: string;
let log: string;
const orders: string[] = [];

test('in the first quarter it does everything, and nothing is found but visits that were not made (R24)', async () => {
  await routine.through('2026-01-20');
  needId = await catalogue(stage, 2026, '2026-01-05');
  receipt = await transfer(stage, 2026, '40000.00');
  entry = await ledgerEntry(stage);
  routine.meet('人手不足');

  await routine.through('2026-02-09');
  const delegationId = await admitDelegation(stage, 'JUSTICE');
  const retreatMeetingId = await retreat(stage);
  await adoptPlans(stage, '2026', { retreatMeetingId });
  projectId = await charter(stage, retreatMeetingId);
  const order = await dispatch(stage, '走访矫正对象', { projectId, delegationId });
  await reachCommunity(stage, routine, order);
  await finish(stage, order);
  await feedBack(stage, 'JUSTICE', [order]);
  await concludeDelegation(stage, delegationId, 'JUSTICE');
  orders.push(order);

  await routine.through('2026-02-27');
  const [shown] = await shownAtLastMeeting(stage);
  expect(shown).toMatchObject({ daysOpen: 28, difficulty: { content: '人手不足' } });
  await solveDifficulty(stage, shown?.difficulty.id ?? '');

  log = await visitWeek(stage, routine, '2026-03-23');
  await routine.through('2026-03-27');
  const meetingId = await jointMeeting(stage, UNITS);
  const minutesItemId = await minutesItem(stage, meetingId, '由综治维稳中心整治停车');
  orders.push(await dispatch(stage, '整治停车', { projectId, minutesItemId }));

  await routine.through('2026-04-01');
  expect(await shownAtLastMeeting(stage)).toEqual([]);
  expect(await findings()).toEqual([]);
  away = staysAway('2026-04-01', 12, '2026-W13');
  expect(await weeksWithoutVisits(stage)).toEqual(away);
});

let issue: string;
let service: { serviceProjectId: string; serviceMilestoneId: string };
/** Only the order of the delegation is reported on: the others are closed and stand in no report (R13). */
const unreported = (...months: readonly string[]) => months.map((month) => `R13 ${month} DAYU OPEN`);
const missedInSpring = (consulted: string) => [
  'R17 2026-05 HEALTH OPEN',
  `R18 2026-06 PUBLIC_SECURITY/JUSTICE ${consulted}`,
];

test('in the second a plan and a consultation are missing: each is found; a late record mends the second, and a late plan is late (R17, R18)', async () => {
  await routine.through('2026-04-10');
  await finish(stage, orders[1] ?? '');
  const organizationId = await register(stage, 'PROFESSIONAL', '法律援助社');
  await linkOrganization(stage, 'PUBLIC_SECURITY', organizationId);
  service = await procure(stage, { needId, organizationId }, '2026-10-31');
  issue = await raise(stage, { sentimentLogId: log, ledgerEntryId: entry });

  await routine.through('2026-05-21');
  await reach(stage, service.serviceMilestoneId);
  await spend(stage, receipt, '支字1号', { projectId, amount: '5000.00' });

  await visitWeek(stage, routine, '2026-06-22');
  const meetingId = await jointMeeting(stage, UNITS);
  const minutesItemId = await minutesItem(stage, meetingId, '与商场商定夜间停车');
  orders.push(await dispatch(stage, '夜间停车', { projectId, minutesItemId }));
  await support(stage, issue, meetingId, orders[2] ?? '');

  await routine.through('2026-07-01');
  expect(await findings()).toEqual([...unreported('2026-04'), ...missedInSpring('OPEN')]);
  expect(await said(stage, 'R17')).toEqual([expect.stringContaining('街道健康服务中心没有2026年5月的计划')]);
  expect(await said(stage, 'R18')).toEqual([expect.stringContaining('街道综治维稳中心没有与')]);
  away = { ...away, ...staysAway('2026-07-01', 13, '2026-W26') };
  expect(await weeksWithoutVisits(stage)).toEqual(away);

  await adoptPlan(stage, 'HEALTH', '2026-05');
  const [justice] = links;
  if (justice) await consult(stage, justice, '2026-06-17');
  expect(await findings()).toEqual([...unreported('2026-04'), ...missedInSpring('RESOLVED')]);
  expect(await said(stage, 'R17')).toEqual([
    expect.stringContaining('应于 2026-05-01 前（含当日）完成，到 2026-07-01 才完成'),
  ]);
});

const missedInSummer = (linked: string) => [
  'R20 2026-08 DAYU OPEN',
  'R21 2026-W34 DAYU OPEN',
  `R29 2026-08 CULTURE_EDUCATION ${linked}`,
  `R29 2026-09 CULTURE_EDUCATION ${linked}`,
];

test('in the third, meetings are missing, which nothing mends, and a link, which a late record does (R02, R20, R21, R29)', async () => {
  await routine.through('2026-07-10');
  await finish(stage, orders[2] ?? '');
  await solve(stage, issue);
  await spend(stage, receipt, '支字2号', { workOrderId: orders[2], amount: '800.00' });

  await routine.through('2026-07-20');
  const by = await mandate(stage, '2026-12-31');
  const action = await patrol(stage, by);
  const following = await dispatch(stage, '清理楼道', { projectId, keyPointId: await keyPoint(stage) }, 10);
  await followUp(stage, action, following);
  orders.push(following);

  await routine.through('2026-07-31');
  const left = { organizationLinkId: organizationLinks.get('CULTURE_EDUCATION'), until: stage.today() };
  await stage.step('endOrganizationLink', left, headOf('CULTURE_EDUCATION'));
  await routine.through('2026-08-05');
  await finish(stage, following);

  await visitWeek(stage, routine, '2026-09-21');
  await routine.through('2026-10-01');
  expect(await findings()).toEqual([
    'R02 2026-Q3 DAYU OPEN',
    ...unreported('2026-04', '2026-07', '2026-08'),
    ...missedInSpring('RESOLVED'),
    ...missedInSummer('OPEN'),
  ]);
  away = { ...away, ...staysAway('2026-10-01', 13, '2026-W39') };
  expect(await weeksWithoutVisits(stage)).toEqual(away);

  await linkOrganization(stage, 'CULTURE_EDUCATION', hub, '2026-08-01');
  expect(await findings()).toEqual([
    'R02 2026-Q3 DAYU OPEN',
    ...unreported('2026-04', '2026-07', '2026-08'),
    ...missedInSpring('RESOLVED'),
    ...missedInSummer('RESOLVED'),
  ]);
});

test('in the fourth the report on the departments is late: found on the day of the appraisal, and mended by its record (R14)', async () => {
  const found = (report: readonly string[]) => [
    'R02 2026-Q3 DAYU OPEN',
    ...unreported('2026-04', '2026-07', '2026-08'),
    ...report,
    ...missedInSpring('RESOLVED'),
    ...missedInSummer('RESOLVED'),
  ];
  await routine.through('2026-10-12');
  await setAppraisal(stage, 2026, '2026-12-10');
  await accept(stage, service.serviceProjectId);
  await spend(stage, receipt, '支字3号', { serviceProjectId: service.serviceProjectId, amount: '12000.50' });
  await deputyActivity(stage, members.deputy, members.deputyName);

  await routine.through('2026-12-09');
  expect(await findings()).toEqual(found([]));
  away = { ...away, ...staysAway('2026-12-09', 10) };
  await routine.through('2026-12-10');
  expect(await findings()).toEqual(found(['R14 2026 DAYU OPEN']));

  await routine.through('2026-12-14');
  const [entryOfJustice, ofPolice] = await reportOnDepartments(stage, 2026, '2026-12-08');
  expect(entryOfJustice).toMatchObject({
    departmentCode: 'JUSTICE',
    given: 4,
    done: 4,
    late: 1,
    meetings: 2,
    reports: 2,
  });
  expect(ofPolice).toMatchObject({ departmentCode: 'PUBLIC_SECURITY', given: 0, meetings: 2, attended: 2 });
  const answer = { entryId: entryOfJustice?.['id'], answer: '已整改' };
  await stage.step('answerDepartmentReport', answer, officer('JUSTICE'));
  expect(await findings()).toEqual(found(['R14 2026 DAYU RESOLVED']));

  await routine.through('2026-12-18');
  const meetingId = await jointMeeting(stage, UNITS);
  await annualNotice(stage, 2026, meetingId, UNITS);
  expect(await reportOnMember(stage, 2026, members.ofUnit[1] ?? '')).toEqual({
    departmentCode: 'JUSTICE',
    attended: 3,
    absent: 0,
    reports: 3,
  });
  expect(await reportOnDeputies(stage, 2026)).toBe(1);

  await visitWeek(stage, routine, '2026-12-21');
  // The last week of the year ends with the third of January.
  await routine.through('2027-01-04');
  expect(await findings()).toEqual(found(['R14 2026 DAYU RESOLVED']));
  away = { ...away, ...staysAway('2027-01-04', 4, '2026-W52') };
  expect(await weeksWithoutVisits(stage)).toEqual(away);
});

describe('the figures of the year are those of what was done', () => {
  showsItsFigures(() => ({ stage, links, orders }));
});
