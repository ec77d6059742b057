import { type CommandTransaction } from '@mtg/commands';
import { APPOINTMENT_MACHINES, looksSame, r32, violationOf } from '@mtg/governance';
import { looksLike, zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../street-commands';
import { expectedVersion } from '../../../common-inputs';
import { approvalFor } from '../../../district-references/approval-for';
import { CommitteeDecision } from '../../committee-decision';
import { actFields, appointingAct } from '../appointing-act';
import { BodyMember } from '../body-member';
import { findMember, memberId, targetMember } from '../find-member';
import { takeStep } from '../take-step';

/** R32: 区委 appoints to the bodies of a street, 街道工委 to those of communities. */
export const appointMember = defineCommand({
  name: 'appointMember',
  description: zhEn(
    '登记任命(R32)：大工委、地管会由区委任命(文号)，社区大党委由街道工委任命(决策)',
    'Records an appointment (R32): by the District Party Committee’s document to a body of the street, by the Working Committee’s decision to a community’s',
  ),
  input: { memberId, expectedVersion, ...actFields },
  payload: { member: () => BodyMember, decision: () => CommitteeDecision },
  target: targetMember,
  prepare: ({ approvalId }, context) => approvalFor(context, approvalId),
  execute: async (input, transaction, approval) => {
    const member = await findMember(transaction, input.memberId, input.expectedVersion);
    // Before anything else: what is not reviewed is not appointed, by whatever document.
    transaction.step(APPOINTMENT_MACHINES[member.bodyKind], member, 'appointMember');
    await requireVacancy(transaction, member);
    await requireUnused(transaction, member, input.approvalId);
    const { values, decided } = await appointingAct(transaction, input, member, approval);
    await takeStep(transaction, member, {
      command: 'appointMember',
      decided,
      values: { ...values, appointedAt: transaction.now },
    });
    const { decisionId } = values;
    const decision = decisionId && (await transaction.find(CommitteeDecision, { id: decisionId }));
    return { member, ...(decision && { decision }) };
  },
});

/** Whoever heads a body by an office is alone in that, and a seat has one holder; the table holds it too. */
async function requireVacancy(
  transaction: CommandTransaction,
  { bodyCode, position, offices, seat, sample }: BodyMember,
): Promise<void> {
  const living = await transaction.list(BodyMember, { bodyCode, state: 'APPOINTED', sample });
  const holder = living.find(
    (other) =>
      (seat !== null && other.seat !== null && looksSame(other.seat, seat)) ||
      (position !== 'MEMBER' &&
        other.position !== 'MEMBER' &&
        other.offices.some((office) => offices.includes(office))),
  );
  if (!holder) return;
  transaction.require([
    violationOf(
      r32,
      {
        zh: `该席位现由${holder.personName}担任。请先登记其卸任（endMembership）。`,
        en: `${holder.personName} holds this seat now. Record the end of that first (endMembership).`,
      },
      'memberId',
    ),
  ]);
}

/** A document appoints each person that it names to a body once. */
async function requireUnused(
  transaction: CommandTransaction,
  { bodyCode, personName, sample }: BodyMember,
  approvalId: string | null,
): Promise<void> {
  if (approvalId === null) return;
  const appointed = await transaction.find(BodyMember, {
    bodyCode,
    personName: looksLike(personName),
    approvalId,
    sample,
  });
  if (!appointed) return;
  transaction.require([
    violationOf(
      r32,
      {
        zh: `${personName}已据此文件任命到该机构。请引用另一任命文件，或撤回重复的提名（withdrawNomination）。`,
        en: `${personName} was appointed to this body by this document already. Give another one, or withdraw the second nomination (withdrawNomination).`,
      },
      'approvalId',
    ),
  ]);
}
