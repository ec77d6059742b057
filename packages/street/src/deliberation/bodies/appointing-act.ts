import { field, type CommandTransaction, type InputOf } from '@mtg/commands';
import { localDay, r32, type ApprovalReference, type Moment } from '@mtg/governance';
import { looksLike, refuse, zhEn } from '@mtg/subgraph-kit';
import { decisionFields, decisionFor } from '../decisions/decision-for';
import { BodyMember } from './body-member';

/** By what a member is appointed: 区委's document for a body of the street, 街道工委's decision for a community's. */
export const actFields = {
  approvalId: field.optional(
    field.uuid(
      zhEn(
        '区委任命文件在区级的标识，用于大工委、地管会(R32)',
        'Id of the District Party Committee’s appointment document, as recorded by the district. For the street’s two bodies (R32)',
      ),
    ),
  ),
  ...decisionFields,
};

/** The act that appoints a member, with the time of its decision if known, and the input field that names it. */
interface Act {
  readonly values: Pick<BodyMember, 'documentNumber' | 'approvalId' | 'decisionId'>;
  readonly decided: { readonly at: Moment; readonly citedBy: string } | null;
}

/**
 * The act by which a member is appointed.
 *
 * @param approval that the input refers to, as the district has it
 * @throws PublicError RULE_VIOLATION R32 when the authority that appoints has not done so
 */
export async function appointingAct(
  transaction: CommandTransaction,
  input: InputOf<typeof actFields>,
  member: BodyMember,
  approval: ApprovalReference | null,
): Promise<Act> {
  return member.communityCode === null
    ? documentOfDistrict(transaction, input, member, approval)
    : decisionOfCommittee(transaction, input);
}

async function decisionOfCommittee(
  transaction: CommandTransaction,
  input: InputOf<typeof actFields>,
): Promise<Act> {
  if (input.approvalId !== null) {
    throw refuse.badInput('approvalId', {
      zh: '社区大党委委员由街道工委任命，请改填其决策',
      en: 'Members of a community’s body are appointed by the Street Party Working Committee. Give its decision',
    });
  }
  const decision = await decisionFor(transaction, input, 'APPOINTMENT');
  transaction.require(r32.check({ decision: decision?.number }));
  return {
    values: { documentNumber: null, approvalId: null, decisionId: decision?.id ?? null },
    decided: decision && {
      at: decision.decidedAt,
      citedBy: input.decision ? 'decision.decidedAt' : 'decisionId',
    },
  };
}

async function documentOfDistrict(
  transaction: CommandTransaction,
  { approvalId, decision, decisionId }: InputOf<typeof actFields>,
  member: BodyMember,
  approval: ApprovalReference | null,
): Promise<Act> {
  if (decision !== null || decisionId !== null) {
    throw refuse.badInput(decision ? 'decision' : 'decisionId', {
      zh: '大工委、地管会成员由区委任命，请改填其任命文件（approvalId）',
      en: 'Members of a street body are appointed by the District Party Committee. Give its document (approvalId)',
    });
  }
  const { now, context } = transaction;
  const { personName, bodyKind, position } = member;
  const isUsed = approvalId !== null && (await isAppointedBy(transaction, member, approvalId));
  const facts = { document: approval, personName, bodyKind, position, isUsed };
  transaction.require(r32.check({ ...facts, street: context.owner, today: localDay(now) }));
  return {
    values: { documentNumber: approval?.number ?? null, approvalId, decisionId },
    decided: approval && { at: approval.decidedOn, citedBy: 'approvalId' },
  };
}

/** True if the person was appointed to the body by the document before. */
async function isAppointedBy(
  transaction: CommandTransaction,
  { bodyCode, personName, sample }: BodyMember,
  approvalId: string,
): Promise<boolean> {
  const where = { bodyCode, personName: looksLike(personName), approvalId, sample };
  return (await transaction.find(BodyMember, where)) !== null;
}
