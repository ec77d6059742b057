import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationOf, type RuleViolation } from '../catalogue/violation';
import { findingsAfter } from '../checks/cadence';
import { hasWords, isBlank, type Maybe } from '../checks/facts';
import { unless } from '../checks/unless';
import type { LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import { isWithin, type Year } from '../time/period';

/**
 * A project charter (项目书) about to be drawn up. It is not tied to a retreat: work that a department delegates
 * during the year has its project too (R11).
 */
export interface ProjectCharter {
  readonly goals?: Maybe<string>;
  readonly departmentCodes: readonly string[];
  readonly communityCodes: readonly string[];
  readonly deadline?: Maybe<LocalDay>;
  readonly today: LocalDay;
}

/** One street's annual retreats, looked back at after the first quarter of a year. */
export interface YearOfRetreats {
  readonly year: Year;
  readonly today: LocalDay;
  /** The retreats that were held, in any year. */
  readonly heldRetreats: readonly { readonly heldOn: LocalDay }[];
}

const definition: Rule = {
  code: 'R19',
  name: { zh: '年度务虚会与项目书', en: 'The annual retreat and its project charters' },
  sentence:
    '坚持年度务虚会议制度。每年年初,召开街道年度务虚会议,以7个中心的服务体系为单位研讨年度工作思路,确定年度工作计划,制定工作项目书,明确目标任务、参与部门、覆盖的社区和完成时限,加强工作的顶层设计和统筹协调力度。',
  lines: [122],
  english:
    'Keep up the system of the annual retreat. At the beginning of every year the street’s annual retreat is held; it discusses the approach to the year’s work by the service systems of the seven centers, settles the work plan for the year, and draws up project charters that make clear the goals and tasks, the participating departments, the communities covered and the deadline, so as to strengthen top-level design and coordination.',
  kinds: ['PRECONDITION', 'CADENCE'],
  invariant: {
    zh: '每年年初召开务虚会；项目书须有目标任务、参与部门、覆盖的社区和完成时限。',
    en: 'The retreat is held at the beginning of each year; a project charter has goals, participating departments, covered communities and a deadline.',
  },
  note: {
    zh: '原文“年初”没有写明期限，平台按第一季度计；年度中委托的任务也要有项目，因此项目书不限于务虚会上制定。',
    en: 'The study sets no date for “the beginning of every year”; the platform uses the first quarter. Tasks delegated during the year also need a project, so charters are not tied to the retreat.',
  },
};

/** R19 年度务虚会与项目书: the annual retreat and its project charters (precondition and cadence; seed:122). */
export const r19: EnforcedRule<ProjectCharter | YearOfRetreats> = {
  ...definition,
  check: (facts) => ('heldRetreats' in facts ? checkYear(facts) : checkCharter(facts)),
};

function checkCharter({
  goals,
  departmentCodes,
  communityCodes,
  deadline,
  today,
}: ProjectCharter): readonly RuleViolation[] {
  const parts = [
    { field: 'goals', missing: !hasWords(goals), zh: '目标任务', en: 'goals' },
    {
      field: 'departmentCodes',
      missing: !departmentCodes.some(said),
      zh: '参与部门',
      en: 'participating departments',
    },
    {
      field: 'communityCodes',
      missing: !communityCodes.some(said),
      zh: '覆盖的社区',
      en: 'covered communities',
    },
    { field: 'deadline', missing: isBlank(deadline), zh: '完成时限', en: 'deadline' },
  ];
  return [
    ...parts
      .filter(({ missing }) => missing)
      .map(({ field, zh, en }) =>
        violationOf(
          definition,
          {
            zh: `项目书没有${zh}。请补充。`,
            en: `The project charter needs ${en}. Add the missing items.`,
          },
          field,
        ),
      ),
    ...unless(isBlank(deadline) || precedes(today, deadline ?? ''), () =>
      violationOf(
        definition,
        {
          zh: `项目书的完成时限 ${deadline} 不是今天（${today}）或以后的日期。请更正。`,
          en: `The charter’s deadline ${deadline} is not today (${today}) or later. Choose today or later.`,
        },
        'deadline',
      ),
    ),
  ];
}

function checkYear({ year, today, heldRetreats }: YearOfRetreats): readonly RuleViolation[] {
  const quarter = `${year}-Q1`;
  return findingsAfter(definition, { kind: 'QUARTER', period: quarter, today }, () =>
    heldRetreats.some(({ heldOn }) => isWithin(quarter, heldOn))
      ? []
      : [
          violationOf(
            definition,
            {
              zh: `${year} 年年初（第一季度）没有召开年度务虚会。请尽快召开，研讨思路并制定工作项目书。`,
              en: `No annual retreat was held in the first quarter of ${year}. Hold it soon and draw up the project charters.`,
            },
            'heldRetreats',
          ),
        ],
  );
}

function said(text: string): boolean {
  return !isBlank(text);
}
