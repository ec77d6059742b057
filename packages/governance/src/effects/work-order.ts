import type { RuleViolation } from '../catalogue/violation';
import type { Maybe } from '../checks/facts';
import type { InputProblem } from '../checks/input-problem';
import type { WorkOrderOrigin } from '../checks/order-facts';
import { r01, type MajorMatterDeployment } from '../rules/r01-collective-deliberation';
import { r06 } from '../rules/r06-deployment-by-minutes';
import { r09 } from '../rules/r09-no-private-acceptance';
import { r10 } from '../rules/r10-delegation-admission';
import { r11 } from '../rules/r11-work-order-dispatch';
import { workOrderMachine, type WorkOrderState } from '../state-machines/machines/work-order';
import { localDay, type LocalDay } from '../time/local-day';
import type { WorkOrderSource } from '../vocabulary/dispatch';
import type { Act } from './act';
import { shownCode } from '../vocabulary/shown-code';
import { present } from './present';
import { nameOfResponsible, type ResponsibleOfRegister } from './responsible-person';

/** A source as an order cites it, with what rules look at. */
export interface OrderSource extends WorkOrderOrigin {
  readonly kind: WorkOrderSource;
  readonly id: string;
  /** Of an item of minutes: the kind of its meeting, and the major matters that it follows from. */
  readonly meetingKind?: string;
  readonly matters?: MajorMatterDeployment['matters'];
  /** Of a key point: the base tasks that it carries out. */
  readonly baseTaskCodes?: readonly string[];
}

/** An order, or a sub-order, about to be dispatched. What R11 asks for may be missing, so that the rule answers. */
export interface OrderDraft {
  readonly centerCode: Maybe<string>;
  /** Name of the responsible person; that of the person of the register where none is given. */
  readonly responsiblePerson: Maybe<string>;
  readonly registered?: Maybe<ResponsibleOfRegister>;
  readonly deadline: Maybe<LocalDay>;
  readonly project: Maybe<{
    readonly id: string;
    readonly deadline: LocalDay;
    readonly baseTaskCodes?: readonly string[];
  }>;
  /** Base tasks that the order cites itself. */
  readonly baseTaskCodes?: Maybe<readonly string[]>;
  readonly source: Maybe<OrderSource>;
  /** The order that it is a part of, if it is a sub-order. */
  readonly parent: Maybe<{ readonly id: string; readonly createdAt: Date; readonly deadline: LocalDay }>;
}

/** The columns of a dispatched order except number, title and content. */
export interface IssuedOrder {
  readonly state: WorkOrderState;
  readonly source: WorkOrderSource;
  readonly keyPointId: string | null;
  readonly delegationId: string | null;
  readonly minutesItemId: string | null;
  readonly projectId: string;
  readonly baseTaskCodes: string[];
  readonly centerCode: string;
  readonly responsiblePerson: string;
  readonly responsiblePersonId: string | null;
  readonly deadline: LocalDay;
  readonly parentId: string | null;
  readonly issuer: string;
  readonly reason: string | null;
  readonly feedbackReportId: string | null;
  /** Set by the import of past years alone. */
  readonly importedAt: Date | null;
}

/** Dispatches an order (R01, R06, R09, R10, R11). */
export function issuedOrder(act: Act, draft: OrderDraft): IssuedOrder {
  const { source, project, centerCode, registered, deadline, parent } = draft;
  const responsiblePerson = nameOfResponsible(draft.responsiblePerson, registered);
  const { role, subject } = act.actor;
  const baseTaskCodes = [...new Set(draft.baseTaskCodes)];
  act.requireInput(citedTasksProblem(baseTaskCodes, draft));
  act.require(
    r09.check({ role, act: 'TASK_TO_CENTER' }),
    source ? findingsOf(source) : [],
    r11.check({
      role,
      source,
      projectId: project?.id,
      // A part goes by its order.
      deadlineOfProject: parent ? null : project?.deadline,
      centerCode,
      responsiblePerson,
      registered,
      deadline,
      partOfOrderOf: parent && localDay(parent.createdAt),
      deadlineOfOrder: parent?.deadline,
      today: localDay(act.now),
    }),
    source?.kind === 'DELEGATION' ? r10.check({ guided: source.centers ?? [], centerCode }) : [],
  );
  const { kind, id } = present(source);
  return {
    state: workOrderMachine.creation.to,
    source: kind,
    keyPointId: kind === 'KEY_POINT' ? id : null,
    delegationId: kind === 'DELEGATION' ? id : null,
    minutesItemId: kind === 'MINUTES_ITEM' ? id : null,
    projectId: present(project).id,
    baseTaskCodes,
    centerCode: present(centerCode),
    responsiblePerson: present(responsiblePerson),
    responsiblePersonId: registered?.id ?? null,
    deadline: present(deadline),
    parentId: parent?.id ?? null,
    issuer: subject,
    reason: null,
    feedbackReportId: null,
    importedAt: null,
  };
}

/** Base tasks that an order cites are those of its key point and project, where these carry out any. */
function citedTasksProblem(
  cited: readonly string[],
  { project, source }: Pick<OrderDraft, 'project' | 'source'>,
): InputProblem | undefined {
  const carried = [...(source?.baseTaskCodes ?? []), ...(project?.baseTaskCodes ?? [])];
  const other = carried.length > 0 ? cited.findIndex((code) => !carried.includes(code)) : -1;
  if (other === -1) return undefined;
  const [code, codes] = [shownCode(cited[other] ?? ''), [...new Set(carried)]];
  return {
    field: `baseTaskCodes.${other}`,
    message: {
      zh: `所引用的工作要点和项目落实的基础任务是 ${codes.join('、')}，没有 ${code}。请从中选择，或另选项目`,
      en: `The key point and the project of the order carry out the base tasks ${codes.join(', ')}, and not ${code}. Choose one of these, or another project`,
    },
  };
}

/** Findings on the source alone. */
function findingsOf(source: OrderSource): readonly RuleViolation[] {
  const { kind, state = '', meetingKind = '', matters = [], citedBy } = source;
  const cited = citedBy === undefined ? {} : { citedBy };
  if (kind === 'DELEGATION') {
    return r10.check({ state: state ?? '', command: 'dispatchWorkOrder', citedBy: 'delegationId', ...cited });
  }
  if (kind !== 'MINUTES_ITEM') return [];
  return [
    ...r06.check({ meetingKind, minutesItem: { minutesState: state ?? '' }, ...cited }),
    ...r01.check({ matters, ...cited }),
  ];
}

/** An order as far as a step depends on it. */
export interface OrderInStep {
  readonly id: string;
  readonly state: WorkOrderState;
  readonly version: number;
  readonly deadline: LocalDay;
}

/** Values that a step brings besides the new state. */
export interface OrderStepDetails {
  readonly reason?: string;
  /** Of a granted extension. */
  readonly deadline?: LocalDay;
  /** Of a reassignment. */
  readonly assignee?: {
    readonly centerCode: string;
    readonly responsiblePerson: string;
    readonly responsiblePersonId: string | null;
  };
  /** Where the machine leaves several states open, the one that it comes to. */
  readonly outcome?: WorkOrderState;
}

/**
 * Takes an order one step further.
 *
 * @returns the columns that change, and the entry of its history
 */
export function orderTransition(
  act: Act,
  order: OrderInStep,
  command: string,
  { reason, deadline, assignee, outcome }: OrderStepDetails = {},
) {
  const state = act.step(workOrderMachine, order, command, outcome);
  const values = {
    state,
    ...(reason !== undefined && { reason }),
    ...(deadline !== undefined && { deadline }),
    ...assignee,
  };
  return { values, event: orderEvent(act, { ...order, ...values }, command, order, reason) };
}

/**
 * The history entry of a step.
 *
 * @param order as it is after the step
 * @param before as it was before it; undefined for the dispatch
 */
export function orderEvent(
  { actor }: Act,
  order: Omit<OrderInStep, 'version'>,
  command: string,
  before?: Pick<OrderInStep, 'state' | 'deadline'>,
  reason: string | null = null,
) {
  const extended = before !== undefined && before.deadline !== order.deadline;
  return {
    workOrderId: order.id,
    command,
    fromState: before?.state ?? null,
    toState: order.state,
    actor: actor.subject,
    role: actor.role,
    reason,
    oldDeadline: extended ? before.deadline : null,
    newDeadline: extended ? order.deadline : null,
  };
}
