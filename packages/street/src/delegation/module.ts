import { Delegation1700000004000 } from '../migrations/1700000004000-delegation';
import type { StreetModule } from '../street-module';
import { approveDelegation, rejectDelegation } from './commands/decide-delegation';
import { deployDelegation } from './commands/deploy-delegation';
import { recordStreetOpinion } from './commands/record-street-opinion';
import { submitDelegation } from './commands/submit-delegation';
import { withdrawDelegation } from './commands/withdraw-delegation';
import { Delegation } from './delegation';
import { DelegationGuidance } from './delegation-guidance';

export const delegationTables = { Delegation, DelegationGuidance };

/** Delegations of departments, from the written request to the deployment. */
export const delegationModule: StreetModule = {
  tables: delegationTables,
  migrations: [Delegation1700000004000],
  commands: [
    submitDelegation,
    recordStreetOpinion,
    approveDelegation,
    rejectDelegation,
    deployDelegation,
    withdrawDelegation,
  ],
};
