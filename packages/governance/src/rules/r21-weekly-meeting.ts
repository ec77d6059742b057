import type { Bilingual } from '../bilingual';
import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationsOf, type RuleViolation } from '../catalogue/violation';
import { findingsAfter } from '../checks/cadence';
import { isBlank, type Maybe } from '../checks/facts';
import { unless } from '../checks/unless';
import type { LocalDay } from '../time/local-day';
import { isWithin, type IsoWeek } from '../time/period';
import { periodName } from '../time/period-name';
import { PLAIN_WEEKS, workingDaysOf, type WorkCalendar } from '../time/work-calendar';
import { RuledRole } from '../vocabulary/acting';
import { CENTER_TYPES, CenterType } from '../vocabulary/center-type';
import { MeetingKind } from '../vocabulary/meetings';

/** A meeting about to be convened. Only weekly ones are this rule's. */
export interface WeeklyConvocation {
  readonly meetingKind: string;
  /** The role in which the convener acts. */
  readonly role: string;
}

/** Report of a center to the weekly meeting. “Nothing to report” must be stated in words. */
interface ReportedParts {
  readonly thisWeek?: Maybe<string>;
  readonly nextWeek?: Maybe<string>;
  readonly communityMatters?: Maybe<string>;
}

/** The report of one center to a weekly meeting that was held. */
export interface WeeklyReport extends ReportedParts {
  /** Type of the center. */
  readonly center: string;
}

/** A report to an open weekly meeting, about to be recorded. */
export interface WeeklyReportDraft {
  readonly report: ReportedParts;
}

/** A weekly meeting about to close. */
export interface ClosingWeeklyMeeting {
  /** Types of the centers that have reported. */
  readonly weeklyReports: readonly string[];
  /** Types of the centers whose absence is recorded. */
  readonly weeklyAbsences: readonly string[];
}

/** One street's weekly meetings, looked back at after an ISO week. */
export interface WeekOfMeetings {
  readonly week: IsoWeek;
  readonly today: LocalDay;
  /** Working days; default: Monday to Friday. A week without one holds no meeting. */
  readonly calendar?: WorkCalendar;
  /** The weekly meetings that were held, in this week or any other. */
  readonly heldMeetings: readonly { readonly heldOn: LocalDay; readonly reports: readonly WeeklyReport[] }[];
}

/** The six that report to the seventh. */
const REPORTING: readonly { readonly type: string; readonly name: Bilingual }[] = CENTER_TYPES.filter(
  ({ type }) => type !== CenterType.GENERAL_AFFAIRS,
);

const PARTS = [
  { field: 'thisWeek', zh: '本周工作完成情况', en: 'this week’s work' },
  { field: 'nextWeek', zh: '下周工作计划', en: 'next week’s plan' },
  { field: 'communityMatters', zh: '需落实到社区的工作', en: 'community matters' },
] as const;

const definition: Rule = {
  code: 'R21',
  name: { zh: '周例会', en: 'The weekly meeting' },
  sentence:
    '坚持周例会制度。街道事务综合管理中心每周组织其他6个中心召开例会,各中心通报本周工作完成情况及下周工作计划,尤其是对需落实到社区的工作进行通报。',
  lines: [122],
  english:
    'Keep up the system of the weekly meeting. The Street General Affairs Management Center convenes the other six centers every week; each center informs the meeting of the work completed this week and the plan for next week, and especially of work that has to be carried out in communities.',
  kinds: ['CADENCE'],
  invariant: {
    zh: '综合管理中心每周召集例会；其他6个中心各自通报本周工作、下周计划和需落实到社区的事项，都已通报或记录缺席才能闭会。',
    en: 'The General Affairs Management Center convenes the meeting every week. Each of the other six centers reports on this week, next week and community matters; the meeting closes when each has reported or is recorded as absent.',
  },
  note: {
    zh: '各中心没有相应内容时也须写明，空白不算通报。6个中心全都缺席的，没有中心通报，不成例会，不能闭会。没有工作日的周不要求召开例会。',
    en: 'A center with nothing to report must say so. A blank is not a report. If all six are absent, no center reports and the meeting cannot close. A week without a working day asks for no meeting.',
  },
};

const violation = violationsOf(definition);

/** R21 周例会: the weekly meeting (cadence; seed:122). */
export const r21: EnforcedRule<
  WeeklyConvocation | WeeklyReportDraft | ClosingWeeklyMeeting | WeekOfMeetings
> = {
  ...definition,
  check: (facts) => {
    if ('report' in facts) return checkReport(facts);
    if ('weeklyReports' in facts) return checkClosing(facts);
    return 'week' in facts ? checkWeek(facts) : checkConvocation(facts);
  },
};

/** A blank is no report. */
function checkReport({ report }: WeeklyReportDraft): readonly RuleViolation[] {
  return PARTS.filter(({ field }) => isBlank(report[field])).map(({ field, zh, en }) =>
    violation(
      field,
      `没有写明${zh}（${field}）。请填写；没有内容也请写明。`,
      `Not reported: ${en} (${field}). Report it, and say so where there is nothing.`,
    ),
  );
}

function checkClosing({ weeklyReports, weeklyAbsences }: ClosingWeeklyMeeting): readonly RuleViolation[] {
  const heard = new Set([...weeklyReports, ...weeklyAbsences]);
  const missing = REPORTING.filter(({ type }) => !heard.has(type)).map(({ name }) => name);
  if (missing.length > 0) {
    return [
      violation(
        'reports',
        `以下中心既没有通报，也没有记录缺席：${missing.map(({ zh }) => zh).join('、')}。请登记其通报（recordCenterReport）或缺席（recordAttendance）后再闭会。`,
        `These centers have neither reported nor been recorded as absent: ${missing.map(({ en }) => en).join(', ')}. Record a report (recordCenterReport) or an absence (recordAttendance) for each, then close the meeting.`,
      ),
    ];
  }
  return unless(
    REPORTING.some(({ type }) => weeklyReports.includes(type)),
    () =>
      violation(
        'reports',
        '其他6个中心全都缺席，没有中心通报，不成周例会。请待中心到会通报（recordCenterReport）后再闭会。',
        'All the other six centers are absent, so no center reports. Close the meeting after a center has reported (recordCenterReport).',
      ),
  );
}

function checkConvocation({ meetingKind, role }: WeeklyConvocation): readonly RuleViolation[] {
  return unless(meetingKind !== MeetingKind.WEEKLY || role === RuledRole.DISPATCHER, () =>
    violation(
      'role',
      '周例会只能由综合管理中心召集。请由该中心召集。',
      'Only the General Affairs Management Center can convene the weekly meeting. Ask that center to do it.',
    ),
  );
}

function checkWeek({
  week,
  today,
  calendar = PLAIN_WEEKS,
  heldMeetings,
}: WeekOfMeetings): readonly RuleViolation[] {
  return findingsAfter(definition, { kind: 'WEEK', period: week, today }, () => {
    const days = periodName(week);
    const held = heldMeetings.filter(({ heldOn }) => isWithin(week, heldOn));
    if (held.length === 0 && workingDaysOf(week, calendar).length === 0) return [];
    if (held.length === 0) {
      return [
        violation(
          'heldMeetings',
          `${days.zh}没有召开周例会。请由综合管理中心召集本周的例会。`,
          `No weekly meeting was held from ${days.en}. Let the General Affairs Management Center convene this week’s.`,
        ),
      ];
    }
    const reports = held.flatMap((meeting) => meeting.reports);
    return REPORTING.flatMap(({ type, name }) => {
      const own = reports.filter(({ center }) => center === type);
      const missing = PARTS.filter(({ field }) => own.every((report) => isBlank(report[field])));
      return unless(missing.length === 0, () =>
        violation(
          'reports',
          `${days.zh}的周例会上，${name.zh}（${type}）没有通报：${missing.map(({ zh }) => zh).join('、')}。请在下一次例会上补报；没有内容的也请写明。`,
          `At the weekly meeting of ${days.en}, the ${name.en} (${type}) did not report ${missing.map(({ en }) => en).join(', ')}. Report it at the next meeting. If there is nothing to report, say so.`,
        ),
      );
    });
  });
}
