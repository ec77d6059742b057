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

/** An item that a center puts to the weekly meeting for communities. Its result is final (R22). */
export const WeeklyItem = defineTable('WeeklyItem', {
  zh: '周例会事项',
  en: 'Item for communities, proposed to a weekly meeting',
  list: 'Items for communities, proposed to weekly meetings',
  label: { zh: '周例会事项', en: 'item of a weekly meeting' },
  read: { group: 'COMMUNITY_WORK', scopes: { COMMUNITY: 'communityCodes' } },
  writes: 'WORK',
  columns: {
    meetingId: column.ref(() => Meeting, { inverse: 'weeklyItems', trace: column.ON }),
    number: column.whole('会上序号，从1起', 'Number within the meeting, from 1'),
    state: column.choice(WeeklyItemState, '状态', 'State'),
    centerCode: centerCode('提出的中心代码', 'Code of the proposing center'),
    title: column.line('标题', 'Title'),
    content: column.text('内容', 'Content of the work'),
    communityCodes: communityCodes(
      '涉及的社区代码',
      'Codes of the communities concerned. The item can be assigned only to these',
    ),
    workOrderId: column.optional(column.ref(() => WorkOrder, { inverse: 'weeklyItems', trace: column.ON })),
    decidedAt: column.optional(column.instant('议决时间', 'Time of the decision. Null if undecided')),
    remark: column.optional(column.text('议决说明', 'Remarks on the decision')),
  },
  shares: ['meetingId', 'number', 'state', 'centerCode', 'communityCodes', 'workOrderId', 'decidedAt'],
  trace: { title: 'title' },
});

export type WeeklyItem = RowOf<typeof WeeklyItem>;
