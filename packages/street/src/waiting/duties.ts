import type { CommandName } from '@mtg/access';
import type { RuleCode } from '@mtg/governance';
import { Judgement } from '../cadence/judgement';
import { quoted, type PlainThing } from './thing';

/** The act by which the duty of each rule is done. */
const ACTS: readonly { readonly rule: RuleCode; readonly command: CommandName; readonly kind?: string }[] = [
  { rule: 'R02', command: 'convokeMeeting', kind: 'JOINT' },
  { rule: 'R04', command: 'issueAnnualNotice' },
  { rule: 'R12', command: 'resolveSupervision' },
  { rule: 'R13', command: 'issueFeedbackReport' },
  { rule: 'R14', command: 'handInDepartmentReport' },
  { rule: 'R16', command: 'issueDeputyReport' },
  { rule: 'R17', command: 'draftPlan' },
  { rule: 'R18', command: 'recordConsultation' },
  { rule: 'R19', command: 'convokeMeeting', kind: 'ANNUAL_RETREAT' },
  { rule: 'R20', command: 'convokeMeeting', kind: 'MONTHLY_PROGRESS' },
  { rule: 'R21', command: 'convokeMeeting', kind: 'WEEKLY' },
  { rule: 'R24', command: 'recordVisit' },
  { rule: 'R29', command: 'linkOrganization' },
];

/** Duties of the rules over time: overdue ones, and those whose day of reminder has come. */
export const DUTIES: readonly PlainThing[] = ACTS.map(({ rule, command, kind }) => ({
  table: Judgement,
  command,
  ...(kind !== undefined && { variant: { sql: () => quoted(kind), of: [kind] } }),
  where: (row, today) =>
    `${row}.rule = ${quoted(rule)} AND (${row}.status = 'OVERDUE' OR (${row}.status = 'DUE' AND ${row}.remind_on <= ${today}))`,
  place: { CENTER: (row) => `${row}.center_code` },
  title: (row) => `${row}.rule || ' ' || ${row}.period`,
  deadline: (row) => `${row}.due_on`,
  since: (row) => `(${row}.remind_on::timestamp AT TIME ZONE 'Asia/Shanghai')`,
}));
