import { field } from '@mtg/commands';
import { appointedToPost, HeldPost, shownCode } from '@mtg/governance';
import { listReference, refuse, zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../foundation/street-commands';
import { Post } from '../../organization/post';
import { requireCenter } from '../../organization/require-addressee';
import { withNames } from '../holdings';
import { Person } from '../person';
import { PostHolding } from '../post-holding';

/** Seed:108: a center has one director, and a deputy for each of its sections. */
export const appointToPost = defineCommand({
  name: 'appointToPost',
  description: zhEn(
    '登记任职：中心主任、副主任同一时间各由一人担任',
    'Appoints a person to a post. A center has one director at a time, and one deputy for each section',
  ),
  input: {
    personId: Person.id(),
    kind: field.choice(HeldPost, zhEn('职位种类', 'Kind of post')),
    centerCode: field.optional(
      field.code(zhEn('所在中心代码，街道机关不填', 'Code of the center. Omit for the street office')),
    ),
    postCode: field.optional(
      field.code(
        zhEn(
          '副主任职位的代码(posts)；主任和工作人员不填',
          'Code of the post (`posts`) for a deputy director. Omit for directors and staff',
        ),
      ),
    ),
    since: field.day(zhEn('任职起始日期，不晚于今天', 'First day in the post, today or earlier')),
  },
  payload: { postHolding: () => PostHolding },
  execute: async ({ personId, ...input }, transaction) => {
    const person = await transaction.get(Person, personId);
    const { centerCode, postCode } = input;
    if (centerCode !== null) await requireCenter(transaction, centerCode, 'centerCode');
    const posts = await listReference(transaction.manager, Post);
    if (postCode !== null && !posts.some(({ code }) => code === postCode)) {
      throw refuse.notFound('postCode', {
        zh: `本街道没有代码为“${shownCode(postCode)}”的职位。请使用 posts 中的代码`,
        en: `This street has no post “${shownCode(postCode)}”. Use a code from \`posts\``,
      });
    }
    const { sample } = transaction;
    const rows =
      centerCode === null
        ? await transaction.list(PostHolding, { personId, sample })
        : await transaction.list(PostHolding, { centerCode, sample });
    const values = appointedToPost(transaction, {
      ...input,
      person,
      posts: posts.filter((post) => post.centerCode === centerCode),
      holdings: await withNames(transaction, rows),
    });
    return { postHolding: await transaction.insert(PostHolding, values) };
  },
});
