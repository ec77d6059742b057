import { byRule, CENTER, STREET, type Cells } from '../cell';
import { command, type CommandPolicies } from '../command-policy';

const DISPATCHER: Cells = { DISPATCHER: STREET };
const HEAD: Cells = { CENTER_HEAD: CENTER };
const HEAD_OR_STAFF: Cells = { CENTER_HEAD: CENTER, CENTER_STAFF: CENTER };

/** R09 for those who might hand out tasks on their own, R11 for everybody else who is not 综合管理中心. */
const DISPATCH: Cells = {
  ...DISPATCHER,
  STREET_LEADER: byRule('R09'),
  CENTER_HEAD: byRule('R09'),
  others: byRule('R11'),
};

export const DISPATCH_COMMANDS = {
  charterProject: command('订立项目书', 'charter a project', DISPATCHER),
  dispatchWorkOrder: command('派单', 'dispatch a work order', DISPATCH),
  dispatchSubOrder: command('派发协办单', 'dispatch a sub-order', DISPATCH),
  acceptWorkOrder: command('接单', 'accept a work order', HEAD),
  startWorkOrder: command('开始办理', 'start a work order', HEAD_OR_STAFF),
  attachEvidence: command('附办理佐证', 'attach evidence', HEAD_OR_STAFF),
  submitWorkOrder: command('提交办理结果', 'submit a work order', HEAD),
  verifyWorkOrder: command('核验派单', 'verify a work order', DISPATCHER),
  closeWorkOrder: command('办结派单', 'close a work order', DISPATCHER),
  extendWorkOrder: command('延期派单', 'extend a work order', DISPATCHER),
  cancelWorkOrder: command('取消派单', 'cancel a work order', DISPATCHER),
  returnWorkOrder: command('退回派单', 'return a work order', { ...DISPATCHER, ...HEAD }),
  resolveSupervision: command('办结督办', 'resolve a supervision', DISPATCHER),
  issueFeedbackReport: command('集中反馈', 'issue a feedback report', {
    ...DISPATCHER,
    others: byRule('R13'),
  }),
} satisfies CommandPolicies;
