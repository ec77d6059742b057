import { byRule, DEPARTMENT, STREET, type Cells } from '../cell';
import { command, type CommandPolicies } from '../command-policy';

const CLERK: Cells = { COMMITTEE_CLERK: STREET };
const DEPARTMENT_ITSELF: Cells = { DEPARTMENT_OFFICER: DEPARTMENT };

export const DELEGATION_COMMANDS = {
  submitDelegation: command(DEPARTMENT_ITSELF),
  recordStreetOpinion: command({ STREET_LEADER: STREET }),
  // R09: roles that might accept on their own are refused by the rule.
  approveDelegation: command({
    ...CLERK,
    STREET_LEADER: byRule('R09'),
    CENTER_HEAD: byRule('R09'),
  }),
  rejectDelegation: command(CLERK),
  deployDelegation: command(CLERK),
  guideDelegation: command(CLERK),
  sendBackDelegation: command({ STREET_LEADER: STREET }),
  withdrawDelegation: command(DEPARTMENT_ITSELF),
} satisfies CommandPolicies;
