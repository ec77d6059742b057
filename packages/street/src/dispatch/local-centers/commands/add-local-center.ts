import { field } from '@mtg/commands';
import { addedCenter } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { CommitteeDecision } from '../../../deliberation/decisions/committee-decision';
import { decisionFields, decisionFor } from '../../../deliberation/decisions/decision-for';
import { defineCommand } from '../../../foundation/street-commands';
import { everyCenter } from '../../../organization/organization.repository';
import { PlainLocalCenter } from '../../../organization/plain-local-center';

/** R34: a street has any number of local centers beside the seven. */
export const addLocalCenter = defineCommand({
  name: 'addLocalCenter',
  description: zhEn(
    '增设本地中心，须有街道工委的决策(R34)',
    'Adds a local center by a decision of the Street Party Working Committee (R34)',
  ),
  input: {
    code: field.code(
      zhEn(
        '中心代码，街道内唯一，不再改变：大写字母、数字和 _',
        'Code of the center, unique in the street and final: capitals, digits and _',
      ),
    ),
    name: field.mark(zhEn('中心名称', 'Name of the center')),
    functionText: field.text(zhEn('主要职能', 'Main functions')),
    ...decisionFields,
  },
  payload: { localCenter: () => PlainLocalCenter, decision: () => CommitteeDecision },
  execute: async ({ code, name, functionText, ...given }, transaction) => {
    const { manager, context } = transaction;
    const decision = await decisionFor(transaction, given, 'LOCAL_CENTER');
    const centers = await everyCenter(manager, context.profile);
    const known = centers.map((center) => ({
      code: center.code,
      name: center.name,
      isClosed: center.deletedAt !== null,
    }));
    const { sample } = transaction;
    const values = addedCenter(transaction, { code, name, functionText, decision, known, sample });
    const localCenter = await transaction.insertReference(PlainLocalCenter, {
      ...values,
      closingDecisionId: null,
    });
    return { localCenter, ...(decision && { decision }) };
  },
});
