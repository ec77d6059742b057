import { field } from '@mtg/commands';
import { registeredMatter } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { MajorMatter } from '../major-matter';

/** R01: something concerns the development of the area. */
export const registerMajorMatter = defineCommand({
  name: 'registerMajorMatter',
  description: zhEn('登记重大事项(R01)', 'Registers a major matter (R01)'),
  input: {
    title: field.line(zhEn('标题', 'Title')),
    content: field.text(zhEn('内容', 'Content')),
  },
  payload: { majorMatter: () => MajorMatter },
  execute: async (input, transaction) => ({
    majorMatter: await transaction.insert(MajorMatter, { ...input, ...registeredMatter() }),
  }),
});
