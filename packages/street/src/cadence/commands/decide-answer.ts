import { decidedAnswer } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion, reason } from '../../foundation/common-inputs';
import { defineCommand, type StreetTransaction } from '../../foundation/street-commands';
import { FindingAnswer } from '../finding-answer';
import { RuleFinding } from '../rule-finding';

const step = { ruleFindingId: RuleFinding.id(), expectedVersion };
const payload = { ruleFinding: () => RuleFinding, findingAnswer: () => FindingAnswer };

/** 综合管理中心 takes an answer as given: the finding is worked off, though the rule stays broken. */
export const confirmFinding = defineCommand({
  name: 'confirmFinding',
  description: zhEn(
    '确认检查结果的说明；说明人本人不得确认',
    'Confirms the answer to a finding. The person who answered may not',
  ),
  input: step,
  payload,
  execute: (input, transaction) => decide(transaction, input),
});

/** An answer that does not do: the finding is open again. */
export const sendBackFinding = defineCommand({
  name: 'sendBackFinding',
  description: zhEn(
    '退回检查结果的说明，须写明理由，检查结果恢复为未解决；说明人本人不得退回',
    'Sends the answer to a finding back, with a reason: the finding is open again. The person who answered may not',
  ),
  input: { ...step, reason },
  payload,
  execute: (input, transaction) => decide(transaction, input, { sentBackFor: input.reason }),
});

async function decide(
  transaction: StreetTransaction,
  { ruleFindingId, expectedVersion }: { readonly ruleFindingId: string; readonly expectedVersion: number },
  decision?: { readonly sentBackFor: string },
) {
  const ruleFinding = await transaction.get(RuleFinding, ruleFindingId, { expectedVersion });
  const given = await transaction.find(FindingAnswer, { ruleFindingId, state: 'GIVEN' });
  const { finding, decided } = decidedAnswer(transaction, ruleFinding, given, decision);
  await transaction.change(ruleFinding, finding);
  return { ruleFinding, findingAnswer: await transaction.change(decided.answer, decided.course) };
}
