import { field } from '@mtg/commands';
import { endedPost } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion } from '../../foundation/common-inputs';
import { defineCommand } from '../../foundation/street-commands';
import { actingFor, namedHolding, withNames } from '../holdings';
import { PostHolding } from '../post-holding';

/** Acting in a post ends with the post. */
export const endPost = defineCommand({
  name: 'endPost',
  description: zhEn(
    '结束任职或代理；最后一日仍在任，任职结束时其代理一并结束',
    'Ends a post or acting in one. The last day still counts; acting in a post ends with it',
  ),
  input: {
    postHoldingId: PostHolding.id(),
    expectedVersion,
    until: field.day(zhEn('最后一日，不晚于今天', 'Last day in the post, today or earlier')),
  },
  payload: { postHolding: () => PostHolding, ended: () => [PostHolding] },
  execute: async ({ postHoldingId, expectedVersion: version, until }, transaction) => {
    const row = await transaction.get(PostHolding, postHoldingId, { expectedVersion: version });
    const acting = await actingFor(transaction, row);
    const values = endedPost(
      transaction,
      await namedHolding(transaction, row),
      until,
      await withNames(transaction, acting),
    );
    const postHolding = await transaction.change(row, values);
    const ended = [];
    for (const each of acting.filter((other) => other.until === null && other.cancelledAt === null)) {
      ended.push(await transaction.change(each, values));
    }
    return { postHolding, ended };
  },
});
