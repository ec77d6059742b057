import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationOf } from '../catalogue/violation';
import { findingsAfter } from '../checks/cadence';
import { namesMissing, type MemberUnit } from '../checks/facts';
import { unless } from '../checks/unless';
import type { LocalDay } from '../time/local-day';
import type { Year } from '../time/period';

/** One street's annual notices on a year, looked back at after its end. */
export interface YearOfNotices {
  readonly year: Year;
  readonly today: LocalDay;
  readonly memberUnits: readonly MemberUnit[];
  /** The notices on that year; addressees are ids of member units. */
  readonly notices: readonly { readonly addressees: readonly string[] }[];
}

const definition: Rule = {
  code: 'R04',
  name: { zh: '每年向全体成员通报', en: 'A yearly notice to all members' },
  sentence: '联席会每年要向全体成员单位通报辖区年度建设发展和重点任务完成情况。',
  lines: [114],
  english:
    'Every year the joint meeting shall inform all member units of the area’s construction and development in the year and of the completion of its key tasks.',
  kinds: ['CADENCE'],
  invariant: {
    zh: '每个街道每年有一份年度通报，并发至每一个成员单位。',
    en: 'Each street has one annual notice per year, addressed to every member unit.',
  },
};

/** R04 每年向全体成员通报: a yearly notice to all members (cadence; seed:114). */
export const r04: EnforcedRule<YearOfNotices> = {
  ...definition,
  check: ({ year, today, memberUnits, notices }) =>
    findingsAfter(definition, { kind: 'YEAR', period: year, today }, () => {
      if (notices.length === 0) {
        return [
          violationOf(
            definition,
            {
              zh: `${year} 年没有向成员单位作年度通报。请补发，并发至每一个成员单位。`,
              en: `No annual notice was issued for ${year}. Issue one to every member unit.`,
            },
            'notices',
          ),
        ];
      }
      // Together they have to reach everybody: a unit that one notice left out may be told by another.
      const missing = namesMissing(
        memberUnits,
        notices.flatMap(({ addressees }) => addressees),
      );
      return unless(!missing, () =>
        violationOf(
          definition,
          {
            zh: `${year} 年的年度通报没有发至：${missing}。请补发给这些成员单位。`,
            en: `The annual notice for ${year} was not addressed to ${missing}. Issue it to these member units.`,
          },
          'notices',
        ),
      );
    }),
};
