import { defineMachine, statesOf, type StateOf } from '../state-machine';

/** The plan of a center for a year or a month (R17). */
export const planMachine = defineMachine({
  name: 'plan',
  title: { zh: '中心计划', en: 'plan of a center' },
  states: {
    DRAFT: { label: { zh: '起草中', en: 'draft' } },
    SUBMITTED: { label: { zh: '已报送', en: 'submitted' } },
    ADOPTED: { label: { zh: '已确定', en: 'adopted' }, terminal: true },
  },
  creation: {
    commands: ['draftPlan', 'amendPlan'],
    to: 'DRAFT',
    authority: 'CENTER',
  },
  transitions: [
    { command: 'revisePlan', from: ['DRAFT'], to: 'DRAFT', authority: 'CENTER' },
    { command: 'submitPlan', from: ['DRAFT'], to: 'SUBMITTED', authority: 'CENTER' },
    {
      command: 'returnPlan',
      from: ['SUBMITTED'],
      to: 'DRAFT',
      authority: 'GENERAL_AFFAIRS_CENTER',
      reasonRequired: true,
    },
    { command: 'adoptPlan', from: ['SUBMITTED'], to: 'ADOPTED', authority: 'GENERAL_AFFAIRS_CENTER' },
  ],
  notes: [
    {
      zh: '已确定的计划不再改动；调整另成一份，经同样的步骤确定，原计划在此之前有效，此后作为历史保留。',
      en: 'An adopted plan is not changed. An amendment is a plan of its own that goes through the same steps. The earlier plan holds until then and stays as history.',
    },
  ],
});

export const PlanState = statesOf(planMachine);
export type PlanState = StateOf<typeof planMachine>;
