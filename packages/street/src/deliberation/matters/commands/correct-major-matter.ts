import { requireUndecided } from '@mtg/governance';
import { defineCorrection } from '../../../foundation/corrections/define-correction';
import { MajorMatter } from '../major-matter';

/** R01: a matter is corrected until the committee decides on it. */
export const majorMatterCorrection = defineCorrection({
  name: 'correctMajorMatter',
  says: {
    zh: '更正重大事项的标题或内容，街道工委决策之前(R01)',
    en: 'Corrects title or content of a major matter until the committee decides on it (R01)',
  },
  table: MajorMatter,
  columns: ['title', 'content'],
  target: () => ({}),
  check: (transaction, row) => requireUndecided(transaction, row),
});
