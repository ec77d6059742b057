import { CENTER, STREET, type Cells } from '../cell';
import { command, type CommandPolicies } from '../command-policy';

/** Posts follow decisions of 街道工委 and its organization section (组织部); their clerk keeps the register. */
const CLERK: Cells = { COMMITTEE_CLERK: STREET };
/** 行政办 in 综合管理中心 keeps the attendance. Heads do not record leaves: they answer for the visits that a leave excuses. */
const ATTENDANCE: Cells = { ...CLERK, DISPATCHER: STREET };

export const PEOPLE_COMMANDS = {
  registerPerson: command(CLERK),
  correctPerson: command(CLERK),
  appointToPost: command(CLERK),
  actInPost: command(CLERK),
  endPost: command(CLERK),
  cancelPost: command(CLERK),
  // 综合管理中心 names the responsible people of orders (R11); within its center a head hands over too.
  handOver: command({ DISPATCHER: STREET, CENTER_HEAD: CENTER }),
  recordLeave: command(ATTENDANCE),
  cancelLeave: command(ATTENDANCE),
} satisfies CommandPolicies;
