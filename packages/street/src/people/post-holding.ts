import { column, defineTable, type RowOf } from '@mtg/commands';
import { HELD_POST_LABELS, HeldPost } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { centerCode } from '../organization/reference-columns';
import { posts } from '../organization/reference-tables';
import { Person } from './person';

registerVocabulary(
  HeldPost,
  'HeldPost',
  { zh: '人员所任职位的种类', en: 'Kind of post that a person holds' },
  HELD_POST_LABELS,
);

/** A post that a person holds for some time, or acts in for the one who holds it (seed:108). */
export const PostHolding = defineTable('PostHolding', {
  zh: '任职',
  en: 'Post that a person holds, or acts in for its holder, for some time',
  list: 'Posts of people, present and former',
  label: { zh: '任职', en: 'post of a person' },
  read: { group: 'PEOPLE' },
  writes: 'WORK',
  columns: {
    personId: column.ref(() => Person, { inverse: 'posts' }),
    kind: column.choice(HeldPost, '职位种类', 'Kind of post'),
    centerCode: column.optional(
      centerCode('所在中心代码，空为街道机关', 'Code of the center. Null for the street office'),
    ),
    postCode: column.optional(
      column.refBy(
        column.code('主任或副主任职位的代码', 'Code of the post of director or deputy director'),
        'code',
        () => posts,
        {
          name: 'post',
          zh: '所任的主任或副主任职位，没有则为空',
          en: 'Post of director or deputy director that is held. Null for others',
        },
      ),
    ),
    since: column.day('任职或代理的起始日期', 'First day in the post'),
    until: column.optional(
      column.day('最后一日(当日仍在任)，空为在任', 'Last day in the post. Null while it is held'),
    ),
    actingForId: column.optional(
      column.self({
        name: 'actingFor',
        zh: '所代理的任职，本人任职时为空',
        en: 'Post of another person that this person acts in. Null for a post of their own',
        inverse: { name: 'actedIn', zh: '由谁代理', en: 'Records of those who act or acted for the holder' },
      }),
    ),
    cancelledAt: column.optional(
      column.instant(
        '撤销登记的时间，空为有效',
        'Time at which a wrong record was cancelled. Null while in force',
      ),
    ),
    cancellationReason: column.optional(
      column.personal(column.text('撤销登记的理由', 'Reason of the cancellation. Null while in force')),
    ),
  },
});

export type PostHolding = RowOf<typeof PostHolding>;
