import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationsOf, type RuleViolation } from '../catalogue/violation';
import { findingsAfter } from '../checks/cadence';
import { hasWords, type Maybe } from '../checks/facts';
import { unless } from '../checks/unless';
import type { LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import { hasEnded, isWithin, type Month } from '../time/period';
import { periodName } from '../time/period-name';
import { lastWorkingWeek, PLAIN_WEEKS, type WorkCalendar } from '../time/work-calendar';
import { CENTER_TYPES } from '../vocabulary/center-type';

/** The report of a center to a monthly meeting, about to be recorded. */
export interface MonthlyReportDraft {
  readonly monthlyReport: {
    readonly progress?: Maybe<string>;
    /** An empty list says that there are none. */
    readonly difficulties?: Maybe<readonly { readonly content?: Maybe<string> }[]>;
    readonly nextMonth?: Maybe<string>;
  };
}

/** The solution of a difficulty that a center reported. */
export interface SolvedDifficulty {
  readonly solution?: Maybe<string>;
  readonly solvedOn?: Maybe<LocalDay>;
  /** Day of the meeting at which it was reported. */
  readonly raisedOn: LocalDay;
  readonly today: LocalDay;
}

/** A monthly progress meeting about to close. */
export interface ClosingProgressMeeting {
  /** Types of the centers that have reported. */
  readonly centerReports: readonly string[];
  /** Types of the centers whose absence is recorded. */
  readonly centerAbsences: readonly string[];
}

/** One street's monthly progress meetings, looked back at after the last working week of a month. */
export interface MonthOfProgress {
  readonly progressMonth: Month;
  readonly today: LocalDay;
  /** Holidays and worked weekends; default: Monday to Friday. */
  readonly calendar?: WorkCalendar;
  /** The progress meetings that were held and closed, in any month. */
  readonly closedMeetings: readonly { readonly heldOn: LocalDay }[];
}

const definition: Rule = {
  code: 'R20',
  name: { zh: '月推进会', en: 'The monthly progress meeting' },
  sentence:
    '坚持月推进会议制度。每月月末召开一次推进会,通过中心汇报,集中把握各中心工作进度,协商解决工作推进过程中遇到的困难与问题,及时对下月工作进行对接和部署。',
  lines: [122],
  english:
    'Keep up the system of the monthly progress meeting. At the end of every month one progress meeting is held; through the centers’ reports it grasps the progress of each center together, settles by consultation the difficulties and problems met in advancing the work, and in good time links up and deploys the work of the next month.',
  kinds: ['CADENCE'],
  invariant: {
    zh: '每月最后一周召开一次推进会，记录每个中心的汇报、困难与问题和下月工作的对接；缺一项的汇报不予登记。困难与问题逐条登记，其后每次推进会再次列出，直到解决。',
    en: 'A progress meeting is held in the last week of each month, with each center’s report, its difficulties, and next month’s links. A report that lacks one of these parts is refused. Difficulties are recorded one by one and listed again at each later meeting until they are solved.',
  },
  note: {
    zh: '“每月月末”按当月最后一个有工作日的ISO周计，周末跨月的整周均可。七个中心均已汇报或记录缺席才能闭会。没有困难与问题的，以空列表明示。',
    en: '“The end of every month” is the last ISO week with a working day in the month, the whole of that week. A meeting closes with a report or a recorded absence of each of the seven centers. A center without difficulties says so by an empty list.',
  },
};

const violation = violationsOf(definition);

/** R20 月推进会: the monthly progress meeting (cadence; seed:122). */
export const r20: EnforcedRule<
  MonthlyReportDraft | SolvedDifficulty | ClosingProgressMeeting | MonthOfProgress
> = {
  ...definition,
  check: (facts) => {
    if ('monthlyReport' in facts) return checkReport(facts);
    if ('raisedOn' in facts) return checkSolved(facts);
    return 'progressMonth' in facts ? checkMonth(facts) : checkClosing(facts);
  },
};

function checkReport({
  monthlyReport: { progress, difficulties, nextMonth },
}: MonthlyReportDraft): readonly RuleViolation[] {
  return [
    ...unless(hasWords(progress), () =>
      violation(
        'progress',
        '没有写明工作进度。请填写；没有进展也请写明。',
        'The progress of work is missing. Report it, and say so if there is none.',
      ),
    ),
    ...unless(Array.isArray(difficulties), () =>
      violation(
        'difficulties',
        '没有写明困难与问题。请逐条列出；没有困难的，请明确填写空列表 []。',
        'The difficulties are missing. List each of them. If there are none, say so by an empty list, [].',
      ),
    ),
    ...(difficulties ?? []).flatMap(({ content }, index) =>
      unless(hasWords(content), () =>
        violation(
          `difficulties.${index}.content`,
          `第 ${index + 1} 条困难与问题没有内容。请填写，或删去此条。`,
          `Difficulty ${index + 1} has no content. Add it, or remove the entry.`,
        ),
      ),
    ),
    ...unless(hasWords(nextMonth), () =>
      violation(
        'nextMonth',
        '没有写明下月工作的对接。请填写；没有需要对接的也请写明。',
        'Next month’s links are missing. Report them, and say so if there are none.',
      ),
    ),
  ];
}

function checkSolved({ solution, solvedOn, raisedOn, today }: SolvedDifficulty): readonly RuleViolation[] {
  const day = solvedOn ?? '';
  return [
    ...unless(hasWords(solution), () =>
      violation(
        'solution',
        '没有写明困难与问题如何解决。请填写。',
        'How the difficulty was solved is missing. Add it.',
      ),
    ),
    ...unless(precedes(raisedOn, day) && precedes(day, today), () =>
      violation(
        'solvedOn',
        `请填写解决日期，不早于提出的日期 ${raisedOn}，不晚于今天（${today}）。`,
        `Give the day of the solution, from ${raisedOn}, when the difficulty was reported, to today (${today}).`,
      ),
    ),
  ];
}

function checkClosing({ centerReports, centerAbsences }: ClosingProgressMeeting): readonly RuleViolation[] {
  const heard = new Set([...centerReports, ...centerAbsences]);
  const missing = CENTER_TYPES.filter(({ type }) => !heard.has(type)).map(({ name }) => name);
  return unless(missing.length === 0, () =>
    violation(
      'reports',
      `以下中心既没有汇报，也没有记录缺席：${missing.map(({ zh }) => zh).join('、')}。请登记其汇报（recordCenterReport）或缺席（recordAttendance）后再闭会。`,
      `These centers have neither reported nor been recorded as absent: ${missing.map(({ en }) => en).join(', ')}. Record a report (recordCenterReport) or an absence (recordAttendance) for each, then close the meeting.`,
    ),
  );
}

function checkMonth(facts: MonthOfProgress): readonly RuleViolation[] {
  const { progressMonth, today, calendar = PLAIN_WEEKS, closedMeetings } = facts;
  const week = lastWorkingWeek(progressMonth, calendar);
  // Text that is no month is said to be none.
  if (week === undefined) {
    return findingsAfter(definition, { kind: 'MONTH', period: progressMonth, today }, () => []);
  }
  if (!hasEnded(week, today) || closedMeetings.some(({ heldOn }) => isWithin(week, heldOn))) return [];
  const [month, days] = [periodName(progressMonth), periodName(week)];
  return [
    violation(
      'closedMeetings',
      `${month.zh}最后一周（${days.zh}）没有召开月推进会并闭会。请尽快召开，听取各中心汇报。`,
      `No progress meeting was held and closed in the last week of ${month.en}, ${days.en}. Hold one soon and hear the reports of the centers.`,
    ),
  ];
}
