import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationOf } from '../catalogue/violation';
import { OPEN_WORK_ORDER_STATES } from '../state-machines/machines/work-order';
import type { LocalDay } from '../time/local-day';

/** A work order as the sweep sees it. */
export interface SupervisedOrder {
  readonly number: string;
  readonly deadline: LocalDay;
  readonly state: string;
  /** Number of its open supervisions. */
  readonly openSupervisions: number;
}

/** Facts that a sweep checks. */
export interface SupervisionSweep {
  readonly today: LocalDay;
  readonly orders: readonly SupervisedOrder[];
}

/** True if an order is overdue: its work is not verified and the day of its deadline has passed. */
export function isOverdue(
  { deadline, state }: Pick<SupervisedOrder, 'deadline' | 'state'>,
  today: LocalDay,
): boolean {
  return deadline < today && OPEN_WORK_ORDER_STATES.some((open) => open === state);
}

const definition: Rule = {
  code: 'R12',
  name: { zh: '督办', en: 'Supervision of overdue work' },
  sentence: '明确责任人和完成时限,负责督办',
  lines: [122],
  english:
    '[The General Affairs Management Center] makes clear the responsible person and the deadline, and is responsible for supervising completion.',
  kinds: ['CADENCE'],
  invariant: {
    zh: '每次巡检之后，每个逾期未办结的派单恰有一条未关闭的督办。',
    en: 'After each sweep, each overdue open work order has exactly one open supervision.',
  },
  note: {
    zh: '原文没有规定督办的升级层级，平台不自行设定。',
    en: 'The study defines no levels of escalation, so the platform sets none.',
  },
};

/** R12 督办: supervision of overdue work (cadence; seed:122). */
export const r12: EnforcedRule<SupervisionSweep> = {
  ...definition,
  check: ({ today, orders }) =>
    orders
      .filter((order) => isOverdue(order, today) && order.openSupervisions !== 1)
      .map(({ number, deadline, openSupervisions }) =>
        violationOf(
          definition,
          openSupervisions > 1
            ? {
                zh: `派单 ${number} 有${openSupervisions}条未销号的督办，应恰有1条。请将多余的督办销号（resolveSupervision）。`,
                en: `Work order ${number} has ${openSupervisions} open supervisions instead of one. Resolve the others (resolveSupervision).`,
              }
            : {
                zh: `派单 ${number} 已于 ${deadline} 到期，尚未办结，也没有督办。请开立督办。`,
                en: `Work order ${number} was due on ${deadline}, is not closed and has no supervision. Open a supervision.`,
              },
          'orders',
        ),
      ),
};
