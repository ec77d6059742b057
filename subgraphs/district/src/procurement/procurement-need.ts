import { column, defineTable, type RowOf } from '@mtg/commands';
import { ProcurementCatalogue } from './procurement-catalogue';
import { SurveyedNeed } from './surveyed-need';

/** A need of a catalogue, which service projects of the streets cite (R30). */
export const ProcurementNeed = defineTable('ProcurementNeed', {
  zh: '购买服务需求',
  en: 'Need of a procurement catalogue, which service projects cite (R30)',
  list: 'Needs of the procurement catalogues',
  key: 'id',
  read: { group: 'PROCUREMENT', via: 'catalogueId' },
  writes: 'APPEND_ONLY',
  columns: {
    catalogueId: column.ref(() => ProcurementCatalogue, { inverse: 'needs' }),
    number: column.whole('序号', 'Place in the catalogue, from 1'),
    title: column.line('名称', 'Title'),
    content: column.text('服务内容', 'Content of the services'),
    surveyedNeedId: column.optional(
      column.ref(() => SurveyedNeed, {
        zh: '所依据的调查所得需求',
        en: 'Need of the survey that it rests on. Null if it rests on the survey as a whole',
        inverse: 'procurementNeeds',
      }),
    ),
  },
  shares: ['catalogueId', 'number', 'title', 'surveyedNeedId'],
});

export type ProcurementNeed = RowOf<typeof ProcurementNeed>;
