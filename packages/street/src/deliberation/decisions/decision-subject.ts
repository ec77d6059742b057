import { zhEn } from '@mtg/subgraph-kit';
import { registerEnumType } from 'type-graphql';

/** Subject of a decision of the committee, as far as the rules need it. */
export const DecisionSubject = {
  MAJOR_MATTER: 'MAJOR_MATTER',
  DELEGATION: 'DELEGATION',
  KEY_POINT: 'KEY_POINT',
  APPOINTMENT: 'APPOINTMENT',
} as const;
export type DecisionSubject = keyof typeof DecisionSubject;

registerEnumType(DecisionSubject, {
  name: 'DecisionSubject',
  description: zhEn('决策对象', 'Kind of matter that the committee decides on'),
  valuesConfig: {
    MAJOR_MATTER: { description: zhEn('重大事项', 'Major matter (R01)') },
    DELEGATION: { description: zhEn('委托事项', 'Delegation by a department (R08, R10)') },
    KEY_POINT: { description: zhEn('全年工作要点', 'Key point of the year (R11)') },
    APPOINTMENT: { description: zhEn('社区大党委任命', 'Appointment to a community’s body (R32)') },
  },
});
