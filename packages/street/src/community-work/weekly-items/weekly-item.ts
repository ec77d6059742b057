import { column, defineTable, type RowOf } from '@mtg/commands';
import { labelsOf, weeklyItemMachine, WeeklyItemState } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { Meeting } from '../../deliberation/meetings/meeting';
import { WorkOrder } from '../../dispatch/orders/work-order';
import { centerCode, communityCodes } from '../../organization/reference-columns';

registerVocabulary(
  WeeklyItemState,
  'WeeklyItemState',
  { zh: '周例会事项状态', en: 'State of an item of a weekly meeting (R22)' },
  labelsOf(weeklyItemMachine),
);

/** What a center puts to the weekly meeting for communities. Passed in the meeting or not, it stays that way (R22). */
export const WeeklyItem = defineTable('WeeklyItem', {
  zh: '周例会事项',
  en: 'A matter for communities, put to a weekly meeting',
  list: 'Matters for communities, put to weekly meetings',
  label: { zh: '周例会事项', en: 'item of a weekly meeting' },
  read: { group: 'COMMUNITY_WORK', scopes: { COMMUNITY: 'communityCodes' } },
  writes: 'WORK',
  columns: {
    meetingId: column.ref(() => Meeting, { inverse: 'weeklyItems', trace: column.ON }),
    number: column.whole('会上序号，从1起', 'Number within its meeting, from 1'),
    state: column.choice(WeeklyItemState, '状态', 'State'),
    centerCode: centerCode('提出的中心代码', 'Code of the center that proposes it'),
    title: column.line('标题', 'Title'),
    content: column.text('内容', 'What is to be done'),
    communityCodes: communityCodes(
      '涉及的社区代码',
      'Codes of the communities that it concerns, and may be assigned to',
    ),
    workOrderId: column.optional(column.ref(() => WorkOrder, { inverse: 'weeklyItems', trace: column.ON })),
    decidedAt: column.optional(column.instant('议决时间', 'When the meeting decided; null where it did not')),
    remark: column.optional(column.text('议决说明', 'What was remarked on the decision')),
  },
  trace: { title: 'title' },
});

export type WeeklyItem = RowOf<typeof WeeklyItem>;
