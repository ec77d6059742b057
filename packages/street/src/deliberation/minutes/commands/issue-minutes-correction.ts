import { field, type CommandTransaction } from '@mtg/commands';
import { issuedMinutesCorrection } from '@mtg/governance';
import { looksLike, refuse, zhEn } from '@mtg/subgraph-kit';
import { reason } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { targetMinutes } from '../held-minutes';
import { Minutes } from '../minutes';
import { MinutesCorrection } from '../minutes-correction';
import { MinutesItem } from '../minutes-item';

/** R06: issued minutes are corrected by a document that is issued as they were. */
export const issueMinutesCorrection = defineCommand({
  name: 'issueMinutesCorrection',
  description: zhEn(
    '印发纪要更正，写明条目、原文、更正后的内容和理由；纪要原文不变(R06)',
    'Issues a correction of an item of issued minutes, with the old and new text and the reason. The minutes stay as issued (R06)',
  ),
  input: {
    minutesItemId: MinutesItem.id(),
    number: field.mark(zhEn('更正的文号，街道内唯一', 'Number of the correction, unique in the street')),
    text: field.text(zhEn('更正后的内容', 'Right text of the item')),
    reason,
  },
  payload: { minutes: () => Minutes, minutesCorrection: () => MinutesCorrection },
  target: async ({ minutesItemId }, transaction) => {
    const { minutesId } = await transaction.get(MinutesItem, minutesItemId);
    return targetMinutes({ minutesId }, transaction);
  },
  execute: async ({ minutesItemId, number, text, reason }, transaction) => {
    const item = await transaction.get(MinutesItem, minutesItemId);
    const minutes = await transaction.get(Minutes, item.minutesId);
    const earlier = await transaction.list(MinutesCorrection, { minutesItemId });
    const reads = earlier.at(-1)?.newText ?? item.text;
    const values = issuedMinutesCorrection(transaction, { minutes, reads, text, reason, number });
    await requireFree(transaction, number);
    const minutesCorrection = await transaction.insert(MinutesCorrection, { ...values, minutesItemId });
    return { minutes, minutesCorrection };
  },
});

async function requireFree(transaction: CommandTransaction, number: string): Promise<void> {
  const { sample } = transaction;
  const other = await transaction.find(MinutesCorrection, { number: looksLike(number), sample });
  if (!other) return;
  throw refuse.badInput('number', {
    zh: `文号“${other.number}”已用于另一份更正。请另取文号`,
    en: `Number “${other.number}” is used by another correction. Choose another number`,
  });
}
