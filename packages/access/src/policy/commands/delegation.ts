import { byRule, DEPARTMENT, STREET, type Cells } from '../cell';
import { command, type CommandPolicies } from '../command-policy';

const CLERK: Cells = { COMMITTEE_CLERK: STREET };
const DEPARTMENT_ITSELF: Cells = { DEPARTMENT_OFFICER: DEPARTMENT };

export const DELEGATION_COMMANDS = {
  submitDelegation: command('提交委托事项', 'submit a delegation', DEPARTMENT_ITSELF),
  recordStreetOpinion: command('登记街道意见', 'record the street’s opinion', { STREET_LEADER: STREET }),
  // R09: roles that might accept on their own are refused by the rule.
  approveDelegation: command('登记委托准入', 'record the admission of a delegation', {
    ...CLERK,
    STREET_LEADER: byRule('R09'),
    CENTER_HEAD: byRule('R09'),
  }),
  rejectDelegation: command('登记不予准入', 'record the rejection of a delegation', CLERK),
  deployDelegation: command('部署委托事项', 'deploy a delegation', CLERK),
  withdrawDelegation: command('撤回委托事项', 'withdraw a delegation', DEPARTMENT_ITSELF),
} satisfies CommandPolicies;
