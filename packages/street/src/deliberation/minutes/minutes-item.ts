import { column, defineTable, type RowOf } from '@mtg/commands';
import { Minutes } from './minutes';
import { centerCode, communityCode } from '../../organization/reference-columns';

/** One numbered item of minutes: what orders and assignments cite. */
export const MinutesItem = defineTable('MinutesItem', {
  zh: '纪要条目',
  en: 'Numbered item of minutes',
  list: 'Numbered items of minutes',
  label: { zh: '纪要条目', en: 'item of minutes' },
  read: { group: 'DELIBERATION' },
  writes: 'WORK',
  columns: {
    minutesId: column.ref(() => Minutes, { inverse: 'items', trace: column.ON }),
    number: column.whole('序号，从1起', 'Number within the minutes, from 1'),
    text: column.text('内容', 'Text of the item'),
    /** Determines the major matter that an item follows from, if any (R01). */
    agendaNumber: column.optional(
      column.whole('所属议题在议程中的序号', 'Agenda number of the topic. Null if not given'),
    ),
    relation: column.optional(
      column.text(
        '与会议事由的关系，专题会议的条目才有',
        'How the item follows from the trigger of a special meeting. Null for other meetings',
      ),
    ),
    centerCode: column.optional(
      centerCode('部署给的中心代码', 'Code of the center assigned the work. Null if none'),
    ),
    communityCode: column.optional(
      communityCode('涉及的社区代码', 'Code of the community concerned. Null if none'),
    ),
  },
  shares: ['minutesId', 'number', 'agendaNumber', 'centerCode', 'communityCode'],
  trace: { title: 'text' },
});

export type MinutesItem = RowOf<typeof MinutesItem>;
