import { field } from '@mtg/commands';
import { adoptedKeyPoint } from '@mtg/governance';
import { zhEn, refuse } from '@mtg/subgraph-kit';
import { carriedOutTasks, requireBaseTasks } from '../../../district-references/require-base-tasks';
import { defineCommand } from '../../../foundation/street-commands';
import { CommitteeDecision } from '../../decisions/committee-decision';
import { decisionFields, decisionFor } from '../../decisions/decision-for';
import { KeyPoint } from '../key-point';
import { year } from '../year';

/** R11: orders are dispatched from the year's key points, which the committee has decided. */
export const adoptKeyPoint = defineCommand({
  name: 'adoptKeyPoint',
  description: zhEn(
    '登记全年工作要点，须有街道工委的决策(R11)',
    'Adopts a key point of the year by decision of the Street Party Working Committee. Work orders can cite it as their source (R11)',
  ),
  input: {
    year,
    number: field.whole(zhEn('年内序号', 'Number within the year'), 1, 999),
    title: field.line(zhEn('标题', 'Title')),
    content: field.text(zhEn('内容', 'Content of the work')),
    baseTaskCodes: carriedOutTasks,
    ...decisionFields,
  },
  payload: { keyPoint: () => KeyPoint, decision: () => CommitteeDecision },
  prepare: ({ baseTaskCodes }, context) => requireBaseTasks(context, baseTaskCodes ?? [], 'baseTaskCodes'),
  execute: async ({ decision: given, decisionId, ...values }, transaction) => {
    const { year: ofYear, number } = values;
    // Whose decision it is says among which key points the number has to be free.
    if (decisionId !== null) await transaction.findNamed(CommitteeDecision, decisionId, 'decisionId');
    if (await transaction.find(KeyPoint, { year: ofYear, number, sample: transaction.sample })) {
      throw refuse.badInput('number', {
        zh: `${ofYear} 年已有第 ${number} 项工作要点。请另取序号`,
        en: `Key point ${number} of ${ofYear} already exists. Choose another number`,
      });
    }
    const decision = await decisionFor(transaction, { decision: given, decisionId }, 'KEY_POINT');
    const citedBy = decisionId === null ? 'decision.decidedAt' : 'decisionId';
    const adopted = adoptedKeyPoint(transaction, values, decision, citedBy);
    const keyPoint = await transaction.insert(KeyPoint, adopted);
    return { keyPoint, ...(decision && { decision }) };
  },
});
