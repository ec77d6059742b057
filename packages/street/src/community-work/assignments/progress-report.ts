import { column, defineTable, type RowOf } from '@mtg/commands';
import { CommunityAssignment } from './community-assignment';
import { communityCode } from '../../organization/reference-columns';

/** Progress of a community on a task, in its own words. */
export const ProgressReport = defineTable('ProgressReport', {
  zh: '社区进展报告',
  en: 'Community’s progress report on a task',
  list: 'Progress reports of communities',
  read: { group: 'COMMUNITY_WORK', scopes: { COMMUNITY: 'communityCode' } },
  writes: 'WORK',
  columns: {
    assignmentId: column.ref(() => CommunityAssignment, { inverse: 'progressReports', trace: column.ON }),
    communityCode: communityCode('社区代码', 'Code of the community'),
    text: column.text('进展', 'Progress'),
    completed: column.yesOrNo('是否已完成', 'Whether the task is completed'),
    reporter: column.subject('报告人(令牌中的人员标识)', 'Reporter, as token subject'),
  },
  shares: ['assignmentId', 'communityCode', 'completed'],
  trace: { title: 'text' },
});

export type ProgressReport = RowOf<typeof ProgressReport>;
