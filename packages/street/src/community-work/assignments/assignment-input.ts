import { field, inputType, type InputOf } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { communityCode } from '../../foundation/common-inputs';

const SHAPE = {
  weeklyItemId: field.optional(
    field.uuid(zhEn('周例会通过的事项标识(R22)', 'Id of an item passed by the weekly meeting (R22)')),
  ),
  communityCode,
  goal: field.ruled(zhEn('目标要求(R25)', 'Goals and requirements (R25)')),
  content: field.ruled(zhEn('具体内容(R25)', 'Content of the task (R25)')),
  form: field.ruled(zhEn('推荐(推进)形式(R25)', 'Form of implementation (R25)')),
  training: field.ruled(zhEn('专门培训(R25)', 'Dedicated training (R25)')),
  instructor: field.ruled(
    zhEn('指导员联系(姓名和联系方式)(R25)', 'Contact instructor: name and contact details (R25)'),
  ),
  deadline: field.optional(
    field.day(zhEn('完成时限，今天或以后', 'Deadline (inclusive), today or later. Asia/Shanghai')),
  ),
};

/** A task for one community, as a batch takes it. Whatever a rule asks for may be missing, so that the rule answers. */
export const assignmentInput = inputType(
  'CommunityAssignmentInput',
  zhEn('向一个社区安排的任务', 'Task for one community'),
  SHAPE,
);

export type AssignmentInput = InputOf<typeof SHAPE>;
