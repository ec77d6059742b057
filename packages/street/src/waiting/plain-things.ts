import { MeetingKind } from '@mtg/governance';
import { RuleFinding } from '../cadence/rule-finding';
import { Meeting } from '../deliberation/meetings/meeting';
import { WorkOrder } from '../dispatch/orders/work-order';
import { DepartmentReportEntry } from '../evaluation/department-report-entry';
import { ConsultationConclusion } from '../planning/consultations/consultation-conclusion';
import { ServiceMilestone } from '../services/projects/service-milestone';
import type { OfRow, PlainThing } from './thing';

const ofProject =
  (column: string): OfRow =>
  (row) =>
    `(SELECT ${column} FROM service_project WHERE service_project.id = ${row}.service_project_id)`;

/** The last day of the month of an instant, Asia/Shanghai. */
const endOfMonth = (instant: string): string =>
  `(date_trunc('month', ${instant} AT TIME ZONE 'Asia/Shanghai') + interval '1 month - 1 day')::date`;

/** Rows that wait for a command that is no step of a machine. */
export const PLAIN_THINGS: readonly PlainThing[] = [
  ...['CENTER_FINDING', 'STREET_FINDING'].map((kind): PlainThing => ({
    table: RuleFinding,
    command: 'answerFinding',
    variant: {
      sql: (row) => `CASE WHEN ${row}.center_code IS NULL THEN 'STREET_FINDING' ELSE 'CENTER_FINDING' END`,
      of: [kind],
    },
    where: (row) => `${row}.state = 'OPEN'`,
    place: { CENTER: (row) => `${row}.center_code` },
    title: (row) => `${row}.rule || ' ' || ${row}.period`,
  })),
  {
    // R06: joint and special meetings deploy work by their minutes.
    table: Meeting,
    command: 'draftMinutes',
    variant: { sql: (row) => `${row}.kind`, of: [MeetingKind.JOINT, MeetingKind.SPECIAL] },
    where: (row) =>
      `${row}.state = 'CLOSED' AND NOT EXISTS (SELECT FROM minutes its WHERE its.meeting_id = ${row}.id AND its.deleted_at IS NULL)`,
  },
  {
    // R13: orders closed in a month are reported by its end.
    table: WorkOrder,
    command: 'issueFeedbackReport',
    where: (row) => `${row}.state = 'CLOSED' AND ${row}.feedback_report_id IS NULL`,
    title: (row) => `${row}.number || ' ' || ${row}.title`,
    deadline: (row) => endOfMonth(`${row}.updated_at`),
  },
  {
    table: ServiceMilestone,
    command: 'reachMilestone',
    where: (row) =>
      `${row}.reached_on IS NULL AND ${ofProject('service_project.state')(row)} = 'IN_PROGRESS'`,
    place: { CENTER: ofProject('service_project.center_code') },
    deadline: (row) => `${row}.due_on`,
  },
  {
    table: ConsultationConclusion,
    command: 'followUpConclusion',
    where: (row) => `${row}.followed_up_at IS NULL`,
    place: {
      CENTER: (row) => `(SELECT its.center_code FROM consultation its WHERE its.id = ${row}.consultation_id)`,
    },
  },
  {
    table: DepartmentReportEntry,
    command: 'answerDepartmentReport',
    where: (row) => `${row}.answered_at IS NULL`,
    place: { DEPARTMENT: (row) => `${row}.department_code` },
    title: (row) => `(SELECT its.title FROM department_report its WHERE its.id = ${row}.report_id)`,
  },
];
