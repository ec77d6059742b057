import { field } from '@mtg/commands';
import { recordedHighlight } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { requireCenter, requireCommunity } from '../../../organization/require-addressee';
import { centerCode, communityCode } from '../../../foundation/common-inputs';
import { Highlight } from '../highlight';

/** R26: a center, or the community itself, puts a good example forward. */
export const recordHighlight = defineCommand({
  name: 'recordHighlight',
  description: zhEn('登记典型和特色亮点(R26)', 'Records a good example or highlight of a community (R26)'),
  input: {
    centerCode: field.optional(centerCode),
    communityCode: field.optional(communityCode),
    title: field.ruled(zhEn('标题(R26)', 'Title (R26)')),
    content: field.ruled(zhEn('内容(R26)', 'Content (R26)')),
  },
  payload: { highlight: () => Highlight },
  target: ({ centerCode, communityCode }) => ({
    ...(centerCode !== null && { center: centerCode }),
    ...(communityCode !== null && { community: communityCode }),
  }),
  execute: async ({ centerCode, communityCode, title, content }, transaction) => {
    const values = recordedHighlight(transaction, { title, content, communityCode });
    // A community puts itself forward: naming a center would credit one that had no part in it.
    const finder = transaction.actor.role === 'COMMUNITY_SECRETARY' ? null : centerCode;
    if (finder !== null) await requireCenter(transaction, finder, 'centerCode');
    await requireCommunity(transaction, values.communityCode, 'communityCode');
    const highlight = await transaction.insert(Highlight, { ...values, centerCode: finder });
    return { highlight };
  },
});
