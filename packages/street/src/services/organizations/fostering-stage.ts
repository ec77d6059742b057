import { column, defineTable, type RowOf } from '@mtg/commands';
import { FosteredOrganization } from './fostered-organization';
import { recordedLate } from '../../foundation/recorded-late';

/** A stage in the fostering of an organization, in the words of the center: the study names none. */
export const FosteringStage = defineTable('FosteringStage', {
  zh: '培育阶段',
  en: 'Stage in the fostering of a grassroots organization',
  list: 'Stages in the fostering of grassroots organizations',
  read: { group: 'SERVICES', via: 'fosteredOrganizationId' },
  writes: 'WORK',
  columns: {
    fosteredOrganizationId: column.ref(() => FosteredOrganization, { inverse: 'stages', trace: column.NEAR }),
    stage: column.line('阶段', 'Stage'),
    reachedOn: column.day('进入日期', 'Day on which it was reached'),
    remark: column.optional(column.text('说明', 'Remark. Null if none')),
  },
  derived: {
    recordedLate: recordedLate(
      'reachedOn',
      'createdAt',
      '是否补录(登记晚于进入之日)',
      'Whether it was recorded after the day on which it was reached',
    ),
  },
  shares: ['fosteredOrganizationId', 'reachedOn'],
  trace: { title: 'stage' },
});

export type FosteringStage = RowOf<typeof FosteringStage>;
