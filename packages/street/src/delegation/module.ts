import { Delegation1700000004000 } from '../migrations/1700000004000-delegation';
import type { StreetModule } from '../foundation/street-module';
import { approveDelegation, rejectDelegation } from './requests/commands/decide-delegation';
import { deployDelegation } from './requests/commands/deploy-delegation';
import { guideDelegation } from './requests/commands/guide-delegation';
import { recordStreetOpinion } from './requests/commands/record-street-opinion';
import { sendBackDelegation } from './requests/commands/send-back-delegation';
import { submitDelegation } from './requests/commands/submit-delegation';
import { withdrawDelegation } from './requests/commands/withdraw-delegation';
import { Delegation } from './requests/delegation';
import { DelegationGuidance } from './requests/delegation-guidance';
import { DelegationConclusion } from './requests/delegation-conclusion';
import { DaysOfRequests1700000095010 } from '../migrations/1700000095010-days-of-requests';
import { SentBack1700000082040 } from '../migrations/1700000082040-sent-back';
import { DelegationConclusion1700000082010 } from '../migrations/1700000082010-delegation-conclusion';

export const delegationTables = { Delegation, DelegationGuidance, DelegationConclusion };

/** Delegations of departments, from the written request to the deployment. */
export const delegationModule: StreetModule = {
  migrations: [
    Delegation1700000004000,
    DelegationConclusion1700000082010,
    SentBack1700000082040,
    DaysOfRequests1700000095010,
  ],
  commands: [
    submitDelegation,
    recordStreetOpinion,
    approveDelegation,
    rejectDelegation,
    deployDelegation,
    guideDelegation,
    sendBackDelegation,
    withdrawDelegation,
  ],
};
