import { field } from '@mtg/commands';
import { proposedNeed } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { centerCode, communityCode } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { requireCenter, requireCommunities } from '../../../organization/require-addressee';
import { NeedProposal } from '../need-proposal';

/** R29: a center puts to its street which services should be procured. */
export const proposeNeed = defineCommand({
  name: 'proposeNeed',
  description: zhEn(
    '提出购买服务需求，由中心向街道提出(R29)',
    'Puts a need for services to be procured to the street (R29)',
  ),
  input: {
    centerCode,
    communityCodes: field.list(communityCode),
    title: field.line(zhEn('名称', 'Title')),
    content: field.text(zhEn('需求内容', 'Content of the need')),
  },
  payload: { needProposal: () => NeedProposal },
  target: ({ centerCode }) => ({ center: centerCode }),
  execute: async (input, transaction) => {
    await requireCenter(transaction, input.centerCode, 'centerCode');
    const communityCodes = await requireCommunities(transaction, input.communityCodes);
    const values = { ...input, communityCodes, ...proposedNeed(transaction, input) };
    const needProposal = await transaction.insert(NeedProposal, values);
    return { needProposal };
  },
});
