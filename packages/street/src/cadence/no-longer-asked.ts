import { daysOf, type Bilingual, type LocalDay, type Period, type RuleCode } from '@mtg/governance';
import { examined, type Asked, type Examined } from './examined';
import type { Periods } from './periods';

interface JudgedOnce {
  readonly rule: RuleCode;
  readonly period: Period;
  readonly subject: string;
  readonly center_code: string | null;
  readonly due_on: LocalDay;
}

/**
 * Subjects that were judged once and are not asked any more. They are kept as not judged, with the reason: a person who had left
 * by the register as it is now, a link that was not in force, a center that was not there, a period before the day from which the
 * street is judged by now. Entries of the ledger are told by themselves (R27).
 *
 * @param known what the checks have judged just now
 */
export async function noLongerAsked(
  asked: Asked,
  { weeks, months, quarters, years }: Periods,
  known: readonly Examined[],
): Promise<readonly Examined[]> {
  const { manager, sample, isRecent, since } = asked;
  const keys = new Set(known.map(keyOf));
  const rows: readonly JudgedOnce[] = await manager.query(
    `SELECT rule, period, subject, center_code, due_on::text FROM judgement
     WHERE sample = $1 AND rule <> 'R27' AND deleted_at IS NULL
       AND (period = ANY ($2) OR (NOT $3 AND status <> 'EXCUSED')) ORDER BY rule, period, subject`,
    [sample, [...weeks, ...months, ...quarters, ...years], isRecent],
  );
  const looked = new Set<Period>([...weeks, ...months, ...quarters, ...years]);
  const isBefore = (period: Period): boolean =>
    since !== undefined && (daysOf(period)?.first ?? since) < since;
  return rows
    .filter((row) => !keys.has(keyOf(row)) && (looked.has(row.period) || isBefore(row.period)))
    .map(({ rule, period, subject, center_code: centerCode, due_on: dueOn }) =>
      examined(asked, {
        rule,
        period,
        subject,
        centerCode,
        dueOn,
        counted: [],
        excuse: reasonFor(rule, subject),
        check: () => [],
      }),
    );
}

const keyOf = ({ rule, period, subject }: Pick<JudgedOnce, 'rule' | 'period' | 'subject'>): string =>
  `${rule} ${period} ${subject}`;

function reasonFor(rule: RuleCode, subject: string): Bilingual {
  if (rule === 'R24') return OF_VISITS;
  if (rule !== 'R18') return OF_CENTERS;
  return subject.includes('/') ? OF_LINKS : JUDGED_BY_LINK;
}

const OF_VISITS = {
  zh: '按现在的人员名册、中心和街道配置，该周不考核此对象；请查看该中心该周的其他考核事项',
  en: 'By the register of people, the centers and the street’s configuration as they are now, this subject is not asked for visits in that week. See the other judgements of the center and week',
};
const JUDGED_BY_LINK = {
  zh: '该月已有联动的职能部门，按各联动分别考核；请查看该中心该月的其他考核事项',
  en: 'The center was linked to departments in the month, and is judged by each link. See the other judgements of the center and month',
};
const OF_LINKS = {
  zh: '按现在的登记，该月没有这一联动；请查看该中心该月的其他考核事项',
  en: 'As recorded now, the two were not linked in that month. See the other judgements of the center and month',
};
const OF_CENTERS = {
  zh: '按现在的登记，该周期内没有这一中心；请查看设立和撤销它的决策',
  en: 'As recorded now, the center was not there in that period. See the decisions by which it was added and closed',
};
