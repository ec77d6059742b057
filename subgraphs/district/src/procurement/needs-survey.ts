import { column, defineTable, type RowOf } from '@mtg/commands';

/** A survey of the service needs of communities and residents (R30), on which a catalogue is built. */
export const NeedsSurvey = defineTable('NeedsSurvey', {
  zh: '社区和居民服务需求调查',
  en: 'Survey of the service needs of communities and residents (R30)',
  list: 'Surveys of the service needs of communities and residents',
  label: { zh: '需求调查', en: 'survey of needs' },
  read: { group: 'PROCUREMENT' },
  writes: 'APPEND_ONLY',
  columns: {
    year: column.whole('年份', 'Year'),
    title: column.line('名称', 'Title'),
    method: column.text('调查方法', 'Method of the survey'),
    respondents: column.whole('调查人数', 'Number of respondents'),
    startedOn: column.day('开始日期', 'First day of the survey'),
    concludedOn: column.day('结束日期', 'Last day of the survey'),
  },
  shares: ['year', 'title', 'respondents', 'startedOn', 'concludedOn'],
});

export type NeedsSurvey = RowOf<typeof NeedsSurvey>;
