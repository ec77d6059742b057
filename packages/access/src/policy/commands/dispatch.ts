import { byRule, CENTER, DEPARTMENT, STREET, type Cells } from '../cell';
import { command, type CommandPolicies } from '../command-policy';

const DISPATCHER: Cells = { DISPATCHER: STREET };
const HEAD: Cells = { CENTER_HEAD: CENTER };
const DEPARTMENT_ITSELF: Cells = { DEPARTMENT_OFFICER: DEPARTMENT };
const HEAD_OR_STAFF: Cells = { CENTER_HEAD: CENTER, CENTER_STAFF: CENTER };

/** R09 for those who might hand out tasks on their own, R11 for everybody else who is not 综合管理中心. */
const DISPATCH: Cells = {
  ...DISPATCHER,
  STREET_LEADER: byRule('R09'),
  CENTER_HEAD: byRule('R09'),
  others: byRule('R11'),
};

export const DISPATCH_COMMANDS = {
  charterProject: command(DISPATCHER),
  correctProject: command(DISPATCHER),
  dispatchWorkOrder: command(DISPATCH),
  dispatchSubOrder: command(DISPATCH),
  correctWorkOrder: command(DISPATCHER),
  acceptWorkOrder: command(HEAD),
  startWorkOrder: command(HEAD_OR_STAFF),
  attachEvidence: command(HEAD_OR_STAFF),
  submitWorkOrder: command(HEAD),
  verifyWorkOrder: command(DISPATCHER),
  closeWorkOrder: command(DISPATCHER),
  cancelWorkOrder: command(DISPATCHER),
  returnWorkOrder: command(DISPATCHER),
  requestReturn: command(HEAD),
  reassignWorkOrder: command(DISPATCH),
  refuseReturn: command(DISPATCHER),
  requestExtension: command(HEAD),
  grantExtension: command(DISPATCHER),
  refuseExtension: command(DISPATCHER),
  resolveSupervision: command(DISPATCHER),
  issueFeedbackReport: command({
    ...DISPATCHER,
    others: byRule('R13'),
  }),
  concludeDelegation: command(DISPATCHER),
  confirmConclusion: command(DEPARTMENT_ITSELF),
  objectToConclusion: command(DEPARTMENT_ITSELF),
} satisfies CommandPolicies;
