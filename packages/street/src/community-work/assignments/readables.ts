import { defineReadable, field } from '@mtg/commands';
import { AssignmentState } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { dayRange } from '../../day-filters';
import { communityCode } from '../inputs';
import { OF_COMMUNITY } from '../scopes';
import { AssignmentBatch } from './assignment-batch';
import { CommunityAssignment } from './community-assignment';
import { ProgressReport } from './progress-report';

/** Batches as they are read; a secretary reads those with a task for the own community. */
export const assignmentBatches = defineReadable({
  entity: AssignmentBatch,
  name: 'AssignmentBatch',
  one: 'assignmentBatch',
  many: 'assignmentBatches',
  description: zhEn('集中布置批次', 'What weekly meetings send to communities'),
  group: 'COMMUNITY_WORK',
  scopes: {
    COMMUNITY: (row, value) =>
      `${row}.id IN (SELECT batch_id FROM community_assignment WHERE community_code = ${value})`,
  },
  filters: {
    meetingId: field.uuid(zhEn('周例会标识', 'Id of the weekly meeting')),
    number: field.asCompared(field.line(zhEn('编号', 'Number'))),
    year: field.whole(zhEn('编号年份', 'Year of the number'), 2000, 9998),
  },
});

const byDeadline = dayRange('deadline', '完成时限', 'Deadline');

export const communityAssignments = defineReadable({
  entity: CommunityAssignment,
  name: 'CommunityAssignment',
  one: 'communityAssignment',
  many: 'communityAssignments',
  description: zhEn('向社区安排的任务', 'Tasks assigned to communities'),
  group: 'COMMUNITY_WORK',
  scopes: { COMMUNITY: OF_COMMUNITY },
  filters: {
    communityCode,
    state: field.choice(AssignmentState, zhEn('状态', 'State')),
    deadline: field.day(zhEn('完成时限', 'Deadline')),
    ...byDeadline.filters,
  },
  conditions: byDeadline.conditions,
});

export const progressReports = defineReadable({
  entity: ProgressReport,
  name: 'ProgressReport',
  one: 'progressReport',
  many: 'progressReports',
  description: zhEn('社区进展报告', 'Communities’ reports on their tasks'),
  group: 'COMMUNITY_WORK',
  scopes: { COMMUNITY: OF_COMMUNITY },
  filters: {
    communityCode,
    completed: field.yesOrNo(zhEn('是否已完成', 'Whether the task is completed')),
  },
});
