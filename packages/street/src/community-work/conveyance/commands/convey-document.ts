import { field } from '@mtg/commands';
import { ConveyedIssuer, ConveyedKind, conveyedDocument } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { requireCenter, requireCommunity } from '../../../organization/require-addressee';
import { centerCode, communityCode } from '../../../foundation/common-inputs';
import { ConveyedDocument } from '../conveyed-document';

/** R26: a center conveys the spirit of a meeting or document to a community. */
export const conveyDocument = defineCommand({
  name: 'conveyDocument',
  description: zhEn(
    '登记传达精神，即向社区传达的会议和文件精神(R26)',
    'Records that a center conveyed a meeting or a document to a community (R26)',
  ),
  input: {
    centerCode,
    communityCode: field.optional(communityCode),
    issuer: field.optional(
      field.choice(ConveyedIssuer, zhEn('来源(R26)', 'Originator of the meeting or document (R26)')),
    ),
    kind: field.choice(ConveyedKind, zhEn('种类', 'Meeting or document')),
    title: field.ruled(zhEn('标题(R26)', 'Title (R26)')),
    priorities: field.ruled(zhEn('工作重点(R26)', 'Priorities of work (R26)')),
    conveyedOn: field.optional(
      field.day(zhEn('传达日期，不晚于今天(R26)', 'Day of conveying, today or earlier (R26)')),
    ),
  },
  payload: { conveyedDocument: () => ConveyedDocument },
  target: (input) => ({ center: input.centerCode }),
  execute: async (input, transaction) => {
    const { centerCode, kind } = input;
    const values = conveyedDocument(transaction, input);
    await requireCenter(transaction, centerCode, 'centerCode');
    await requireCommunity(transaction, values.communityCode, 'communityCode');
    return {
      conveyedDocument: await transaction.insert(ConveyedDocument, { ...values, centerCode, kind }),
    };
  },
});
