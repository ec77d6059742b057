import { field, inputType } from '@mtg/commands';
import { recordedSurvey } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../district-commands';
import { year } from './catalogue-input';
import { NeedsSurvey } from './needs-survey';
import { SurveyedNeed } from './surveyed-need';

const MOST_PEOPLE = 10_000_000;

const surveyedNeed = inputType(
  'SurveyedNeedInput',
  zhEn('一项调查所得需求', 'A need that the survey found'),
  {
    title: field.line(zhEn('名称', 'Title')),
    mentions: field.whole(
      zhEn('提及人数，不多于调查人数', 'Number of respondents who named it, not more than were asked'),
      0,
      MOST_PEOPLE,
    ),
  },
);

/** R30: what communities and residents need, as they were asked. */
export const recordNeedsSurvey = defineCommand({
  name: 'recordNeedsSurvey',
  description: zhEn(
    '登记需求调查及其结果，作为目录的依据(R30)',
    'Records a survey of needs with its results, on which the catalogue is built (R30)',
  ),
  input: {
    year,
    title: field.line(zhEn('名称', 'Title')),
    method: field.text(zhEn('调查方法', 'Method of the survey')),
    respondents: field.whole(zhEn('调查人数', 'Number of respondents'), 1, MOST_PEOPLE),
    startedOn: field.day(zhEn('开始日期', 'First day of the survey')),
    concludedOn: field.day(zhEn('结束日期，不晚于今天', 'Last day of the survey, today or earlier')),
    needs: field.list(field.nested(surveyedNeed, zhEn('调查所得需求', 'Needs that the survey found'))),
  },
  payload: { needsSurvey: () => NeedsSurvey },
  execute: async ({ needs, ...survey }, transaction) => {
    const days = recordedSurvey(transaction, { ...survey, needs });
    const needsSurvey = await transaction.insert(NeedsSurvey, { ...survey, ...days });
    for (const need of needs) {
      await transaction.insert(SurveyedNeed, { ...need, surveyId: needsSurvey.id });
    }
    return { needsSurvey };
  },
});
