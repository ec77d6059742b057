import { addDays } from '@mtg/governance';
import { at, mondayOf, workday } from './calendar';
import { FeedbackFindings } from './cadence/feedback-findings';
import type { GivenTask } from './community-work/assignment-batch';
import { correctCharter, correctName, correctOrder, correctSlips } from './corrections';
import { SampleWords } from './correct-words';
import { conveyAndFind } from './community-work/conveyance';
import { keepLedger } from './community-work/ledger';
import { visitHall } from './community-work/hall-visits';
import { followUpLogs } from './community-work/log-follow-ups';
import { OpenOrders } from './community-work/open-orders';
import { visitCommunities } from './community-work/visits';
import { assignByMeeting } from './community-work/weekly-items';
import { attachAttendanceSheet } from './deliberation/attendance-sheets';
import { fillBodies, type UnitMember } from './deliberation/bodies';
import type { HeldMeeting, IssuedItem } from './deliberation/hold-meeting';
import { holdJointMeeting, jointMeetingDays, keepQuarters } from './deliberation/joint-meetings';
import { considerMatter, registerMatter } from './deliberation/matters';
import { holdMonthlyMeeting } from './deliberation/monthly-meeting';
import {
  holdMeetingOn,
  holdRetreats,
  holdSpecialMeetings,
  holdWeeklyMeeting,
} from './deliberation/other-meetings';
import { adoptKeyPoints, informMembers, recordDeputies, type RecordedActivity } from './deliberation/yearly';
import { charterProjects } from './dispatch/projects';
import { SampleConsultations } from './planning/consultations';
import { SamplePlans } from './planning/plans';
import type { Sources } from './dispatch/sources';
import { dispatchWeek } from './dispatch/week';
import { reportOnDepartments } from './evaluation/department-report';
import { handInDay } from './hand-in-day';
import { reportOnDeputies } from './evaluation/deputy-report';
import { reviewMembers } from './evaluation/personnel';
import { linkUnits } from './evaluation/unit-links';
import type { LivedOrder } from './dispatch/orders';
import { enforceWeek } from './enforcement/actions';
import { beginEnforcement } from './enforcement/mandates';
import { procurementYear } from './district/procurement-year';
import { fosterAndPropose, linkOrganizations } from './services/organizations';
import { supportCommunities } from './community-work/support';
import { procureServices } from './services/service-projects';
import { sampleTransfers } from './district/funds-year';
import { keepFunds } from './funds/keep-funds';
import { payOrders } from './funds/pay-orders';
import { SampleRegister } from './register/sample-register';
import type { SampleSettings, SampleStreet } from './settings';
import type { Sheet } from './sheet';
import { Story } from './story';

/** Rows that can be written now: they refer to each other and to those before, by the order of the tables. */
export interface Chunk {
  readonly sheet: Sheet;
  readonly done: number;
  readonly total: number;
}

const WEEK_DAYS = 7;

/**
 * Makes up a year of work of one street, week by week, so that no more than a week is held in memory. The same settings
 * give the same rows, to the last id.
 *
 * @throws SampleBreaksRule when what it makes up would break a rule
 */
export function* generateSample(street: SampleStreet, settings: SampleSettings): Generator<Chunk> {
  const story = new Story(street, settings);
  const mondays: string[] = [];
  for (let day = story.first; day < story.today; day = addDays(day, WEEK_DAYS)) mondays.push(day);
  const total = mondays.length + 1;
  const register = new SampleRegister(story);
  correctName(story);
  const { sources, plans, members, activities } = beginYear(story);
  const linked = linkUnits(story, members);
  const early: LivedOrder[] = [];
  const receipts = keepFunds(story, sampleTransfers(settings, street.code), sources.projects);
  const enforcement = beginEnforcement(story);
  const consultations = new SampleConsultations(story);
  const words = new SampleWords(story);
  words.correct(0);
  const findings = new FeedbackFindings(story);
  findings.look();
  yield { sheet: story.take(), done: 1, total };
  let tasks: readonly GivenTask[] = [];
  const orders = new OpenOrders();
  const procurement = procurementYear(settings);
  linkOrganizations(story, procurement);
  for (const [index, monday] of mondays.entries()) {
    const dispatched = index > 0 ? dispatchWeek(story, monday, sources) : [];
    if (index > 0) orders.beginWeek(monday, dispatched);
    // Of the week before, since what they are to do is known since Friday.
    visitCommunities(story, monday, tasks, register);
    plans.planMonth(monday);
    plans.linkReports(holdMonthlyMeeting(story, monday));
    const meeting = holdWeeklyMeeting(story, monday);
    tasks = meeting ? assignByMeeting(story, meeting, orders) : [];
    followUpLogs(story, monday);
    visitHall(story, monday);
    consultations.consult(monday);
    conveyAndFind(story, monday);
    keepLedger(story, monday);
    enforceWeek(story, monday, enforcement, dispatched);
    procureServices(story, monday, procurement, receipts);
    const supporting = supportCommunities(story, monday, index > 0 ? sources : null);
    payOrders(story, receipts, [...dispatched, ...supporting]);
    if (monday < handInDay(story)) early.push(...dispatched, ...supporting);
    if (mondayOf(handInDay(story)) === monday) {
      reportOnDepartments(story, early, linked);
      reviewMembers(story, linked, early);
      reportOnDeputies(story, activities);
    }
    fosterAndPropose(story, monday);
    correctSlips(story, monday, index);
    correctOrder(story, monday);
    words.correct(index + 1);
    findings.look();
    if (index === mondays.length - 1) findings.write();
    yield { sheet: story.take(), done: index + 2, total };
  }
}

/** Two matters that the committee has not decided on yet: one that the bodies have consulted on, and a new one (R01). */
function registerPending(story: Story, members: readonly UnitMember[]): void {
  for (const [until, days] of [
    ['DELIBERATED', -10],
    ['REGISTERED', -3],
  ] as const) {
    const registered = addDays(story.today, days);
    if (!story.isPast(at(registered, 9))) continue;
    const matter = registerMatter(story, registered, '待研究事项');
    const day = workday(addDays(registered, 4));
    const meeting = until === 'DELIBERATED' ? holdMeetingOn(story, matter, day, members) : undefined;
    considerMatter(story, matter, { ...(meeting && { meeting }), members, day, until });
  }
}

/** Generates yearly and quarterly events. */
function beginYear(story: Story): {
  readonly sources: Sources;
  readonly plans: SamplePlans;
  readonly members: readonly UnitMember[];
  readonly activities: readonly RecordedActivity[];
} {
  const members = fillBodies(story);
  const units = members.map(({ unit }) => unit);
  const keyPoints = adoptKeyPoints(story);
  const minutesItems: IssuedItem[] = [];
  const joint: HeldMeeting[] = [];
  for (const day of jointMeetingDays(story)) {
    const { meeting, items } = holdJointMeeting(story, day, members);
    minutesItems.push(...items);
    if (!meeting) continue;
    joint.push(meeting);
    attachAttendanceSheet(story, meeting);
  }
  keepQuarters(
    story,
    joint.map(({ heldOn }) => heldOn),
  );
  holdSpecialMeetings(story, members);
  registerPending(story, members);
  informMembers(story, units, (day) => joint.findLast(({ heldOn }) => heldOn <= day));
  const activities = recordDeputies(story, members);
  const retreats = holdRetreats(story);
  const projects = charterProjects(story, retreats);
  correctCharter(story);
  const plans = new SamplePlans(story, projects);
  plans.planYears(retreats);
  return { sources: { keyPoints, minutesItems, projects }, plans, members, activities };
}
