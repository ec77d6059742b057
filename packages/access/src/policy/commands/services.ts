import { CENTER, COMMUNITY, type Cells } from '../cell';
import { command, type CommandPolicies } from '../command-policy';

const HEAD: Cells = { CENTER_HEAD: CENTER };
const HEAD_OR_STAFF: Cells = { CENTER_HEAD: CENTER, CENTER_STAFF: CENTER };
const SECRETARY: Cells = { COMMUNITY_SECRETARY: COMMUNITY };

export const SERVICES_COMMANDS = {
  startServiceProject: command(HEAD),
  reachMilestone: command(HEAD_OR_STAFF),
  acceptServiceProject: command(HEAD),
  evaluateServiceProject: command(SECRETARY),
  terminateServiceProject: command(HEAD),
} satisfies CommandPolicies;
