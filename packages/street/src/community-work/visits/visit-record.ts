import { column, defineTable, type RowOf } from '@mtg/commands';
import { centerCode, communityCode } from '../../organization/reference-columns';

/**
 * The record of a visit (走访记录; R24). It is for its author, the head of the author's center, the secretary of the
 * community and the auditor; the columns that say so are the visit's own, which the database holds to.
 */
export const VisitRecord = defineTable('VisitRecord', {
  zh: '走访记录',
  en: 'Record of a visit. Readable by few roles',
  list: 'Records of visits',
  read: {
    group: 'VISIT_RECORDS',
    scopes: { AUTHOR: 'authorSubject', CENTER: 'centerCode', COMMUNITY: 'communityCode' },
  },
  writes: 'WORK',
  columns: {
    centerCode: centerCode('中心代码', 'Code of the center'),
    communityCode: communityCode('社区代码', 'Code of the community'),
    authorSubject: column.subject('作者(令牌中的人员标识)', 'Author, as token subject'),
    text: column.text('记录', 'Text of the record'),
  },
  trace: { title: { sql: `'走访记录'` } },
});

export type VisitRecord = RowOf<typeof VisitRecord>;
