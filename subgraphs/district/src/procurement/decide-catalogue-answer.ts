import { field } from '@mtg/commands';
import { decidedCatalogueAnswer } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../district-commands';
import { CatalogueAnswer } from './catalogue-answer';

const step = { catalogueAnswerId: CatalogueAnswer.id(), expectedVersion: field.expectedVersion };
const payload = { catalogueAnswer: () => CatalogueAnswer };

/** R30: 区委 takes an answer as given: the finding is worked off, though the year stays broken. */
export const confirmCatalogueAnswer = defineCommand({
  name: 'confirmCatalogueAnswer',
  description: zhEn(
    '确认目录违规的说明；说明人本人不得确认(R30)',
    'Confirms the answer to a year without a catalogue in time. The person who answered may not (R30)',
  ),
  input: step,
  payload,
  execute: async ({ catalogueAnswerId, expectedVersion }, transaction) => {
    const answer = await transaction.get(CatalogueAnswer, catalogueAnswerId, { expectedVersion });
    const values = decidedCatalogueAnswer(transaction, answer, null);
    return { catalogueAnswer: await transaction.change(answer, values) };
  },
});

/** R30: an answer that does not do: the year waits for another. */
export const sendBackCatalogueAnswer = defineCommand({
  name: 'sendBackCatalogueAnswer',
  description: zhEn(
    '退回目录违规的说明，须写明理由；说明人本人不得退回(R30)',
    'Sends the answer to a year without a catalogue in time back, with a reason. The person who answered may not (R30)',
  ),
  input: { ...step, reason: field.text(zhEn('退回的理由', 'Reason for sending it back')) },
  payload,
  execute: async ({ catalogueAnswerId, expectedVersion, reason }, transaction) => {
    const answer = await transaction.get(CatalogueAnswer, catalogueAnswerId, { expectedVersion });
    const values = decidedCatalogueAnswer(transaction, answer, reason);
    return { catalogueAnswer: await transaction.change(answer, values) };
  },
});
