import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationsOf, type RuleViolation } from '../catalogue/violation';
import { isBlank, namesMissing, type Maybe, type MemberUnit } from '../checks/facts';
import { unless } from '../checks/unless';

/** Notice of the street to its member units (通报), with its requirements. */
export interface StreetNotice {
  readonly content?: Maybe<string>;
  readonly requirements?: Maybe<string>;
  readonly suggestions?: Maybe<string>;
}

/** A joint meeting that is about to close. */
export interface ClosingJointMeeting {
  readonly memberUnits: readonly MemberUnit[];
  /** Ids of the units that reported. */
  readonly reports: readonly string[];
  /** Ids of the units whose absence is recorded. */
  readonly absences: readonly string[];
  readonly notices: readonly StreetNotice[];
}

const definition: Rule = {
  code: 'R03',
  name: { zh: '会上互相汇报、通报', en: 'Members report, the street informs' },
  sentence:
    '成员单位向所属街道“大工委”和地区管理委员会汇报辖区工作开展情况和任务完成情况。街道“大工委”和地区管理委员会向成员单位通报辖区工作任务完成情况,对成员单位的工作安排和工作进度提出要求和建设。',
  lines: [114],
  english:
    'Member units report to the Enlarged Working Committee and the Area Management Committee of their street on how work in the area is going and which tasks are completed. The street’s Enlarged Working Committee and Area Management Committee inform the member units of the completion of tasks in the area, and put forward requirements and construction [sic] on the member units’ work arrangements and progress.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '每个成员单位都已汇报（或已记录缺席），且街道已作出带有要求或建议的通报，联席会议才能闭会。',
    en: 'A joint meeting can close only after every member unit has reported or been recorded as absent, and the street has given a notice with requirements or suggestions.',
  },
  note: {
    zh: '原文“要求和建设”疑为“要求和建议”之误；原文照录，按“要求和建议”理解。没有任何成员单位时不成联席会议。',
    en: 'The study prints “requirements and construction” (yaoqiu he jianshe), probably a misprint for “requirements and suggestions” (yaoqiu he jianyi). The words are kept and read as suggestions. A joint meeting needs at least one member unit.',
  },
};

const violation = violationsOf(definition);

/** R03 会上互相汇报、通报: members report, the street informs (precondition; seed:114). */
export const r03: EnforcedRule<ClosingJointMeeting> = {
  ...definition,
  check: ({ memberUnits, reports, absences, notices }) => {
    const missing = namesMissing(memberUnits, [...reports, ...absences]);
    return [
      ...unless(memberUnits.length > 0, () =>
        violation(
          'reports',
          '大工委和地管会还没有在任的成员单位，联席会议无人汇报，也无人可通报。请先任命成员（nominateMember、reviewNomination、appointMember）。',
          'The Enlarged Working Committee and the Area Management Committee have no member units in office, so there is no unit to report or to inform. Appoint members first (nominateMember, reviewNomination, appointMember).',
        ),
      ),
      ...unless(!missing, () =>
        violation(
          'reports',
          `以下成员单位既没有汇报，也没有记录缺席：${missing}。请记录其汇报或缺席后再闭会。`,
          `These member units have neither reported nor been recorded as absent: ${missing}. Record a report or an absence for each, then close the meeting.`,
        ),
      ),
      ...checkNotices(notices),
    ];
  },
};

function checkNotices(notices: readonly StreetNotice[]): readonly RuleViolation[] {
  const given = notices.filter(({ content }) => !isBlank(content));
  if (given.length === 0) {
    return [
      violation(
        'notices',
        '街道尚未向成员单位通报任务完成情况。请先登记街道通报（recordStreetNotice），再闭会。',
        'The street has not informed the member units about the completion of tasks. Record its notice (recordStreetNotice), then close the meeting.',
      ),
    ];
  }
  return unless(
    given.some(({ requirements, suggestions }) => !isBlank(requirements) || !isBlank(suggestions)),
    () =>
      violation(
        'notices',
        '街道的通报没有对成员单位提出要求或建议。请补充其中至少一项后再闭会。',
        'The street’s notice contains neither requirements nor suggestions. Add one of them, then close the meeting.',
      ),
  );
}
