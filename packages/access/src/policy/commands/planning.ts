import { CENTER, DEPARTMENT, STREET, type Cells } from '../cell';
import { command, type CommandPolicies } from '../command-policy';

/** The dispatcher speaks for 综合管理中心, which is a center like the others here. */
const HEAD: Cells = { CENTER_HEAD: CENTER, DISPATCHER: CENTER };
const HEAD_OR_STAFF: Cells = { ...HEAD, CENTER_STAFF: CENTER };
const DISPATCHER: Cells = { DISPATCHER: STREET };

export const PLANNING_COMMANDS = {
  draftPlan: command(HEAD_OR_STAFF),
  revisePlan: command(HEAD_OR_STAFF),
  submitPlan: command(HEAD),
  returnPlan: command(DISPATCHER),
  adoptPlan: command(DISPATCHER),
  amendPlan: command(HEAD),
  linkNextMonth: command(HEAD_OR_STAFF),

  linkDepartment: command(HEAD),
  endDepartmentLink: command(HEAD),
  recordConsultation: command(HEAD_OR_STAFF),
  correctConsultation: command(HEAD_OR_STAFF),
  correctConsultationConclusion: command(HEAD_OR_STAFF),
  commentOnConsultation: command({ ...HEAD, DEPARTMENT_OFFICER: DEPARTMENT }),
  confirmConsultation: command({ DEPARTMENT_OFFICER: DEPARTMENT }),
  followUpConclusion: command(HEAD),
  agreeJointAction: command(DISPATCHER),
  correctJointActionCall: command(DISPATCHER),
  endJointAction: command(DISPATCHER),
} satisfies CommandPolicies;
