import { field } from '@mtg/commands';
import { reassignedDifficulty, solvedDifficulty, updatedDifficulty } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { centerCode, expectedVersion } from '../../../foundation/common-inputs';
import { defineCommand, type StreetTransaction } from '../../../foundation/street-commands';
import { requireCenter } from '../../../organization/require-addressee';
import { Difficulty } from '../difficulty';

const payload = { difficulty: () => Difficulty };
const step = { difficultyId: Difficulty.id(), expectedVersion };
const responsiblePerson = (zh: string, en: string) => field.optional(field.line(zhEn(zh, en)));

/** Steps are for the center that is responsible. */
const centerOfDifficulty = async (
  { difficultyId }: { readonly difficultyId: string },
  transaction: StreetTransaction,
) => ({ center: (await transaction.get(Difficulty, difficultyId)).centerCode });

/** R20: a center says how far it has come with a difficulty. */
export const updateDifficulty = defineCommand({
  name: 'updateDifficulty',
  description: zhEn(
    '更新困难与问题的进展或责任人(R20)',
    'Updates the progress of a difficulty, or the person responsible for it (R20)',
  ),
  input: {
    ...step,
    progress: field.optional(field.text(zhEn('最近进展，不填即不变', 'Latest progress. Omit to keep it'))),
    responsiblePerson: responsiblePerson(
      '责任人，不填即不变',
      'Responsible person. Omit to keep the one named',
    ),
  },
  payload,
  target: centerOfDifficulty,
  execute: async ({ difficultyId, expectedVersion, ...given }, transaction) => {
    const difficulty = await transaction.get(Difficulty, difficultyId, { expectedVersion });
    const values = updatedDifficulty(transaction, difficulty, given);
    return { difficulty: await transaction.change(difficulty, values) };
  },
});

/** R20: 综合管理中心 hands a difficulty to another center, as it was agreed on. */
export const reassignDifficulty = defineCommand({
  name: 'reassignDifficulty',
  description: zhEn(
    '移交困难与问题给另一个中心负责(R20)',
    'Hands a difficulty to another center, which is responsible for it from then on (R20)',
  ),
  input: {
    ...step,
    centerCode,
    responsiblePerson: responsiblePerson('该中心的责任人', 'Responsible person of that center'),
  },
  payload,
  execute: async ({ difficultyId, expectedVersion, ...to }, transaction) => {
    const difficulty = await transaction.get(Difficulty, difficultyId, { expectedVersion });
    const name = await requireCenter(transaction, to.centerCode, 'centerCode');
    const values = reassignedDifficulty(transaction, difficulty, to, name);
    return { difficulty: await transaction.change(difficulty, values) };
  },
});

/** R20: how a difficulty was solved, and on which day. */
export const solveDifficulty = defineCommand({
  name: 'solveDifficulty',
  description: zhEn(
    '登记困难与问题解决；此后的月推进会不再列出(R20)',
    'Records how a difficulty was solved. Later monthly meetings no longer list it (R20)',
  ),
  input: {
    ...step,
    solution: field.ruled(zhEn('解决情况(R20)', 'How it was solved (R20)')),
    solvedOn: field.optional(
      field.day(
        zhEn(
          '解决日期，自提出之日至今天(R20)',
          'Day of the solution, from the day of the report to today (R20)',
        ),
      ),
    ),
  },
  payload,
  target: centerOfDifficulty,
  execute: async ({ difficultyId, expectedVersion, ...solved }, transaction) => {
    const difficulty = await transaction.get(Difficulty, difficultyId, { expectedVersion });
    const values = solvedDifficulty(transaction, difficulty, solved);
    return { difficulty: await transaction.change(difficulty, values) };
  },
});
