import { field, inputType } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';

const difficultyInput = inputType(
  'DifficultyInput',
  zhEn('一条困难与问题', 'A difficulty that a center reports'),
  {
    content: field.ruled(zhEn('内容(R20)', 'Content (R20)')),
    responsiblePerson: field.optional(
      field.line(zhEn('责任人，由汇报的中心负责', 'Responsible person of the center that reports')),
    ),
  },
);

/** The difficulties of a monthly report. An empty list says that there are none; R20 refuses a report without a list. */
export const reportedDifficulties = field.optional(
  field.list(
    field.nested(
      difficultyInput,
      zhEn(
        '月推进会：困难与问题，逐条填写；没有的填空列表(R20)',
        'Monthly meeting: difficulties, one by one. An empty list states that there are none (R20)',
      ),
    ),
    { least: 0 },
  ),
);
