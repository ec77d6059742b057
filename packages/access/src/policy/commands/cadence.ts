import { CENTER, STREET, type Cells } from '../cell';
import { command, varied, type CommandPolicies } from '../command-policy';
import { byFinding } from '../variants';

const LEADER_OR_DISPATCHER: Cells = { STREET_LEADER: STREET, DISPATCHER: STREET };

export const CADENCE_COMMANDS = {
  // Those whom it concerns. The dispatcher speaks for 综合管理中心, which is a center like the others here.
  answerFinding: varied(
    byFinding({
      CENTER_FINDING: { CENTER_HEAD: CENTER, DISPATCHER: CENTER },
      STREET_FINDING: LEADER_OR_DISPATCHER,
    }),
  ),
  confirmFinding: command(LEADER_OR_DISPATCHER),
  sendBackFinding: command(LEADER_OR_DISPATCHER),
} satisfies CommandPolicies;
