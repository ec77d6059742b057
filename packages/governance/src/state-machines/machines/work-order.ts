import { defineMachine, statesOf, statesThatAre, type StateOf } from '../state-machine';

/** A refused request leaves the order as it was. */
const AS_BEFORE = { zh: '申请退单时的状态', en: 'the state in which the return was requested' };

/** More time leaves an order in its state. */
const EXTENSION_STEPS = [
  { command: 'requestExtension', authority: 'CENTER' },
  { command: 'grantExtension', authority: 'GENERAL_AFFAIRS_CENTER' },
  { command: 'refuseExtension', authority: 'GENERAL_AFFAIRS_CENTER' },
] as const;

/** A work order of 综合管理中心 to a center, and a sub-order to an assisting center (R11, R12). */
export const workOrderMachine = defineMachine({
  name: 'workOrder',
  title: { zh: '派单', en: 'work order' },
  states: {
    ISSUED: { label: { zh: '已派发', en: 'issued' }, open: true },
    ACCEPTED: { label: { zh: '已接单', en: 'accepted' }, open: true },
    IN_PROGRESS: { label: { zh: '办理中', en: 'in progress' }, open: true },
    SUBMITTED: { label: { zh: '已提交验收', en: 'submitted' }, open: true },
    RETURNED: { label: { zh: '退单待审', en: 'return requested' }, open: true },
    VERIFIED: { label: { zh: '已验收', en: 'verified' } },
    CLOSED: { label: { zh: '已办结', en: 'closed' }, terminal: true },
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
      from: ['SUBMITTED'],
      to: 'IN_PROGRESS',
      authority: 'GENERAL_AFFAIRS_CENTER',
      reasonRequired: true,
    },
    {
      command: 'requestReturn',
      from: ['ISSUED', 'ACCEPTED', 'IN_PROGRESS'],
      to: 'RETURNED',
      authority: 'CENTER',
      reasonRequired: true,
    },
    {
      command: 'reassignWorkOrder',
      from: ['RETURNED'],
      to: 'ISSUED',
      authority: 'GENERAL_AFFAIRS_CENTER',
      reasonRequired: true,
    },
    {
      command: 'refuseReturn',
      from: ['RETURNED'],
      to: (['ISSUED', 'ACCEPTED', 'IN_PROGRESS'] as const).map((to) => ({ to, when: AS_BEFORE })),
      authority: 'GENERAL_AFFAIRS_CENTER',
      reasonRequired: true,
    },
    ...EXTENSION_STEPS.flatMap(({ command, authority }) =>
      (['ISSUED', 'ACCEPTED', 'IN_PROGRESS'] as const).map((state) => ({
        command,
        from: [state],
        to: state,
        authority,
        reasonRequired: true as const,
      })),
    ),
    {
      command: 'cancelWorkOrder',
      from: ['ISSUED', 'ACCEPTED', 'IN_PROGRESS', 'SUBMITTED', 'RETURNED'],
      to: 'CANCELLED',
      authority: 'GENERAL_AFFAIRS_CENTER',
      reasonRequired: true,
    },
  ],
  notes: [
    {
      zh: '中心认为派单不归本中心的，在提交之前申请退单；由综合管理中心改派另一中心或不同意退单。时限照计，派单在此期间仍是在办的。以前中心退回的派单，按待审的退单申请处理。',
      en: 'A center that finds an order is not for it requests its return before submitting it. The General Affairs Management Center reassigns the order to another center or refuses. The deadline runs on and the order stays open meanwhile. Orders that centers returned earlier count as requests to be decided.',
    },
    {
      zh: '延期由中心申请、综合管理中心同意；原定时限不变，按时与否仍按原定时限。',
      en: 'A center requests more time and the General Affairs Management Center grants it. The original deadline stays and decides on whether the work was on time.',
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
