import type { Maybe } from '../checks/facts';
import type { StateProblem } from '../checks/state-problem';
import { delegationMachine } from '../state-machines/machines/delegation';
import {
  FRUITLESS_WORK_ORDER_STATES,
  workOrderMachine,
  type WorkOrderState,
} from '../state-machines/machines/work-order';
import { stateName } from '../state-machines/state-machine';
import type { ConclusionStep } from '../vocabulary/dispatch';
import type { Act } from './act';
import type { DelegationInStep } from './delegation';
import { concludedOn, reportedOn } from './delegation-days';
import { happenedOn } from './happened-on';
import type { LocalDay } from '../time/local-day';

/** The orders of a delegation, as its conclusion looks at them. */
interface OrderToConclude {
  readonly number: string;
  readonly state: WorkOrderState;
  readonly parentId: string | null;
  readonly feedbackReportId: string | null;
}

/** A step at the end of a delegation: its words, the day on which it was taken, and the step that it follows. */
interface EndingStep<Text> {
  readonly text: Text;
  /** Today without it. */
  readonly on?: Maybe<LocalDay>;
  /** Day of the last feedback report on its orders, or of the conclusion that is answered. */
  readonly after?: LocalDay | undefined;
}

/** Concludes a delegation whose orders are all closed and reported (R10, R13). @returns its columns, and the entry of its record */
export function concludedDelegation(
  act: Act,
  delegation: DelegationInStep,
  orders: readonly OrderToConclude[],
  { text, on, after }: EndingStep<string>,
) {
  const state = act.step(delegationMachine, delegation, 'concludeDelegation');
  act.requireState(delegation, checkConcludable(orders));
  const earliest = after === undefined ? undefined : reportedOn(after);
  const happened = happenedOn(act, { field: 'concludedOn', day: on, earliest });
  return { values: { state }, conclusion: conclusionOf(act, 'CONCLUDED', text, happened) };
}

/** @returns what of the orders is not done yet; the parts of an order alone are not what was asked for */
function checkConcludable(orders: readonly OrderToConclude[]): StateProblem | undefined {
  const awaited = orders.filter(({ state }) => !FRUITLESS_WORK_ORDER_STATES.includes(state));
  if (!awaited.some(({ parentId }) => parentId === null)) {
    return {
      message: {
        zh: '委托事项没有办结的派单。请另行派单（dispatchWorkOrder）',
        en: 'No order of the delegation was carried out. Dispatch another one (dispatchWorkOrder)',
      },
    };
  }
  const open = awaited.filter(({ state }) => state !== 'CLOSED');
  if (open.length > 0) {
    const zh = open
      .map(({ number, state }) => `${number}（${stateName(workOrderMachine, state).zh}）`)
      .join('、');
    const en = open
      .map(({ number, state }) => `${number} (${stateName(workOrderMachine, state).en})`)
      .join(', ');
    return {
      message: {
        zh: `委托事项还有派单未办结：${zh}。请先办结（closeWorkOrder）或取消（cancelWorkOrder）`,
        en: `Orders of the delegation are not closed: ${en}. Close (closeWorkOrder) or cancel (cancelWorkOrder) them first`,
      },
    };
  }
  const untold = awaited.filter(({ feedbackReportId }) => feedbackReportId === null);
  if (untold.length === 0) return undefined;
  const numbers = untold.map(({ number }) => number);
  return {
    message: {
      zh: `委托事项还有派单未集中反馈：${numbers.join('、')}。请先向委托部门反馈（issueFeedbackReport）`,
      en: `Orders of the delegation are not reported: ${numbers.join(', ')}. Report them to the department first (issueFeedbackReport)`,
    },
  };
}

/** The department confirms the conclusion of its delegation, or objects, which reopens it (R10). @param text objection; null for a confirmation */
export function answeredConclusion(
  act: Act,
  delegation: DelegationInStep,
  { text, on, after }: EndingStep<string | null>,
) {
  const command = text === null ? 'confirmConclusion' : 'objectToConclusion';
  const state = act.step(delegationMachine, delegation, command);
  const step = text === null ? 'CONFIRMED' : 'OBJECTED';
  const earliest = after === undefined ? undefined : concludedOn(after);
  const happened = happenedOn(act, { field: 'answeredOn', day: on, earliest });
  return { values: { state }, conclusion: conclusionOf(act, step, text, happened) };
}

const conclusionOf = (act: Act, step: ConclusionStep, text: string | null, happenedOn: LocalDay) => ({
  step,
  text,
  author: act.actor.subject,
  happenedOn,
});
