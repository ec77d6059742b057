import { column, defineTable, type RowOf } from '@mtg/commands';
import { Meeting } from '../../deliberation/meetings/meeting';

/**
 * Tasks for the communities from one weekly meeting, all together (集中布置; R23). `meetingKind` and `meetingState` repeat
 * what the meeting was, so that the database itself can hold a batch to a closed weekly meeting.
 */
export const AssignmentBatch = defineTable('AssignmentBatch', {
  zh: '集中布置批次',
  en: 'Batch of community assignments from one weekly meeting',
  list: 'Batches of community assignments',
  many: 'assignmentBatches',
  read: {
    group: 'COMMUNITY_WORK',
    scopes: {
      COMMUNITY: (row, value) =>
        `${row}.id IN (SELECT batch_id FROM community_assignment WHERE community_code = ${value})`,
    },
  },
  writes: 'APPEND_ONLY',
  columns: {
    number: column.number(
      '编号，如 大峪布置〔2026〕第3号',
      'Number, unique in the street, assigned by the platform',
    ),
    year: column.whole('编号年份', 'Year of the number'),
    sequence: column.sequence(),
    meetingId: column.ref(() => Meeting, { inverse: 'assignmentBatches', trace: column.ON }),
    meetingKind: column.fixed('WEEKLY'),
    meetingState: column.fixed('CLOSED'),
    issuedAt: column.instant('下发时间', 'Time of issue'),
    issuer: column.subject('下发人(令牌中的人员标识)', 'Issuer, as token subject'),
  },
  shares: ['number', 'year', 'meetingId', 'issuedAt'],
  trace: { title: 'number' },
});

export type AssignmentBatch = RowOf<typeof AssignmentBatch>;
