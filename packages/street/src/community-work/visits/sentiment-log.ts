import { column, defineTable, type RowOf } from '@mtg/commands';
import { CommunityVisit } from './community-visit';
import { centerCode, communityCode } from '../../organization/reference-columns';

/**
 * Words of residents on a visit (民情日志; R24). The street's leader and dispatcher read them too, so that they can act on
 * them; each such reading is recorded.
 */
export const SentimentLog = defineTable('SentimentLog', {
  zh: '民情日志',
  en: 'Sentiment log of a visit. Readable by few roles, some of whose readings are recorded in the audit',
  list: 'Sentiment logs of visits',
  read: {
    group: 'SENTIMENT',
    scopes: { AUTHOR: 'authorSubject', CENTER: 'centerCode', COMMUNITY: 'communityCode' },
  },
  writes: 'WORK',
  columns: {
    visitId: column.ref(() => CommunityVisit, { inverse: 'sentimentLogs', trace: column.NEAR }),
    centerCode: centerCode('中心代码', 'Code of the center'),
    communityCode: communityCode('社区代码', 'Code of the community'),
    authorSubject: column.subject('作者(令牌中的人员标识)', 'Author, as token subject'),
    topic: column.readOnRecord(column.optional(column.text('主题', 'Topic. Null if not given'))),
    theme: column.optional(
      column.line('主题词', 'Theme, by which the district counts logs. Null if not given'),
    ),
    text: column.readOnRecord(column.text('内容', 'Content')),
  },
  trace: { title: { sql: `'民情日志'` } },
});

export type SentimentLog = RowOf<typeof SentimentLog>;
