import { column, defineTable, type RowOf } from '@mtg/commands';
import { centerCode, communityCode } from '../../organization/reference-columns';

/** A good example or distinctive highlight found in a community (R26). */
export const Highlight = defineTable('Highlight', {
  zh: '典型和特色亮点',
  en: 'Good example or highlight of a community',
  list: 'Good examples and highlights of communities',
  read: { group: 'COMMUNITY_WORK', scopes: { COMMUNITY: 'communityCode' } },
  writes: 'WORK',
  columns: {
    title: column.line('标题', 'Title'),
    content: column.text('内容', 'Content'),
    communityCode: communityCode('社区代码', 'Code of the community'),
    centerCode: column.optional(
      centerCode(
        '发现它的中心；社区自报为空',
        'Code of the center that found it. Null if reported by the community itself',
      ),
    ),
  },
  shares: ['communityCode', 'centerCode'],
  trace: { title: 'title' },
});

export type Highlight = RowOf<typeof Highlight>;
