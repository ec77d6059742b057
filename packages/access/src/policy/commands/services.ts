import { CENTER, COMMUNITY, STREET, type Cells } from '../cell';
import { command, type CommandPolicies } from '../command-policy';

const HEAD: Cells = { CENTER_HEAD: CENTER };
const HEAD_OR_STAFF: Cells = { CENTER_HEAD: CENTER, CENTER_STAFF: CENTER };
const LEADER: Cells = { STREET_LEADER: STREET };
const SECRETARY: Cells = { COMMUNITY_SECRETARY: COMMUNITY };

export const SERVICES_COMMANDS = {
  linkOrganization: command(HEAD),
  endOrganizationLink: command(HEAD),
  fosterOrganization: command(HEAD_OR_STAFF),
  recordFosteringStage: command(HEAD_OR_STAFF),
  endFostering: command(HEAD_OR_STAFF),
  recordJointActivity: command(HEAD_OR_STAFF),
  correctFosteredOrganization: command(HEAD_OR_STAFF),
  correctFosteringStage: command(HEAD_OR_STAFF),
  correctJointActivity: command(HEAD_OR_STAFF),
  proposeNeed: command(HEAD),
  forwardNeed: command(LEADER),
  declineNeed: command(LEADER),
  startServiceProject: command(HEAD),
  reachMilestone: command(HEAD_OR_STAFF),
  acceptServiceProject: command(HEAD),
  evaluateServiceProject: command(SECRETARY),
  terminateServiceProject: command(HEAD),
} satisfies CommandPolicies;

/** R28: centers and communities raise and solve, and so may those who read what residents said; the community has the last word. */
export const SUPPORT_COMMANDS = {
  raiseSupportIssue: command({ ...HEAD_OR_STAFF, ...SECRETARY, ...LEADER, DISPATCHER: STREET }),
  takeUpSupportIssue: command({ ...HEAD, COMMITTEE_CLERK: STREET, DISPATCHER: STREET }),
  recordContribution: command(HEAD_OR_STAFF),
  correctSupportContribution: command(HEAD_OR_STAFF),
  citeSupportOrder: command({ DISPATCHER: STREET }),
  solveSupportIssue: command(HEAD),
  confirmSolution: command(SECRETARY),
  objectToSolution: command(SECRETARY),
} satisfies CommandPolicies;
