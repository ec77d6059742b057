import { r19 } from '../rules/r19-annual-retreat';
import { workOrderMachine, type WorkOrderState } from '../state-machines/machines/work-order';
import { stateName } from '../state-machines/state-machine';
import type { LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import type { Act } from './act';

/** A project charter as it is to be. */
interface CorrectedCharter {
  readonly goals: string;
  readonly departmentCodes: readonly string[];
  readonly communityCodes: readonly string[];
  readonly deadline: LocalDay;
  /** The day on which it was drawn up, from which its deadline is seen. */
  readonly charteredOn: LocalDay;
  /** The project’s main orders that stand. */
  readonly orders: readonly { readonly number: string; readonly deadline: LocalDay }[];
}

/** Checks a charter again (R19). Its orders stay within its deadline (R11). */
export function requireCharter(act: Act, charter: CorrectedCharter): void {
  const { goals, departmentCodes, communityCodes, deadline, charteredOn, orders } = charter;
  if (!precedes(charteredOn, deadline)) {
    act.requireInput({
      field: 'deadline',
      message: {
        zh: `${deadline} 早于订立项目书之日 ${charteredOn}。请填 ${charteredOn} 或以后的日期`,
        en: `${deadline} precedes the day of the charter, ${charteredOn}. Choose ${charteredOn} or later`,
      },
    });
  }
  act.require(r19.check({ goals, departmentCodes, communityCodes, deadline, today: charteredOn }));
  const later = orders.find((order) => !precedes(order.deadline, deadline));
  if (!later) return;
  act.requireInput({
    field: 'deadline',
    message: {
      zh: `派单 ${later.number} 的时限 ${later.deadline} 晚于 ${deadline}(R11)。请填 ${later.deadline} 或以后的日期`,
      en: `Work order ${later.number} is due on ${later.deadline}, after ${deadline} (R11). Choose ${later.deadline} or later`,
    },
  });
}

/** Requires an order that has not ended: what was closed was reported as it was. */
export function requireNotEnded(
  act: Act,
  order: { readonly number: string; readonly state: WorkOrderState; readonly version: number },
): void {
  if (!workOrderMachine.states[order.state].terminal) return;
  const { zh, en } = stateName(workOrderMachine, order.state);
  act.requireState(order, {
    message: {
      zh: `派单 ${order.number} 的状态为“${zh}”，内容不再更正。如须说明，请写入集中反馈（issueFeedbackReport）`,
      en: `Work order ${order.number} is ${en} and is no longer corrected. State the mistake in the feedback report (issueFeedbackReport)`,
    },
  });
}
