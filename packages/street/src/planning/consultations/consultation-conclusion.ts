import { column, defineTable, type RowOf } from '@mtg/commands';
import { WeeklyItem } from '../../community-work/weekly-items/weekly-item';
import { MinutesItem } from '../../deliberation/minutes/minutes-item';
import { Consultation } from './consultation';

/** A conclusion of a consultation, which can become an item of a weekly meeting or of minutes (R18). */
export const ConsultationConclusion = defineTable('ConsultationConclusion', {
  zh: '会商结论',
  en: 'Conclusion of a consultation',
  list: 'Conclusions of consultations',
  label: { zh: '会商结论', en: 'conclusion of a consultation' },
  input: 'conclusionId',
  read: { group: 'CONSULTATION', via: 'consultationId' },
  writes: 'WORK',
  columns: {
    consultationId: column.ref(() => Consultation, { inverse: 'conclusions', trace: column.ON }),
    number: column.whole('序号，从1起', 'Number within the consultation, from 1'),
    content: column.text('内容', 'Content'),
    weeklyItemId: column.optional(
      column.ref(() => WeeklyItem, {
        zh: '转成的周例会事项',
        en: 'Item of a weekly meeting that it became. Null if none',
        inverse: {
          name: 'conclusions',
          zh: '所落实的会商结论',
          en: 'Conclusions of consultations carried out',
        },
        trace: column.OUTCOME,
      }),
    ),
    minutesItemId: column.optional(
      column.ref(() => MinutesItem, {
        zh: '转成的纪要条目',
        en: 'Item of minutes that it became. Null if none',
        inverse: {
          name: 'conclusions',
          zh: '所落实的会商结论',
          en: 'Conclusions of consultations carried out',
        },
        trace: column.OUTCOME,
      }),
    ),
    followedUpAt: column.optional(
      column.instant('登记转办的时间', 'Time at which the follow-up was recorded. Null until then'),
    ),
  },
  shares: ['consultationId', 'number', 'weeklyItemId', 'minutesItemId', 'followedUpAt'],
  trace: { title: 'content' },
});

export type ConsultationConclusion = RowOf<typeof ConsultationConclusion>;
