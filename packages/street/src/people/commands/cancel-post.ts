import { cancelledRecord, requireNotActedIn } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion, reason } from '../../foundation/common-inputs';
import { defineCommand } from '../../foundation/street-commands';
import { actingFor, namedHolding, withNames } from '../holdings';
import { PostHolding } from '../post-holding';

/** A wrong record is cancelled and stays to be read; the right one is another record. */
export const cancelPost = defineCommand({
  name: 'cancelPost',
  description: zhEn(
    '撤销记错的任职或代理，原登记和理由保留',
    'Cancels a wrong record of a post. The record stays, with the reason',
  ),
  input: { postHoldingId: PostHolding.id(), expectedVersion, reason },
  payload: { postHolding: () => PostHolding },
  execute: async ({ postHoldingId, expectedVersion: version, reason: why }, transaction) => {
    const row = await transaction.get(PostHolding, postHoldingId, { expectedVersion: version });
    const acting = await withNames(transaction, await actingFor(transaction, row));
    const values = cancelledRecord(transaction, row, why);
    requireNotActedIn(transaction, await namedHolding(transaction, row), acting);
    return { postHolding: await transaction.change(row, values) };
  },
});
