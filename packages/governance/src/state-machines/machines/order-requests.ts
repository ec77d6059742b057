import { defineMachine, statesOf, type StateOf } from '../state-machine';

/** A center’s request to 综合管理中心 to give an order to another center. */
export const returnRequestMachine = defineMachine({
  name: 'returnRequest',
  title: { zh: '退单申请', en: 'return request' },
  states: {
    PENDING: { label: { zh: '待审', en: 'pending' } },
    REASSIGNED: { label: { zh: '已改派', en: 'reassigned' }, terminal: true },
    REFUSED: { label: { zh: '未同意', en: 'refused' }, terminal: true },
    LAPSED: { label: { zh: '已失效', en: 'lapsed' }, terminal: true },
  },
  creation: { commands: ['requestReturn'], to: 'PENDING', authority: 'CENTER' },
  transitions: [
    {
      command: 'reassignWorkOrder',
      from: ['PENDING'],
      to: 'REASSIGNED',
      authority: 'GENERAL_AFFAIRS_CENTER',
    },
    {
      command: 'refuseReturn',
      from: ['PENDING'],
      to: 'REFUSED',
      authority: 'GENERAL_AFFAIRS_CENTER',
      reasonRequired: true,
    },
    { command: 'cancelWorkOrder', from: ['PENDING'], to: 'LAPSED', authority: 'GENERAL_AFFAIRS_CENTER' },
  ],
});

/** A center’s request to 综合管理中心 for more time for an order (R11). */
export const extensionRequestMachine = defineMachine({
  name: 'extensionRequest',
  title: { zh: '延期申请', en: 'extension request' },
  states: {
    PENDING: { label: { zh: '待审', en: 'pending' } },
    GRANTED: { label: { zh: '已同意', en: 'granted' }, terminal: true },
    REFUSED: { label: { zh: '未同意', en: 'refused' }, terminal: true },
    LAPSED: { label: { zh: '已失效', en: 'lapsed' }, terminal: true },
  },
  creation: { commands: ['requestExtension'], to: 'PENDING', authority: 'CENTER' },
  transitions: [
    { command: 'grantExtension', from: ['PENDING'], to: 'GRANTED', authority: 'GENERAL_AFFAIRS_CENTER' },
    {
      command: 'refuseExtension',
      from: ['PENDING'],
      to: 'REFUSED',
      authority: 'GENERAL_AFFAIRS_CENTER',
      reasonRequired: true,
    },
    { command: 'submitWorkOrder', from: ['PENDING'], to: 'LAPSED', authority: 'CENTER' },
    { command: 'reassignWorkOrder', from: ['PENDING'], to: 'LAPSED', authority: 'GENERAL_AFFAIRS_CENTER' },
    { command: 'cancelWorkOrder', from: ['PENDING'], to: 'LAPSED', authority: 'GENERAL_AFFAIRS_CENTER' },
  ],
  notes: [
    {
      zh: '派单提交验收、改派或取消后，未审的延期申请失效。',
      en: 'A request that is not decided lapses when the order is submitted, reassigned or cancelled.',
    },
  ],
});

export const ReturnRequestState = statesOf(returnRequestMachine);
export type ReturnRequestState = StateOf<typeof returnRequestMachine>;
export const ExtensionRequestState = statesOf(extensionRequestMachine);
export type ExtensionRequestState = StateOf<typeof extensionRequestMachine>;
