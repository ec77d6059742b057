import { field } from '@mtg/commands';
import { refuse, zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../district-commands';
import { requireStreet } from '../streets/require-street';
import { JudgementStart } from './judgement-start';

/** From this day on silence is a breach: a street is judged by what it recorded, and by what it did not. */
export const setJudgementStart = defineCommand({
  name: 'setJudgementStart',
  description: zhEn(
    '确定街道的考核起始日；更改须说明理由',
    'Sets the day from which a street is judged. A change needs a reason',
  ),
  input: {
    streetCode: field.code(zhEn('街道代码', 'Code of the street')),
    since: field.day(zhEn('起始日期', 'First day that is judged')),
    reason: field.optional(
      field.text(zhEn('更改的理由，首次不填', 'Reason for the change. Omit the first time')),
    ),
  },
  payload: { judgementStart: () => JudgementStart },
  execute: async (input, transaction) => {
    const { streetCode, reason } = input;
    requireStreet(streetCode, 'streetCode');
    const isChange = (await transaction.list(JudgementStart, { streetCode })).length > 0;
    if (isChange === (reason === null)) {
      throw isChange
        ? refuse.badInput('reason', {
            zh: '该街道已有考核起始日。更改请说明理由',
            en: 'The street has its day already. Give the reason for the change',
          })
        : refuse.badInput('reason', {
            zh: '该街道首次确定考核起始日，请去掉理由',
            en: 'This is the first day set for the street. Leave the reason out',
          });
    }
    return { judgementStart: await transaction.insert(JudgementStart, input) };
  },
});
