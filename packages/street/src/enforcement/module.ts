import { commandsOfCorrections, entriesOf } from '../foundation/corrections/of-module';
import { enforcementCorrections } from './corrections/enforcement-corrections';
import type { StreetModule } from '../foundation/street-module';
import { Enforcement1700000023000 } from '../migrations/1700000023000-enforcement';
import { MandateDocument1700000089610 } from '../migrations/1700000089610-mandate-document';
import { RevocationDate1700000097000 } from '../migrations/1700000097000-revocation-date';
import { followUpEnforcementAction, recordEnforcementAction } from './commands/enforcement-actions';
import { grantEnforcementMandate, revokeEnforcementMandate } from './commands/enforcement-mandates';
import { formEnforcementTeam, joinEnforcementTeam, leaveEnforcementTeam } from './commands/enforcement-teams';
import { EnforcementAction } from './enforcement-action';
import { EnforcementMandate } from './enforcement-mandate';
import { EnforcementObject } from './enforcement-object';
import { EnforcementParticipant } from './enforcement-participant';
import { StreetEnforcementStatisticsResolver } from './enforcement-statistics';
import { EnforcementTeam } from './enforcement-team';
import { EnforcementTeamMember } from './enforcement-team-member';

export const enforcementTables = {
  EnforcementMandate,
  EnforcementTeam,
  EnforcementTeamMember,
  EnforcementAction,
  EnforcementParticipant,
  EnforcementObject,
  ...entriesOf(enforcementCorrections),
};

/** Joint patrols and joint enforcement within delegated mandates (R33). */
export const enforcementModule: StreetModule = {
  migrations: [Enforcement1700000023000, MandateDocument1700000089610, RevocationDate1700000097000],
  commands: [
    grantEnforcementMandate,
    revokeEnforcementMandate,
    formEnforcementTeam,
    joinEnforcementTeam,
    leaveEnforcementTeam,
    recordEnforcementAction,
    followUpEnforcementAction,
    ...commandsOfCorrections(enforcementCorrections),
  ],
  resolvers: [StreetEnforcementStatisticsResolver],
};
