import { CenterType } from '@mtg/governance';
import { CENTER, DEPARTMENT, only, STREET, type Cells } from '../cell';
import { command, type CommandPolicies } from '../command-policy';

/** The department that delegates its powers. */
const DEPARTMENT_ITSELF: Cells = { DEPARTMENT_OFFICER: DEPARTMENT };
const LEADER: Cells = { STREET_LEADER: STREET };
/** The team belongs to 综治维稳中心 (seed:80). */
const HEAD: Cells = { CENTER_HEAD: only(CENTER, CenterType.PUBLIC_SECURITY) };
const HEAD_OR_STAFF: Cells = { ...HEAD, CENTER_STAFF: only(CENTER, CenterType.PUBLIC_SECURITY) };

export const ENFORCEMENT_COMMANDS = {
  grantEnforcementMandate: command(DEPARTMENT_ITSELF),
  revokeEnforcementMandate: command(DEPARTMENT_ITSELF),
  formEnforcementTeam: command(LEADER),
  joinEnforcementTeam: command({ ...LEADER, ...HEAD }),
  leaveEnforcementTeam: command({ ...LEADER, ...HEAD }),
  correctEnforcementTeam: command(LEADER),
  recordEnforcementAction: command(HEAD_OR_STAFF),
  correctEnforcementAction: command(HEAD_OR_STAFF),
  correctEnforcementObject: command(HEAD_OR_STAFF),
  followUpEnforcementAction: command({ ...HEAD, DISPATCHER: STREET }),
} satisfies CommandPolicies;
