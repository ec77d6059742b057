import { defineMachine, statesOf, statesThatAre, type StateOf } from '../state-machine';

/** A work order of 综合管理中心 to a center, and a sub-order to an assisting center (R11, R12). */
export const workOrderMachine = defineMachine({
  name: 'workOrder',
  title: { zh: '派单', en: 'work order' },
  states: {
    ISSUED: { label: { zh: '已派发', en: 'issued' }, open: true },
    ACCEPTED: { label: { zh: '已接单', en: 'accepted' }, open: true },
    IN_PROGRESS: { label: { zh: '办理中', en: 'in progress' }, open: true },
    SUBMITTED: { label: { zh: '已提交验收', en: 'submitted' }, open: true },
    VERIFIED: { label: { zh: '已验收', en: 'verified' } },
    CLOSED: { label: { zh: '已办结', en: 'closed' }, terminal: true },
    RETURNED: { label: { zh: '已退回', en: 'returned' }, terminal: true, fruitless: true },
    CANCELLED: { label: { zh: '已取消', en: 'cancelled' }, terminal: true, fruitless: true },
  },
  creation: {
    commands: ['dispatchWorkOrder', 'dispatchSubOrder'],
    to: 'ISSUED',
    authority: 'GENERAL_AFFAIRS_CENTER',
  },
  transitions: [
    {
      command: 'acceptWorkOrder',
      from: ['ISSUED'],
      to: 'ACCEPTED',
      authority: 'CENTER',
    },
    {
      command: 'startWorkOrder',
      from: ['ACCEPTED'],
      to: 'IN_PROGRESS',
      authority: 'CENTER',
    },
    {
      command: 'submitWorkOrder',
      from: ['IN_PROGRESS'],
      to: 'SUBMITTED',
      authority: 'CENTER',
    },
    {
      command: 'verifyWorkOrder',
      from: ['SUBMITTED'],
      to: 'VERIFIED',
      authority: 'GENERAL_AFFAIRS_CENTER',
    },
    {
      command: 'closeWorkOrder',
      from: ['VERIFIED'],
      to: 'CLOSED',
      authority: 'GENERAL_AFFAIRS_CENTER',
    },
    {
      command: 'returnWorkOrder',
      case: { zh: '重办', en: 'for rework' },
      from: ['SUBMITTED'],
      to: 'IN_PROGRESS',
      authority: 'GENERAL_AFFAIRS_CENTER',
      reasonRequired: true,
    },
    {
      command: 'returnWorkOrder',
      case: { zh: '未接', en: 'before accepting it' },
      from: ['ISSUED'],
      to: 'RETURNED',
      authority: 'CENTER',
      reasonRequired: true,
    },
    ...(['ISSUED', 'ACCEPTED', 'IN_PROGRESS'] as const).map((state) => ({
      command: 'extendWorkOrder' as const,
      from: [state],
      to: state,
      authority: 'GENERAL_AFFAIRS_CENTER' as const,
      reasonRequired: true as const,
    })),
    {
      command: 'cancelWorkOrder',
      from: ['ISSUED', 'ACCEPTED', 'IN_PROGRESS', 'SUBMITTED'],
      to: 'CANCELLED',
      authority: 'GENERAL_AFFAIRS_CENTER',
      reasonRequired: true,
    },
  ],
  notes: [
    {
      zh: '中心只能退回未接的派单；退回后为终态，需要时由综合管理中心另派新单，使责任人和时限始终清楚。',
      en: 'A center can return only orders that it has not accepted. A returned order is final. If the work is still needed, a new order is dispatched, so that responsible person and deadline stay clear.',
    },
    {
      zh: '验收之前的派单逾期即督办（R12）；只有已办结（CLOSED）的进入集中反馈（R13）。',
      en: 'Until it is verified, an order is open and supervised when overdue (R12). Only closed orders are reported (R13).',
    },
  ],
});

export const WorkOrderState = statesOf(workOrderMachine);
export type WorkOrderState = StateOf<typeof workOrderMachine>;

/** Orders that ended without work: no work is expected of them. */
export const FRUITLESS_WORK_ORDER_STATES: readonly WorkOrderState[] = statesThatAre(
  'fruitless',
  workOrderMachine,
);

/** Orders whose work is not confirmed yet: overdue ones are supervised (R12). */
export const OPEN_WORK_ORDER_STATES: readonly WorkOrderState[] = statesThatAre('open', workOrderMachine);
