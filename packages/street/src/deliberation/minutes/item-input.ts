import { field, inputType, type CommandTransaction, type InputOf } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { requireCenter, requireCommunity } from '../../organization/require-addressee';
import { MinutesItem } from './minutes-item';

const SHAPE = {
  text: field.text(zhEn('内容', 'What it says')),
  centerCode: field.optional(
    field.code(zhEn('部署给的中心代码', 'Code of the center that it gives work to')),
  ),
  communityCode: field.optional(field.code(zhEn('涉及的社区代码', 'Code of the community that it concerns'))),
};

/** The items of minutes as commands take them; their numbers are their places in the list. */
export const itemsInput = field.list(
  field.nested(
    inputType('MinutesItemInput', zhEn('纪要条目', 'An item of minutes'), SHAPE),
    zhEn('条目，按顺序从1编号', 'The items, numbered from 1 in this order'),
  ),
);

/** Adds the items of a draft. @throws PublicError NOT_FOUND for a center or community that the street has not */
export async function addItems(
  transaction: CommandTransaction,
  minutesId: string,
  items: readonly InputOf<typeof SHAPE>[],
): Promise<MinutesItem[]> {
  const added = [];
  for (const [index, item] of items.entries()) {
    const { centerCode, communityCode } = item;
    const path = `items.${index}`;
    if (centerCode !== null) await requireCenter(transaction, centerCode, `${path}.centerCode`);
    if (communityCode !== null) await requireCommunity(transaction, communityCode, `${path}.communityCode`);
    added.push(await transaction.insert(MinutesItem, { ...item, minutesId, number: index + 1 }));
  }
  return added;
}
