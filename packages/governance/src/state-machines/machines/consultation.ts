import { defineMachine, statesOf, type StateOf } from '../state-machine';

/** The consultation of a center with a department (R18). */
export const consultationMachine = defineMachine({
  name: 'consultation',
  title: { zh: '月会商', en: 'monthly consultation' },
  states: {
    RECORDED: { label: { zh: '已登记', en: 'recorded' } },
    CONFIRMED: { label: { zh: '部门已确认', en: 'confirmed by the department' }, terminal: true },
  },
  creation: { commands: ['recordConsultation'], to: 'RECORDED', authority: 'CENTER' },
  transitions: [
    { command: 'confirmConsultation', from: ['RECORDED'], to: 'CONFIRMED', authority: 'LINKED_DEPARTMENT' },
  ],
  notes: [
    {
      zh: '部门可先提意见再确认；确认与否不影响当月是否会商（R18）。',
      en: 'A department may comment before it confirms. A consultation counts for its month with or without confirmation (R18).',
    },
  ],
});

export const ConsultationState = statesOf(consultationMachine);
export type ConsultationState = StateOf<typeof consultationMachine>;
