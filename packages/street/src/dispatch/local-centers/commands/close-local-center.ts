import { closedCenter, OPEN_WORK_ORDER_STATES } from '@mtg/governance';
import { findReference, refuse, zhEn } from '@mtg/subgraph-kit';
import { In } from 'typeorm';
import { CommitteeDecision } from '../../../deliberation/decisions/committee-decision';
import { decisionFields, decisionFor } from '../../../deliberation/decisions/decision-for';
import { centerCode } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { PlainLocalCenter } from '../../../organization/plain-local-center';
import { requireCenter } from '../../../organization/require-addressee';
import { WorkOrder } from '../../orders/work-order';

/** A local center ends as it began, by a decision. Its rows keep it, and no new ones name it. */
export const closeLocalCenter = defineCommand({
  name: 'closeLocalCenter',
  description: zhEn(
    '撤销本地中心，须有街道工委的决策，且没有在办派单',
    'Closes a local center without open orders, by a decision of the Street Party Working Committee',
  ),
  input: { centerCode, ...decisionFields },
  payload: { localCenter: () => PlainLocalCenter, decision: () => CommitteeDecision },
  execute: async ({ centerCode: code, ...given }, transaction) => {
    const name = await requireCenter(transaction, code, 'centerCode');
    const center = await findReference(transaction.manager, PlainLocalCenter, { code });
    if (!center) {
      throw refuse.badInput('centerCode', {
        zh: `${name}不是以街道工委决策增设的本地中心，不能撤销。请使用 localCenters 中增设的中心`,
        en: `${name} was not added by a decision and cannot be closed. Use an added center from \`localCenters\``,
      });
    }
    const decision = await decisionFor(transaction, given, 'LOCAL_CENTER');
    const { sample } = transaction;
    const open = { centerCode: code, state: In(OPEN_WORK_ORDER_STATES), sample: false };
    const openOrders = (await transaction.list(WorkOrder, open)).map(({ number }) => number);
    const values = closedCenter(transaction, { decision, openOrders, sample });
    const localCenter = await transaction.changeReference(center, values);
    return { localCenter, ...(decision && { decision }) };
  },
});
