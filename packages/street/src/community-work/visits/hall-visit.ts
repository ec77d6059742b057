import { column, defineTable, type RowOf } from '@mtg/commands';
import { centerCode } from '../../organization/reference-columns';

/**
 * A day on which a person of a center was in the service hall (走进服务大厅; seed:126). It is kept apart from visits to communities,
 * which alone R24 counts.
 */
export const HallVisit = defineTable('HallVisit', {
  zh: '走进服务大厅',
  en: 'Visit of center staff to the service hall. It does not count as a day in a community (R24)',
  list: 'Visits of center staff to the service hall',
  read: { group: 'VISITS' },
  writes: 'WORK',
  columns: {
    day: column.day('日期', 'Day of the visit'),
    centerCode: centerCode('中心代码', 'Code of the center'),
    staffSubject: column.subject('人员(令牌中的人员标识)', 'Visitor, as subject of the recording token'),
  },
  shares: ['day', 'centerCode'],
});

export type HallVisit = RowOf<typeof HallVisit>;
