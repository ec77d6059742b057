import { defineMachine, statesOf, type StateOf } from '../state-machine';

/** A work order of 综合管理中心 to a center, and a sub-order to a center that works along (R11, R12). */
export const workOrderMachine = defineMachine({
  name: 'workOrder',
  title: { zh: '派单', en: 'work order' },
  states: {
    ISSUED: { label: { zh: '已派发', en: 'issued' } },
    ACCEPTED: { label: { zh: '已接单', en: 'accepted' } },
    IN_PROGRESS: { label: { zh: '办理中', en: 'in progress' } },
    SUBMITTED: { label: { zh: '已提交验收', en: 'submitted' } },
    VERIFIED: { label: { zh: '已验收', en: 'verified' } },
    CLOSED: { label: { zh: '已办结', en: 'closed' }, terminal: true },
    RETURNED: { label: { zh: '已退单', en: 'returned' }, terminal: true },
    CANCELLED: { label: { zh: '已取消', en: 'cancelled' }, terminal: true },
  },
  creation: {
    commands: ['dispatchWorkOrder', 'dispatchSubOrder'],
    label: { zh: '派单', en: 'dispatch' },
    to: 'ISSUED',
    authority: 'GENERAL_AFFAIRS_CENTER',
  },
  transitions: [
    {
      command: 'acceptWorkOrder',
      label: { zh: '接单', en: 'accept' },
      from: ['ISSUED'],
      to: 'ACCEPTED',
      authority: 'CENTER',
    },
    {
      command: 'startWorkOrder',
      label: { zh: '开始办理', en: 'start' },
      from: ['ACCEPTED'],
      to: 'IN_PROGRESS',
      authority: 'CENTER',
    },
    {
      command: 'submitWorkOrder',
      label: { zh: '提交验收', en: 'submit' },
      from: ['IN_PROGRESS'],
      to: 'SUBMITTED',
      authority: 'CENTER',
    },
    {
      command: 'verifyWorkOrder',
      label: { zh: '验收', en: 'verify' },
      from: ['SUBMITTED'],
      to: 'VERIFIED',
      authority: 'GENERAL_AFFAIRS_CENTER',
    },
    {
      command: 'closeWorkOrder',
      label: { zh: '办结', en: 'close' },
      from: ['VERIFIED'],
      to: 'CLOSED',
      authority: 'GENERAL_AFFAIRS_CENTER',
    },
    {
      command: 'returnWorkOrder',
      label: { zh: '退回中心重办', en: 'send back to the center' },
      from: ['SUBMITTED'],
      to: 'IN_PROGRESS',
      authority: 'GENERAL_AFFAIRS_CENTER',
      reasonRequired: true,
    },
    {
      command: 'returnWorkOrder',
      label: { zh: '中心退单', en: 'hand back to the dispatcher' },
      from: ['ISSUED'],
      to: 'RETURNED',
      authority: 'CENTER',
      reasonRequired: true,
    },
    ...(['ISSUED', 'ACCEPTED', 'IN_PROGRESS'] as const).map((state) => ({
      command: 'extendWorkOrder',
      label: { zh: '延期', en: 'extend' },
      from: [state],
      to: state,
      authority: 'GENERAL_AFFAIRS_CENTER' as const,
      reasonRequired: true as const,
    })),
    {
      command: 'cancelWorkOrder',
      label: { zh: '取消', en: 'cancel' },
      from: ['ISSUED', 'ACCEPTED', 'IN_PROGRESS', 'SUBMITTED'],
      to: 'CANCELLED',
      authority: 'GENERAL_AFFAIRS_CENTER',
      reasonRequired: true,
    },
  ],
  notes: [
    {
      zh: '中心只能退回未接的派单；退单为终态，需要时由综合管理中心另派新单，使责任人和时限始终清楚。',
      en: 'A center can hand back only what it has not accepted. A returned order is final: where the work is still to be done, a new order is dispatched, so that person and deadline stay clear.',
    },
    {
      zh: '提交、验收之前的派单均为未办结，逾期即督办（R12）；只有已办结（CLOSED）的进入反馈（R13）。',
      en: 'Up to its verification an order is open and supervised when overdue (R12); only closed ones are reported (R13).',
    },
  ],
});

export const WorkOrderState = statesOf(workOrderMachine);
export type WorkOrderState = StateOf<typeof workOrderMachine>;

/** Orders that ended without work: no work is expected of them. */
export const FRUITLESS_WORK_ORDER_STATES: readonly WorkOrderState[] = ['RETURNED', 'CANCELLED'];

/** Orders whose work is not confirmed yet: overdue ones are supervised (R12). */
export const OPEN_WORK_ORDER_STATES: readonly WorkOrderState[] = [
  'ISSUED',
  'ACCEPTED',
  'IN_PROGRESS',
  'SUBMITTED',
];
