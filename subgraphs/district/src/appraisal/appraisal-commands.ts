import { field } from '@mtg/commands';
import { shownCode } from '@mtg/governance';
import { refuse, zhEn } from '@mtg/subgraph-kit';
import { IsNull } from 'typeorm';
import { Department } from '../departments/department';
import { defineCommand } from '../district-commands';
import { requireStreet } from '../streets/require-street';
import { AppraisalDay } from './appraisal-day';
import { AppraisalResult } from './appraisal-result';

const year = field.year(zhEn('年份', 'Year'));

/** R14: the streets report on the departments before this day. */
export const setAppraisalDay = defineCommand({
  name: 'setAppraisalDay',
  description: zhEn(
    '确定绩效考核日期；更改须说明理由(R14)',
    'Sets the day of the appraisal of a year. A change needs a reason (R14)',
  ),
  input: {
    year,
    day: field.day(zhEn('考核日期，在该年之内', 'Day of the appraisal, within that year')),
    reason: field.optional(
      field.text(zhEn('更改的理由，首次不填', 'Reason for the change. Omit the first time')),
    ),
  },
  payload: { appraisalDay: () => AppraisalDay },
  execute: async (input, transaction) => {
    if (!input.day.startsWith(`${input.year}-`)) {
      throw refuse.badInput('day', {
        zh: `${input.day} 不在 ${input.year} 年。请更正日期或年份`,
        en: `${input.day} is not in ${input.year}. Correct the day or the year`,
      });
    }
    const isChange =
      (await transaction.list(AppraisalDay, { year: input.year, sample: transaction.sample })).length > 0;
    if (isChange === (input.reason === null)) {
      throw isChange
        ? refuse.badInput('reason', {
            zh: `${input.year} 年已有考核日期。更改请说明理由`,
            en: `The day of ${input.year} is set already. Give the reason for the change`,
          })
        : refuse.badInput('reason', {
            zh: `${input.year} 年首次确定考核日期，请去掉理由`,
            en: `This is the first day set for ${input.year}. Leave the reason out`,
          });
    }
    return { appraisalDay: await transaction.insert(AppraisalDay, input) };
  },
});

/** R15: results of the democratic review, which reports on members rest on. */
export const recordAppraisalResult = defineCommand({
  name: 'recordAppraisalResult',
  description: zhEn(
    '登记考核评议结果，方案照名填写，结构不限(R15)',
    'Records a result of an appraisal under its scheme as named. No criteria are set (R15)',
  ),
  input: {
    year,
    scheme: field.line(zhEn('评议方案，如“四评一创”', 'Scheme as named, e.g. 四评一创')),
    title: field.line(zhEn('标题', 'Title')),
    content: field.text(zhEn('结果', 'Result')),
    streetCode: field.optional(field.code(zhEn('所涉街道代码', 'Code of the street concerned'))),
    departmentCode: field.optional(field.code(zhEn('所涉职能部门代码', 'Code of the department concerned'))),
  },
  payload: { appraisalResult: () => AppraisalResult },
  execute: async (input, transaction) => {
    const { streetCode, departmentCode } = input;
    if (streetCode !== null) requireStreet(streetCode, 'streetCode');
    const isKnown =
      departmentCode === null ||
      (await transaction.manager.existsBy(Department, { code: departmentCode, deletedAt: IsNull() }));
    if (!isKnown) {
      throw refuse.notFound('departmentCode', {
        zh: `区里没有代码为“${shownCode(departmentCode ?? '')}”的职能部门。请使用 departments 中的代码`,
        en: `The district has no department “${shownCode(departmentCode ?? '')}”. Use a code from \`departments\``,
      });
    }
    return { appraisalResult: await transaction.insert(AppraisalResult, input) };
  },
});
