import { column, defineTable, type RowOf } from '@mtg/commands';
import { NeedsSurvey } from './needs-survey';

/** A need that a survey found, with the number of respondents who named it (R30). */
export const SurveyedNeed = defineTable('SurveyedNeed', {
  zh: '调查所得需求',
  en: 'Need found by a survey, with the number of respondents who named it (R30)',
  list: 'Needs found by surveys',
  read: { group: 'PROCUREMENT', via: 'surveyId' },
  writes: 'APPEND_ONLY',
  columns: {
    surveyId: column.ref(() => NeedsSurvey, { inverse: 'surveyedNeeds' }),
    title: column.line('名称', 'Title'),
    mentions: column.whole('提及人数', 'Number of respondents who named it'),
  },
  shares: ['surveyId', 'title', 'mentions'],
});

export type SurveyedNeed = RowOf<typeof SurveyedNeed>;
