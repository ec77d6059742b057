import { varied, type CommandPolicies } from '../command-policy';
import { byAuthority } from '../variants';

export const DISTRICT_COMMANDS = {
  recordApproval: varied(byAuthority),
  revokeApproval: varied(byAuthority),
} satisfies CommandPolicies;
