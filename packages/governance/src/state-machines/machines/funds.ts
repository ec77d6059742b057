import { defineMachine, statesOf, type StateOf } from '../state-machine';

/** A transfer of funds to a street, in the district's books (R31). */
export const fundTransferMachine = defineMachine({
  name: 'fundTransfer',
  title: { zh: '资金转拨', en: 'transfer of funds' },
  rule: 'R31',
  states: {
    OFFERED: { label: { zh: '待街道确认', en: 'offered' }, open: true },
    ACKNOWLEDGED: { label: { zh: '街道已确认', en: 'acknowledged' }, terminal: true },
    DECLINED: { label: { zh: '街道不予接收', en: 'declined' }, terminal: true, fruitless: true },
  },
  creation: { commands: ['offerTransfer'], to: 'OFFERED', authority: 'SOCIAL_AFFAIRS_COMMITTEE' },
  transitions: [
    { command: 'acknowledgeTransfer', from: ['OFFERED'], to: 'ACKNOWLEDGED', authority: 'STREET' },
    {
      command: 'declineTransfer',
      from: ['OFFERED'],
      to: 'DECLINED',
      authority: 'STREET',
      reasonRequired: true,
    },
  ],
  notes: [
    {
      zh: '街道在自己的账上答复，以街道的记录为准；区级定期对账时据此记入本账。预算自拨出时即占用，街道自确认时起方可支出。',
      en: 'The street answers in its own books, and its record decides. The district takes it over when it reconciles. The budget is committed from the offer on; the street can spend from its acknowledgement on.',
    },
  ],
});

export const FundTransferState = statesOf(fundTransferMachine);
export type FundTransferState = StateOf<typeof fundTransferMachine>;

/** A request of the district to give back what a street has not spent (R31). */
export const fundRecallMachine = defineMachine({
  name: 'fundRecall',
  title: { zh: '资金收回', en: 'recall of funds' },
  rule: 'R31',
  states: {
    REQUESTED: { label: { zh: '待街道答复', en: 'requested' }, open: true },
    AGREED: { label: { zh: '街道同意', en: 'agreed' }, terminal: true },
    REFUSED: { label: { zh: '街道不同意', en: 'refused' }, terminal: true, fruitless: true },
  },
  creation: { commands: ['requestRecall'], to: 'REQUESTED', authority: 'SOCIAL_AFFAIRS_COMMITTEE' },
  transitions: [
    { command: 'agreeToRecall', from: ['REQUESTED'], to: 'AGREED', authority: 'STREET' },
    {
      command: 'refuseRecall',
      from: ['REQUESTED'],
      to: 'REFUSED',
      authority: 'STREET',
      reasonRequired: true,
    },
  ],
  notes: [
    {
      zh: '街道同意时即从可支出额中扣除，区级对账后才可再拨：同一分钱不会两处可用。',
      en: 'What the street agrees to give back leaves its funds at once, and the district can use it after it has reconciled: no 分 can be used in two places.',
    },
  ],
});

export const FundRecallState = statesOf(fundRecallMachine);
export type FundRecallState = StateOf<typeof fundRecallMachine>;
