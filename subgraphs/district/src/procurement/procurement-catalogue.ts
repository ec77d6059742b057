import { column, defineTable, type RowOf } from '@mtg/commands';
import { NeedsSurvey } from './needs-survey';

/** A catalogue stands until a correction replaces it, or the year begins that a later one is for: it may be issued before. */
const inForce = (row: string, now: () => string): string =>
  `(${row}.superseded_at IS NULL AND NOT EXISTS (SELECT FROM procurement_catalogue later
    WHERE later.year > ${row}.year AND later.year <= extract(year FROM ${now()} AT TIME ZONE 'Asia/Shanghai')
      AND later.superseded_at IS NULL AND later.deleted_at IS NULL
      AND later.sample = ${row}.sample))`;

/** 《门头沟区政府购买公共服务项目需求》 of a year (R30). It is never changed: a correction replaces it. */
export const ProcurementCatalogue = defineTable('ProcurementCatalogue', {
  zh: '政府购买公共服务项目需求目录',
  en: 'Catalogue of needs for procured public services, one a year (R30)',
  list: 'Catalogues of needs for procured public services',
  label: { zh: '购买服务目录', en: 'procurement catalogue' },
  key: 'id',
  read: { group: 'PROCUREMENT' },
  writes: 'WORK',
  columns: {
    year: column.whole('年份', 'Year'),
    number: column.mark('文号，唯一', 'Number of the document, unique'),
    title: column.line('标题', 'Title'),
    issuedOn: column.day('下发日期', 'Day of issue'),
    surveyId: column.ref(() => NeedsSurvey, {
      zh: '作为依据的需求调查',
      en: 'Survey that it is built on',
      inverse: 'catalogues',
    }),
    previousId: column.optional(
      column.self({
        zh: '所更正的目录',
        en: 'Catalogue that this one corrects. Null if it corrects none',
        inverse: {
          name: 'correction',
          single: true,
          zh: '更正后的目录',
          en: 'Catalogue that corrects this one. Null if none does',
        },
      }),
    ),
    reason: column.optional(column.text('更正的理由', 'Reason for the correction. Null if it corrects none')),
    supersededAt: column.optional(
      column.instant(
        '被更正的时间，空为未被更正',
        'Time at which a correction replaced it. Null if none did',
      ),
    ),
  },
  derived: {
    inForce: column.derived(
      column.yesOrNo(
        '是否现行：未被更正，且更晚年份的目录尚未到其年份',
        'True until a correction replaces it, or the year of a later catalogue begins',
      ),
      inForce,
    ),
  },
  shares: ['year', 'number', 'title', 'issuedOn', 'surveyId', 'previousId', 'supersededAt'],
});

export type ProcurementCatalogue = RowOf<typeof ProcurementCatalogue>;
