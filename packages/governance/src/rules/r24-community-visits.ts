import type { Bilingual } from '../bilingual';
import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationsOf, type RuleViolation } from '../catalogue/violation';
import { findingsAfter } from '../checks/cadence';
import { isBlank, type Maybe } from '../checks/facts';
import { departuresFrom, type PlannedParts, type PlannedVisit } from '../checks/planned-visit';
import { unless } from '../checks/unless';
import { addDays, isLocalDay, type LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import { daysOf, isWithin, type IsoWeek } from '../time/period';
import { periodName } from '../time/period-name';
import { unknownHolidays, workingDaysOf, type WorkCalendar } from '../time/work-calendar';
import { VISIT_FORM_LABELS, VISIT_UNIT_LABELS, type VisitUnit } from '../vocabulary/community-work';
import { isCodeOf, listOf } from '../vocabulary/labelled';

/** A visit about to be planned: 定时间、定人员、定路线、定动作. */
export interface VisitPlanDraft {
  readonly plan: {
    readonly day?: Maybe<LocalDay>;
    readonly people: readonly string[];
    readonly route?: Maybe<string>;
    readonly actions?: Maybe<string>;
  };
  /** The day on which it is planned. */
  readonly today: LocalDay;
}

/** A visit about to be recorded. */
export interface VisitDraft {
  readonly visit: PlannedParts & {
    readonly form: string;
    readonly record?: Maybe<string>;
    readonly sentimentLogs: readonly Maybe<string>[];
    /** The plan that it cites, where it cites one. */
    readonly plan?: Maybe<PlannedVisit>;
  };
}

/** A visit as it counts; what was written is not looked at, only whether it was. */
export interface CountedVisit {
  readonly day: LocalDay;
  readonly form: string;
  readonly hasRecord: boolean;
  readonly hasSentimentLog: boolean;
  readonly planned: boolean;
  /** True if its plan was stated only after the visit, by an import of past years. */
  readonly statedAfterwards?: boolean;
}

/** The visits of one staff member, or of one center, looked back at after an ISO week. */
export interface WeekOfVisits {
  readonly week: IsoWeek;
  readonly today: LocalDay;
  /** Owner of the visits, as text in a sentence. */
  readonly subject: string;
  readonly unit?: VisitUnit;
  /** 1 to 7; three where the street says nothing else. */
  readonly daysPerWeek?: number;
  /** Working days; without them every week has five. */
  readonly calendar?: WorkCalendar;
  readonly shortWeeks?: ShortWeeks;
  /** Days of the week on which the staff member held no post or was on leave; none by default. */
  readonly absentDays?: readonly LocalDay[];
  /** True where the street takes plans that were stated afterwards. */
  readonly takesStatedPlans?: boolean;
  readonly visits: readonly CountedVisit[];
}

/** Reading of a week with fewer working days than the days asked for: as many as it has, or all of them. */
export type ShortWeeks = 'WORKING_DAYS' | 'ALL_DAYS';

type WeekAsked = Pick<WeekOfVisits, 'week' | 'daysPerWeek' | 'calendar' | 'shortWeeks' | 'absentDays'>;

/**
 * Days on which a week asks for visits: no more than the staff member was there. Days are working days, or all seven where the
 * street reads short weeks so.
 */
export function visitDaysAsked({
  week,
  daysPerWeek = DEFAULT_VISIT_DAYS,
  calendar,
  shortWeeks = 'WORKING_DAYS',
  absentDays = [],
}: WeekAsked): number {
  const countsWorkingDays = calendar && shortWeeks === 'WORKING_DAYS';
  if (!countsWorkingDays && absentDays.length === 0) return daysPerWeek;
  const days = countsWorkingDays ? workingDaysOf(week, calendar) : allDaysOf(week);
  return Math.min(daysPerWeek, days.filter((day) => !absentDays.includes(day)).length);
}

const DAYS_OF_WEEK = [0, 1, 2, 3, 4, 5, 6];

function allDaysOf(week: IsoWeek): readonly LocalDay[] {
  const span = daysOf(week);
  return span ? DAYS_OF_WEEK.map((offset) => addDays(span.first, offset)) : [];
}

/** The study's number of days (`seed:128`). */
export const DEFAULT_VISIT_DAYS = 3;

const definition: Rule = {
  code: 'R24',
  name: { zh: '进社区每周不少于三天', en: 'At least three days a week in the communities' },
  sentence:
    '各服务中心的工作人员要分时分批地走进服务大厅、走进社区,要通过定时间、定人员、定路线、定动作,确保工作人员的离岗时间。各中心工作人员进社区每周不少于三天,以巡查、巡访或交流座谈为主要形式,要坚持走访记录和“民情日志”制度。',
  lines: [126, 128],
  english:
    'The staff of each service center shall go, at different times and in groups, into the service hall and into the communities; by fixing the time, the people, the route and the actions, the staff’s time away from the desk is ensured. The staff of each center are in the communities on no fewer than three days a week, mainly in the form of inspections, calls or talks, and shall keep up the system of visit records and “sentiment logs”.',
  kinds: ['CADENCE'],
  invariant: {
    zh: '每名中心工作人员在每个ISO周内至少有三个不同日期的进社区记录，每次都有走访记录和民情日志；形式为巡查、巡访或交流座谈；时间、人员、路线、动作事先确定。天数和统计单位可由各街道配置。',
    en: 'Each center staff member visits communities on at least three distinct days of the ISO week, each time with a visit record and a sentiment log. The form is inspection, call or talk. Time, people, route and actions are planned. Days and unit are configurable per street.',
  },
  note: {
    zh: '原文“各中心工作人员”可理解为每名工作人员，也可理解为每个中心；平台默认按每名工作人员计算。天数和统计单位可由各街道设定。按工作人员计算时，检查人员名册中该周在中心任职的人员；休假和尚未任职、已离职的日期不要求走访，代理职务不另计。没有名册的街道，检查该周及此前91天内列入走访计划的人员。没有人员的中心，作为一个整体检查。工作日不足三天的周，有几个工作日即要求几天（可由各街道设定）。导入以往年份时补充说明的计划，默认不算事先确定；街道可设定计入。',
    en: 'The sentence can be read per staff member or per center. The platform counts per staff member by default. Each street can set days and unit. When counting per staff member, the platform checks those with a post in a center in that week, as the register of people says. Days of leave and days outside the post ask for no visits, and acting for another adds none. A street without a register is checked by the people named in visit plans of the week and the 91 days before it. A center without staff is checked as a whole. A week with fewer than three working days asks for as many days as it has (configurable per street). A plan that an import of past years states afterwards does not count as made beforehand, unless the street takes it.',
  },
};

const violation = violationsOf(definition);

/** R24 进社区每周不少于三天: at least three days a week in the communities (cadence; seed:126 and seed:128). */
export const r24: EnforcedRule<VisitPlanDraft | VisitDraft | WeekOfVisits> = {
  ...definition,
  check: (facts) => {
    if ('plan' in facts) {
      return checkPlan(facts);
    }
    return 'visit' in facts ? checkVisit(facts) : checkWeek(facts);
  },
};

function checkPlan({
  plan: { day, people, route, actions },
  today,
}: VisitPlanDraft): readonly RuleViolation[] {
  const parts = [
    { field: 'day', missing: isBlank(day) || !isLocalDay(day ?? ''), zh: '时间', en: 'day' },
    { field: 'people', missing: people.every(isBlank), zh: '人员', en: 'people' },
    { field: 'route', missing: isBlank(route), zh: '路线', en: 'route' },
    { field: 'actions', missing: isBlank(actions), zh: '动作', en: 'actions' },
  ];
  return [
    ...parts
      .filter(({ missing }) => missing)
      .map(({ field, zh, en }) =>
        violation(
          field,
          `进社区计划没有确定${zh}。时间、人员、路线、动作都要事先确定，请补充。`,
          `The visit plan needs ${en}. Day, people, route and actions must be fixed in advance. Add what is missing.`,
        ),
      ),
    ...checkDay(day, today),
  ];
}

/** A plan recorded after the day does not count as made before it. */
function checkDay(day: Maybe<LocalDay>, today: LocalDay): readonly RuleViolation[] {
  if (!isLocalDay(day ?? '') || precedes(today, day ?? '')) return [];
  return [
    violation(
      'day',
      `进社区的时间须事先确定，而 ${day} 已过（今天是 ${today}）。请安排今天或以后的日期。`,
      `The planned day ${day} is in the past (today is ${today}). Choose today or later.`,
    ),
  ];
}

function checkVisit({ visit }: VisitDraft): readonly RuleViolation[] {
  const { form, record, sentimentLogs, plan } = visit;
  const forms = listOf(VISIT_FORM_LABELS);
  return [
    ...unless(isCodeOf(VISIT_FORM_LABELS, form), () =>
      violation(
        'form',
        `${isBlank(form) ? '没有写明进社区的形式' : `“${form}”不是进社区的形式`}。请填写其中之一：${forms.zh}。`,
        `${isBlank(form) ? 'The form of the visit is missing' : `“${form}” is not a form of visiting`}. Use one of ${forms.en}.`,
      ),
    ),
    ...unless(!isBlank(record), () =>
      violation('record', '没有走访记录。请填写。', 'The visit record is missing. Add it.'),
    ),
    ...unless(sentimentLogs.length > 0 && !sentimentLogs.some(isBlank), () =>
      violation(
        'sentimentLogs',
        '没有民情日志。请填写。',
        'The sentiment log is missing. Add at least one entry.',
      ),
    ),
    ...(plan ? checkPlanned(plan, visit) : []),
  ];
}

/** A visit that cites a plan is the one that was planned. */
function checkPlanned(plan: PlannedVisit, visit: PlannedParts): readonly RuleViolation[] {
  const parts = departuresFrom(plan, visit);
  if (parts.length === 0) return [];
  return [
    violation(
      'planId',
      `走访与所引用的计划不符：${parts.map(({ zh }) => zh).join('、')}。请引用相应的计划；没有计划的，不填 planId。`,
      `The visit does not match the cited plan: ${parts.map(({ en }) => en).join(', ')} differs. Cite the matching plan, or omit planId.`,
    ),
  ];
}

function checkWeek(facts: WeekOfVisits): readonly RuleViolation[] {
  const { week, today, subject, unit = 'STAFF', daysPerWeek = DEFAULT_VISIT_DAYS, calendar, visits } = facts;
  if (!Number.isInteger(daysPerWeek) || daysPerWeek < 1 || daysPerWeek > 7) {
    return [
      violation(
        'daysPerWeek',
        `每周进社区的天数是1至7的整数，而不是 ${daysPerWeek}。请更正街道的配置。`,
        `Days per week must be a whole number from 1 to 7, not ${daysPerWeek}. Correct the street’s configuration.`,
      ),
    ];
  }
  return findingsAfter(definition, { kind: 'WEEK', period: week, today }, () => {
    const within = visits.filter(({ day }) => isWithin(week, day));
    const counted = new Set(within.filter((visit) => counts(visit, facts)).map(({ day }) => day));
    const others = [...new Set(within.map(({ day }) => day))].filter((day) => !counted.has(day));
    const { zh, en } = VISIT_UNIT_LABELS[unit];
    const days = periodName(week);
    const asked = visitDaysAsked(facts);
    const fewer = asked < daysPerWeek ? fewerDays(facts) : undefined;
    const note = calendar && unknownHolidays(week, calendar);
    const stated = others.filter((day) => within.some((each) => each.day === day && each.statedAfterwards));
    return unless(counted.size >= asked, () =>
      violation(
        'visits',
        `${subject}在${days.zh}进社区${counted.size}天，${zh}应不少于${asked}天${fewer ? `（${fewer.zh}）` : ''}${note ? `（${note.zh}）` : ''}。${others.length > 0 ? `因缺少计划、走访记录或民情日志，或形式不符而未计入：${others.join('、')}。` : ''}${stated.length > 0 ? `其中 ${stated.join('、')} 的计划是事后补充说明的，本街道不计入。` : ''}请补齐缺少的记录，并安排好以后各周的走访。`,
        `${subject} visited communities on ${counted.size} days from ${days.en}; at least ${asked} are required per week for ${en}${fewer ? `, ${fewer.en}` : ''}${note ? ` (${note.en})` : ''}. ${others.length > 0 ? `Not counted because a plan, record or sentiment log is missing or the form does not count: ${others.join(', ')}. ` : ''}${stated.length > 0 ? `Plans were stated afterwards, which this street does not count: ${stated.join(', ')}. ` : ''}Add what is missing, and plan the coming weeks.`,
      ),
    );
  });
}

const fewerDays = ({ absentDays = [] }: Pick<WeekOfVisits, 'absentDays'>): Bilingual =>
  absentDays.length > 0
    ? { zh: '该周在岗的天数', en: 'the days of that week in the post and not on leave' }
    : { zh: '该周的工作日数', en: 'the working days of that week' };

function counts(
  { form, hasRecord, hasSentimentLog, planned, statedAfterwards = false }: CountedVisit,
  { takesStatedPlans = false }: Pick<WeekOfVisits, 'takesStatedPlans'>,
): boolean {
  const isPlanned = planned && (takesStatedPlans || !statedAfterwards);
  return isCodeOf(VISIT_FORM_LABELS, form) && hasRecord && hasSentimentLog && isPlanned;
}
