import type { DatasetStatement } from '../model/statement';
import { COMMAND_CHOICES, ROLE_CHOICES, RULE_CHOICES } from './choices';
import { organizationStatements } from './organization';
import { attendanceRate, completionRate, openFindings, openSupervisions } from './rates';
import { workOrderStatement } from './work-order';

const OF_MEETING = { via: { meetingId: ['kind', 'year', 'heldOn'] } };

/** Additions to datasets beyond what follows from their tables, by name of the table in SQL. */
export const STATEMENTS: Readonly<Record<string, DatasetStatement>> = {
  ...organizationStatements,
  meeting: { unit: '次', choices: { convenerRole: ROLE_CHOICES } },
  agenda_item: OF_MEETING,
  attendance_record: { ...OF_MEETING, measures: [attendanceRate] },
  member_report: { unit: '份', ...OF_MEETING },
  street_notice: { unit: '份', ...OF_MEETING },
  center_report: { unit: '份', ...OF_MEETING },
  difficulty: { unit: '项' },
  next_month_link: { unit: '项' },
  minutes: { unit: '份', name: 'minutes', ...OF_MEETING },
  body_member: { unit: '人次' },
  appointment_step: {
    choices: { command: COMMAND_CHOICES, actorRole: ROLE_CHOICES },
    via: { memberId: ['bodyKind', 'communityCode'] },
  },
  delegation: { unit: '项' },
  delegation_guidance: { name: 'delegation_guidance' },
  delegation_conclusion: { unit: '条', via: { delegationId: ['departmentCode'] } },
  project: { unit: '个' },
  work_order: workOrderStatement,
  work_order_event: {
    choices: { command: COMMAND_CHOICES, role: ROLE_CHOICES },
    via: { workOrderId: ['centerCode'] },
  },
  evidence: { unit: '份', via: { workOrderId: ['centerCode'] } },
  supervision: { unit: '次', via: { workOrderId: ['centerCode'] }, measures: [openSupervisions] },
  return_request: { unit: '项' },
  extension_request: { unit: '项', via: { workOrderId: ['centerCode'] } },
  feedback_report: { unit: '份' },
  weekly_item: { unit: '项', via: { meetingId: ['heldOn'] } },
  community_assignment: {
    unit: '项',
    name: 'assignments',
    via: { weeklyItemId: ['centerCode'] },
    measures: [completionRate],
  },
  community_visit: { unit: '次', name: 'visits' },
  visit_plan: { unit: '次' },
  rule_finding: {
    unit: '项',
    measures: [openFindings],
    choices: { rule: RULE_CHOICES },
    labels: {
      rule: { zh: '规则编码', en: 'Rule (code)' },
      rule_zh: { zh: '规则名称', en: 'Rule (Chinese)' },
      rule_en: { zh: '规则名称(英文)', en: 'Rule' },
    },
  },
  finding_answer: {
    unit: '条',
    choices: { role: ROLE_CHOICES },
    via: { ruleFindingId: ['rule', 'period', 'centerCode'] },
  },
  ledger_entry: {
    labels: { ledger_entry_count: { zh: '所记数量', en: 'Stated count' } },
    descriptions: {
      ledger_entry_count: {
        zh: '条目所记的数量，所计为何由其种类和内容而定，合计请按种类分组。没有计数时为空',
        en: 'Count that the entry states. Its kind and text say of what: group sums by kind. Null if not counted',
      },
    },
    units: { count: '个' },
  },
  social_organization: { unit: '个' },
  needs_survey: { unit: '次' },
  surveyed_need: { unit: '项' },
  procurement_catalogue: { unit: '份' },
  procurement_need: { unit: '项' },
  support_issue: { unit: '项' },
  support_contribution: { unit: '项', via: { supportIssueId: ['kind', 'communityCode'] } },
  support_solution: { unit: '次', via: { supportIssueId: ['kind', 'communityCode'] } },
  organization_link: { unit: '个' },
  fostered_organization: { unit: '个' },
  fostering_stage: { unit: '个', via: { fosteredOrganizationId: ['communityCode'] } },
  joint_activity: { unit: '次' },
  need_proposal: { unit: '项' },
  service_project: { unit: '个' },
  service_milestone: { unit: '个', via: { serviceProjectId: ['centerCode', 'communityCode'] } },
  approval: { unit: '份', labels: { revoked_at: { zh: '批准撤销时间', en: 'Time of revocation' } } },
};
