import { column, defineTable, type RowOf } from '@mtg/commands';
import { centerCode } from '../../organization/reference-columns';
import { Person } from '../../people/person';

/** A handover of what a person of a center had open to another. */
export const HandOver = defineTable('HandOver', {
  zh: '工作移交',
  en: 'Handover of what a person of a center had open to another person',
  list: 'Handovers between people of centers',
  label: { zh: '移交', en: 'handover' },
  read: { group: 'PEOPLE' },
  writes: 'APPEND_ONLY',
  columns: {
    fromPersonId: column.ref(() => Person, {
      name: 'from',
      zh: '移交人',
      en: 'Person who hands over',
      inverse: { name: 'handedOver', zh: '移交出的工作', en: 'Handovers by the person' },
    }),
    toPersonId: column.ref(() => Person, {
      name: 'to',
      zh: '接手人',
      en: 'Person who takes over',
      inverse: { name: 'tookOver', zh: '接手的工作', en: 'Handovers to the person' },
    }),
    centerCode: centerCode('中心代码', 'Code of the center'),
    handedOverOn: column.day('移交日期', 'Day of the handover'),
  },
});

export type HandOver = RowOf<typeof HandOver>;
