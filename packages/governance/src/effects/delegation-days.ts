import type { Earliest } from '../checks/day';
import type { Maybe } from '../checks/facts';
import { localDay, type LocalDay } from '../time/local-day';

/** The days of a delegation that its next step follows. */
export interface DelegationDays {
  readonly submittedOn: LocalDay;
  readonly opinionHeardAt: Date | null;
  readonly deployedAt: Date | null;
}

/** The last step that a delegation has taken, which its next does not precede. @param decidedAt when the committee decided, where it has */
export function lastStepOf(
  { submittedOn, opinionHeardAt, deployedAt }: DelegationDays,
  decidedAt: Maybe<Date> = null,
): Earliest {
  const steps: Earliest[] = [
    { day: submittedOn, name: { zh: '提交的日期', en: 'the day of submission' } },
    ...stepOn(opinionHeardAt, {
      zh: '听取街道意见的日期',
      en: 'the day on which the street’s opinion was heard',
    }),
    ...stepOn(decidedAt, { zh: '街道工委决策的日期', en: 'the day of the committee’s decision' }),
    ...stepOn(deployedAt, { zh: '部署的日期', en: 'the day of deployment' }),
  ];
  return steps.reduce((last, step) => (step.day >= last.day ? step : last));
}

const stepOn = (at: Maybe<Date>, name: Earliest['name']): readonly Earliest[] =>
  at ? [{ day: localDay(at), name }] : [];

/** The last feedback report on the orders of a delegation, which its conclusion does not precede. */
export const reportedOn = (day: LocalDay): Earliest => ({
  day,
  name: { zh: '集中反馈的日期', en: 'the day of the feedback report' },
});

/** The conclusion of a delegation, which the department's answer does not precede. */
export const concludedOn = (day: LocalDay): Earliest => ({
  day,
  name: { zh: '登记办结的日期', en: 'the day of the conclusion' },
});
