import { defineMachine, statesOf, type StateOf } from '../state-machine';

/** The district’s answer to a year without a catalogue in time: an explanation with a remedy, confirmed or sent back (R30). */
export const catalogueAnswerMachine = defineMachine({
  name: 'catalogueAnswer',
  title: { zh: '购买服务目录违规的说明', en: 'answer to a year without a catalogue in time' },
  states: {
    GIVEN: { label: { zh: '待区委确认', en: 'awaiting confirmation' }, open: true },
    CONFIRMED: { label: { zh: '已确认', en: 'confirmed' }, terminal: true },
    SENT_BACK: { label: { zh: '已退回', en: 'sent back' }, terminal: true, fruitless: true },
  },
  creation: { commands: ['answerMissingCatalogue'], to: 'GIVEN', authority: 'SOCIAL_AFFAIRS_COMMITTEE' },
  transitions: [
    {
      command: 'confirmCatalogueAnswer',
      from: ['GIVEN'],
      to: 'CONFIRMED',
      authority: 'DISTRICT_PARTY_COMMITTEE',
    },
    {
      command: 'sendBackCatalogueAnswer',
      from: ['GIVEN'],
      to: 'SENT_BACK',
      authority: 'DISTRICT_PARTY_COMMITTEE',
      reasonRequired: true,
    },
  ],
  notes: [
    {
      zh: '由区委社会工委说明，区委确认或退回，与街道的检查结果相同；说明不改变考核结论。',
      en: 'The Social Affairs Working Committee answers, and the District Party Committee confirms or sends back, as findings of streets are worked off. An answer leaves the judgement as it is.',
    },
  ],
});

export const CatalogueAnswerState = statesOf(catalogueAnswerMachine);
export type CatalogueAnswerState = StateOf<typeof catalogueAnswerMachine>;
