import { field, inputType } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';

/** A calendar year. */
export const year = field.year(zhEn('年份', 'Year'));

const needInput = inputType('ProcurementNeedInput', zhEn('目录中的一项需求', 'A need of the catalogue'), {
  title: field.line(zhEn('名称', 'Title')),
  content: field.text(zhEn('服务内容', 'Content of the services')),
  surveyedNeedId: field.optional(
    field.uuid(
      zhEn(
        '所依据的调查所得需求标识，须属于所引用的调查',
        'Id of the surveyed need that it rests on, of the cited survey. Omit if it rests on the survey as a whole',
      ),
    ),
  ),
});

/** The statement of a catalogue. */
export const catalogueInput = {
  number: field.mark(zhEn('文号，唯一', 'Number of the document, unique')),
  title: field.line(zhEn('标题', 'Title')),
  issuedOn: field.day(zhEn('下发日期，不晚于今天(R30)', 'Day of issue, today or earlier (R30)')),
  surveyId: field.optional(
    field.uuid(zhEn('作为依据的需求调查标识(R30)', 'Id of the survey that it is built on (R30)')),
  ),
  needs: field.list(field.nested(needInput, zhEn('需求(R30)', 'Needs (R30)')), { least: 0 }),
};
