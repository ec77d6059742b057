import { childrenField, parentField } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { committeeDecisions } from '../deliberation/committee-decisions';
import { Delegation1700000004000 } from '../migrations/1700000004000-delegation';
import type { StreetModule } from '../street-module';
import { approveDelegation, rejectDelegation } from './commands/decide-delegation';
import { deployDelegation } from './commands/deploy-delegation';
import { recordStreetOpinion } from './commands/record-street-opinion';
import { submitDelegation } from './commands/submit-delegation';
import { withdrawDelegation } from './commands/withdraw-delegation';
import { Delegation } from './delegation';
import { DelegationGuidance } from './delegation-guidance';
import { DelegationResolver } from './delegation.resolver';
import { delegationGuidance, delegations } from './delegations';

/** Delegations of departments, from the written request to the deployment. */
export const delegationModule: StreetModule = {
  entities: [Delegation, DelegationGuidance],
  migrations: [Delegation1700000004000],
  commands: [
    submitDelegation,
    recordStreetOpinion,
    approveDelegation,
    rejectDelegation,
    deployDelegation,
    withdrawDelegation,
  ],
  readables: [delegations],
  resolvers: [
    DelegationResolver,
    childrenField(Delegation, { name: 'guidance', of: delegationGuidance, by: 'delegationId' }),
    parentField(Delegation, {
      name: 'decision',
      of: committeeDecisions,
      by: 'decisionId',
      description: zhEn('街道工委决策', 'The committee’s decision on it; null until it has decided'),
    }),
  ],
};
