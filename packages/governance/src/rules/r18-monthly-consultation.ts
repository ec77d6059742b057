import type { Bilingual } from '../bilingual';
import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationsOf, type RuleViolation } from '../catalogue/violation';
import { findingsAfter } from '../checks/cadence';
import { hasWords, isBlank, type Maybe } from '../checks/facts';
import { unless } from '../checks/unless';
import type { LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import { daysOf, isWithin, type Month } from '../time/period';
import { periodName } from '../time/period-name';

/** The record of a consultation of a center with a department. */
export interface ConsultationRecord {
  readonly consultedOn?: Maybe<LocalDay>;
  readonly participants: readonly string[];
  readonly matters?: Maybe<string>;
  readonly today: LocalDay;
  /** Days on which the link between the two began and, where it ended, was in force last. */
  readonly link: { readonly since: LocalDay; readonly until: LocalDay | null };
}

/** One link of a center with a department, looked back at after a month. */
export interface MonthOfConsultations {
  readonly month: Month;
  readonly today: LocalDay;
  /** Names of the center and the department. */
  readonly center: Bilingual;
  readonly department: Bilingual;
  readonly since: LocalDay;
  /** Last day of the link; null while it is in force. */
  readonly until: LocalDay | null;
  /** Consultations that were held by this link, in this month or any other. */
  readonly consultations: readonly { readonly consultedOn: LocalDay }[];
}

/** A call within a joint action: a center or a department calls another. */
interface JointCall {
  readonly callerCenter: string | null;
  readonly callerDepartment: string | null;
  readonly calleeCenter: string | null;
  readonly calleeDepartment: string | null;
  readonly content?: Maybe<string>;
}

/** A mechanism of joint action (联动机制) about to be agreed on. */
export interface JointActionDraft {
  readonly agreedOn?: Maybe<LocalDay>;
  readonly today: LocalDay;
  readonly procedure?: Maybe<string>;
  readonly centerCodes: readonly string[];
  readonly departmentCodes: readonly string[];
  /** Calls between the parties, in order. */
  readonly calls: readonly JointCall[];
}

const definition: Rule = {
  code: 'R18',
  name: { zh: '月会商与联动', en: 'Monthly consultation and joint action' },
  sentence: '分别与相关的职能部门建立月会商制度和联动机制,把“条”上的工作在“块”上充分整合和统筹',
  lines: [122],
  english:
    '[Each center] sets up with the functional departments concerned a system of monthly consultation and a mechanism of joint action, so that the work of the “lines” is fully integrated and coordinated in the “blocks”.',
  kinds: ['CADENCE'],
  invariant: {
    zh: '每个中心与每个联动的职能部门每月有一次会商。',
    en: 'Each center consults with each linked department once a month.',
  },
  note: {
    zh: '联动自月中开始或结束的，当月不检查；从第一个完整的月份起检查。',
    en: 'A month in which a link begins or ends is not checked. The check starts with its first whole month.',
  },
};

const violation = violationsOf(definition);

/** R18 月会商与联动: monthly consultation and joint action (cadence; seed:122). */
export const r18: EnforcedRule<ConsultationRecord | MonthOfConsultations | JointActionDraft> = {
  ...definition,
  check: (facts) => {
    if ('month' in facts) return checkMonth(facts);
    return 'calls' in facts ? checkJointAction(facts) : checkRecord(facts);
  },
};

function checkRecord({
  consultedOn,
  participants,
  matters,
  today,
  link,
}: ConsultationRecord): readonly RuleViolation[] {
  return [
    ...checkDay(consultedOn, today, link),
    ...unless(
      participants.some((each) => !isBlank(each)),
      () =>
        violation(
          'participants',
          '会商没有参加人员。请填写。',
          'The consultation needs participants. Add them.',
        ),
    ),
    ...unless(hasWords(matters), () =>
      violation(
        'matters',
        '会商没有会商事项。请填写。',
        'The consultation needs the matters discussed. Add them.',
      ),
    ),
  ];
}

function checkDay(
  consultedOn: Maybe<LocalDay>,
  today: LocalDay,
  { since, until }: ConsultationRecord['link'],
): readonly RuleViolation[] {
  if (!precedes(consultedOn ?? '', today)) {
    return [
      violation(
        'consultedOn',
        `会商须写明日期，不晚于今天（${today}）。请填写。`,
        `The consultation needs its day, today (${today}) or earlier. Add it.`,
      ),
    ];
  }
  const day = consultedOn ?? '';
  if (since <= day && (until === null || day <= until)) return [];
  const span =
    until === null
      ? { zh: `${since} 起`, en: `since ${since}` }
      : { zh: `${since} 至 ${until}`, en: `from ${since} to ${until}` };
  return [
    violation(
      'consultedOn',
      `会商日期 ${day} 不在联动期间（${span.zh}）。请更正日期，或先登记联动。`,
      `The day ${day} lies outside the time of the link, which is ${span.en}. Correct the day, or record the link first.`,
    ),
  ];
}

/** True if a link is in force through all of a month, so that the two consult in it. */
export function isLinkedThrough(
  month: Month,
  { since, until }: Pick<MonthOfConsultations, 'since' | 'until'>,
): boolean {
  const days = daysOf(month);
  return days !== undefined && since <= days.first && (until === null || until >= days.last);
}

function checkMonth(facts: MonthOfConsultations): readonly RuleViolation[] {
  const { month, today, center, department, since, until, consultations } = facts;
  return findingsAfter(definition, { kind: 'MONTH', period: month, today }, () => {
    if (!isLinkedThrough(month, { since, until })) return [];
    if (consultations.some(({ consultedOn }) => isWithin(month, consultedOn))) return [];
    const { zh, en } = periodName(month);
    return [
      violation(
        'consultations',
        `${zh}${center.zh}没有与${department.zh}会商。请尽快会商并登记，已会商的请补录。`,
        `${center.en} did not consult with ${department.en} in ${en}. Consult soon, or record the consultation if it was held.`,
      ),
    ];
  });
}

function checkJointAction(draft: JointActionDraft): readonly RuleViolation[] {
  const { agreedOn, today, procedure, centerCodes, departmentCodes, calls } = draft;
  return [
    ...unless(precedes(agreedOn ?? '', today), () =>
      violation(
        'agreedOn',
        `联动机制须写明商定日期，不晚于今天（${today}）。请填写。`,
        `The joint action needs the day of the agreement, today (${today}) or earlier. Add it.`,
      ),
    ),
    ...unless(hasWords(procedure), () =>
      violation('procedure', '联动机制没有程序。请填写。', 'The joint action needs its procedure. Add it.'),
    ),
    ...unless(centerCodes.length > 0, () =>
      violation('centerCodes', '联动机制没有中心。请填写。', 'The joint action needs a center. Add it.'),
    ),
    ...unless(departmentCodes.length > 0, () =>
      violation(
        'departmentCodes',
        '联动机制没有职能部门。请填写。',
        'The joint action needs a department. Add it.',
      ),
    ),
    ...unless(calls.length > 0, () =>
      violation(
        'calls',
        '联动机制没有写明谁呼叫谁。请填写。',
        'The joint action does not say who calls whom. Add it.',
      ),
    ),
    ...calls.flatMap((call, index) => checkCall(draft, call, `calls.${index}`)),
  ];
}

/** A call leads from one of the parties to another. */
function checkCall(
  { centerCodes, departmentCodes }: JointActionDraft,
  { callerCenter, callerDepartment, calleeCenter, calleeDepartment, content }: JointCall,
  path: string,
): readonly RuleViolation[] {
  const isParty = (center: string | null, department: string | null): boolean =>
    center === null
      ? department !== null && departmentCodes.includes(department)
      : department === null && centerCodes.includes(center);
  const parties = [
    { field: 'callerCenter', holds: isParty(callerCenter, callerDepartment), zh: '呼叫方', en: 'caller' },
    { field: 'calleeCenter', holds: isParty(calleeCenter, calleeDepartment), zh: '被呼叫方', en: 'callee' },
  ];
  return [
    ...parties.flatMap(({ field, holds, zh, en }) =>
      unless(holds, () =>
        violation(
          `${path}.${field}`,
          `${zh}须恰为联动机制中的一个中心或一个部门。请更正。`,
          `The ${en} has to be one center or one department of the joint action. Correct it.`,
        ),
      ),
    ),
    ...unless(callerCenter !== calleeCenter || callerDepartment !== calleeDepartment, () =>
      violation(
        `${path}.calleeCenter`,
        '呼叫方与被呼叫方相同。请填写另一个中心或部门。',
        'The caller and the callee are the same. Name another center or department.',
      ),
    ),
    ...unless(hasWords(content), () =>
      violation(
        `${path}.content`,
        '呼叫没有写明事由。请填写。',
        'The call does not say what it is for. Add it.',
      ),
    ),
  ];
}
