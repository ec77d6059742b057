import {
  APPOINTMENT_MACHINES,
  assignmentMachine,
  BodyKind,
  consultationMachine,
  delegationMachine,
  difficultyMachine,
  findingAnswerMachine,
  extensionRequestMachine,
  majorMatterMachine,
  MeetingKind,
  meetingMachine,
  minutesMachine,
  needProposalMachine,
  personnelSuggestionMachine,
  planMachine,
  returnRequestMachine,
  serviceProjectMachine,
  supervisionMachine,
  supportIssueMachine,
  weeklyItemMachine,
  workOrderMachine,
} from '@mtg/governance';
import { FindingAnswer } from '../cadence/finding-answer';
import { CommunityAssignment } from '../community-work/assignments/community-assignment';
import { SupportIssue } from '../community-work/support/support-issue';
import { WeeklyItem } from '../community-work/weekly-items/weekly-item';
import { Delegation } from '../delegation/requests/delegation';
import { BodyMember } from '../deliberation/bodies/body-member';
import { MajorMatter } from '../deliberation/matters/major-matter';
import { Difficulty } from '../deliberation/meetings/difficulty';
import { Meeting } from '../deliberation/meetings/meeting';
import { Minutes } from '../deliberation/minutes/minutes';
import { ExtensionRequest } from '../dispatch/orders/extension-request';
import { ReturnRequest } from '../dispatch/orders/return-request';
import { WorkOrder } from '../dispatch/orders/work-order';
import { Supervision } from '../dispatch/supervision/supervision';
import { PersonnelSuggestion } from '../evaluation/personnel-suggestion';
import { Consultation } from '../planning/consultations/consultation';
import { Plan, planDue } from '../planning/plans/plan';
import { NeedProposal } from '../services/needs/need-proposal';
import { ServiceProject } from '../services/projects/service-project';
import { ORGANIZATION_DEPARTMENT } from '../organization/organization-department';
import { quoted, type OfRow, type SteppedThing } from './thing';

const CENTER: OfRow = (row) => `${row}.center_code`;
const COMMUNITY: OfRow = (row) => `${row}.community_code`;
const DEPARTMENT: OfRow = (row) => `${row}.department_code`;

const ofOrder =
  (column: string): OfRow =>
  (row) =>
    `(SELECT ${column} FROM work_order WHERE work_order.id = ${row}.work_order_id)`;
const ofMeeting =
  (column: string): OfRow =>
  (row) =>
    `(SELECT ${column} FROM meeting WHERE meeting.id = ${row}.meeting_id)`;

/** A request or a supervision is called as its order. */
const ABOUT_ORDER = { title: ofOrder("work_order.number || ' ' || work_order.title") };

const APPOINTMENTS = Object.values(BodyKind).map((kind): SteppedThing => ({
  table: BodyMember,
  machine: APPOINTMENT_MACHINES[kind],
  variant: { sql: (row) => `${row}.body_kind`, of: [kind] },
  place: { COMMUNITY },
}));

/** Every table with a state machine, and how its rows wait. */
export const STEPPED_THINGS: readonly SteppedThing[] = [
  ...APPOINTMENTS,
  {
    table: FindingAnswer,
    machine: findingAnswerMachine,
    // Another person than the one who answered decides.
    notBy: (row) => `${row}.answered_by`,
    // Where the finding was resolved meanwhile, its answer needs no decision.
    when: {
      GIVEN: (row) =>
        `(SELECT its.state FROM rule_finding its WHERE its.id = ${row}.rule_finding_id) = 'ANSWERED'`,
    },
    title: (row) =>
      `(SELECT its.rule || ' ' || its.period FROM rule_finding its WHERE its.id = ${row}.rule_finding_id)`,
  },
  { table: MajorMatter, machine: majorMatterMachine },
  {
    table: Meeting,
    machine: meetingMachine,
    variant: { sql: (row) => `${row}.kind`, of: Object.values(MeetingKind) },
    deadline: (row) => `(${row}.scheduled_at AT TIME ZONE 'Asia/Shanghai')::date`,
  },
  { table: Difficulty, machine: difficultyMachine, place: { CENTER }, since: (row) => `${row}.created_at` },
  {
    table: Minutes,
    machine: minutesMachine,
    variant: { sql: ofMeeting('meeting.kind'), of: Object.values(MeetingKind) },
    // Minutes are issued when their meeting is over.
    when: { DRAFT: (row) => `${ofMeeting('meeting.state')(row)} = 'CLOSED'` },
  },
  {
    table: Delegation,
    machine: delegationMachine,
    place: { DEPARTMENT },
    when: {
      // R10: concluded once all of its orders are closed and reported, except cancelled ones.
      DISPATCHED: (row) =>
        `(SELECT coalesce(bool_and(its.feedback_report_id IS NOT NULL), false) FROM work_order its
          WHERE its.delegation_id = ${row}.id AND its.deleted_at IS NULL AND its.state <> 'CANCELLED')`,
    },
  },
  {
    table: WorkOrder,
    machine: workOrderMachine,
    place: { CENTER },
    responsible: (row) => `(SELECT its.subject FROM person its WHERE its.id = ${row}.responsible_person_id)`,
    title: (row) => `${row}.number || ' ' || ${row}.title`,
    deadline: (row) => `${row}.deadline`,
  },
  {
    table: ReturnRequest,
    machine: returnRequestMachine,
    ...ABOUT_ORDER,
    deadline: ofOrder('work_order.deadline'),
  },
  {
    table: ExtensionRequest,
    machine: extensionRequestMachine,
    ...ABOUT_ORDER,
    deadline: (row) => `${row}.present_deadline`,
  },
  {
    table: Supervision,
    machine: supervisionMachine,
    ...ABOUT_ORDER,
    deadline: (row) => `${row}.missed_deadline`,
  },
  {
    table: WeeklyItem,
    machine: weeklyItemMachine,
    when: { PROPOSED: (row) => `${ofMeeting('meeting.state')(row)} = 'OPEN'` },
  },
  {
    table: CommunityAssignment,
    machine: assignmentMachine,
    place: { COMMUNITY },
    deadline: (row) => `${row}.deadline`,
  },
  {
    table: Plan,
    machine: planMachine,
    place: { CENTER },
    title: (row) => `${row}.period`,
    deadline: planDue,
  },
  { table: SupportIssue, machine: supportIssueMachine, place: { CENTER, COMMUNITY } },
  { table: NeedProposal, machine: needProposalMachine, place: { CENTER } },
  {
    table: ServiceProject,
    machine: serviceProjectMachine,
    place: { CENTER, COMMUNITY },
    deadline: (row) => `${row}.ends_on`,
    when: {
      IN_PROGRESS: (row) =>
        `NOT EXISTS (SELECT FROM service_milestone its WHERE its.service_project_id = ${row}.id
          AND its.deleted_at IS NULL AND its.reached_on IS NULL)`,
    },
  },
  {
    table: PersonnelSuggestion,
    machine: personnelSuggestionMachine,
    // Without a linked department 区委组织部 answers.
    place: { DEPARTMENT: (row) => `coalesce(${row}.department_code, ${quoted(ORGANIZATION_DEPARTMENT)})` },
    // Without the name of the member, whom not every reader of the suggestion may know.
    title: (row) => `(${row}.created_at AT TIME ZONE 'Asia/Shanghai')::date`,
  },
  {
    table: Consultation,
    machine: consultationMachine,
    place: { CENTER, DEPARTMENT },
    title: (row) => `${row}.month`,
  },
];
