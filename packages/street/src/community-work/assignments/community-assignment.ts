import { column, defineTable, type RowOf } from '@mtg/commands';
import { assignmentMachine, AssignmentState, labelsOf } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { AssignmentBatch } from './assignment-batch';
import { WeeklyItem } from '../weekly-items/weekly-item';
import { communityCode } from '../../organization/reference-columns';

registerVocabulary(
  AssignmentState,
  'AssignmentState',
  { zh: '社区任务状态', en: 'State of a community assignment' },
  labelsOf(assignmentMachine),
);

/**
 * A task for one community, with the five requisites (R25). `meetingId` and `itemState` repeat what its batch and its
 * item say, so that the database itself refuses a task whose item the batch's meeting has not passed (R22).
 */
export const CommunityAssignment = defineTable('CommunityAssignment', {
  zh: '向社区安排的任务',
  en: 'Task assigned to a community',
  list: 'Tasks assigned to communities',
  label: { zh: '社区任务', en: 'community assignment' },
  input: 'assignmentId',
  read: { group: 'COMMUNITY_WORK', scopes: { COMMUNITY: 'communityCode' } },
  writes: 'WORK',
  columns: {
    state: column.choice(AssignmentState, '状态', 'State'),
    batchId: column.ref(() => AssignmentBatch, { inverse: 'assignments', trace: column.ON }),
    meetingId: column.hidden(column.uuid('周例会标识', 'Id of the weekly meeting')),
    weeklyItemId: column.ref(() => WeeklyItem, { inverse: 'assignments', trace: column.ON }),
    itemState: column.fixed('PASSED'),
    communityCode: communityCode('社区代码', 'Code of the community'),
    goal: column.text('目标要求', 'Goals and requirements'),
    content: column.text('具体内容', 'Content of the task'),
    form: column.text(
      '推荐形式(原文如此，疑为“推进形式”)',
      'Form of implementation. The study prints “recommended form”, probably a misprint',
    ),
    training: column.text('专门培训', 'Dedicated training'),
    instructor: column.personal(
      column.text('指导员联系(姓名和联系方式)', 'Contact instructor: name and contact details'),
    ),
    deadline: column.optional(
      column.day('完成时限', 'Deadline (inclusive), Asia/Shanghai. Null if none is set'),
    ),
    withdrawnAt: column.optional(
      column.instant('收回时间，空为有效', 'Time of withdrawal by command. Null while the task is valid'),
    ),
    withdrawalReason: column.optional(column.text('收回理由', 'Reason for the withdrawal')),
  },
  shares: ['state', 'batchId', 'meetingId', 'weeklyItemId', 'communityCode', 'deadline', 'withdrawnAt'],
  trace: { title: 'goal' },
});

export type CommunityAssignment = RowOf<typeof CommunityAssignment>;
