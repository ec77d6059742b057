import { defineReadable, field } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { CommitteeDecision } from './committee-decision';
import { DecisionSubject } from './decision-subject';

/** Decisions of the committee as they are read; a department reads those on its own delegations. */
export const committeeDecisions = defineReadable({
  entity: CommitteeDecision,
  name: 'CommitteeDecision',
  one: 'committeeDecision',
  many: 'committeeDecisions',
  description: zhEn('街道工委决策', 'Decisions of the Street Party Working Committee'),
  group: 'DECISIONS',
  scopes: {
    DEPARTMENT: (row, value) =>
      `${row}.id IN (SELECT decision_id FROM delegation WHERE department_code = ${value})`,
  },
  filters: { subject: field.choice(DecisionSubject, zhEn('所议对象', 'What they are about')) },
});
