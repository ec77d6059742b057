import { varied, type CommandPolicies } from '../command-policy';
import { byAuthority } from '../variants';

export const DISTRICT_COMMANDS = {
  recordApproval: varied('登记批准', 'record an approval', byAuthority),
  revokeApproval: varied('撤销批准', 'revoke an approval', byAuthority),
} satisfies CommandPolicies;
