import { field } from '@mtg/commands';
import { actingInPost } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../foundation/street-commands';
import { actingFor, namedHolding, withNames } from '../holdings';
import { Person } from '../person';
import { PostHolding } from '../post-holding';

/** Acting adds to the person's own post; the post stays its holder's. */
export const actInPost = defineCommand({
  name: 'actInPost',
  description: zhEn(
    '登记代理职务：由一人代理另一人的职位，同一时间限一人',
    'Lets a person act in a post for the one who holds it. One person at a time does',
  ),
  input: {
    personId: Person.id(),
    postHoldingId: PostHolding.id(),
    since: field.day(zhEn('代理起始日期，不晚于今天', 'First day of acting, today or earlier')),
  },
  payload: { postHolding: () => PostHolding },
  execute: async ({ personId, postHoldingId, since }, transaction) => {
    const person = await transaction.get(Person, personId);
    const row = await transaction.get(PostHolding, postHoldingId);
    const values = actingInPost(transaction, {
      person,
      since,
      held: await namedHolding(transaction, row),
      acting: await withNames(transaction, await actingFor(transaction, row)),
    });
    return { postHolding: await transaction.insert(PostHolding, values) };
  },
});
