import { field, type CommandTransaction, type InputOf } from '@mtg/commands';
import {
  localDay,
  precedes,
  r32,
  violationOf,
  type ApprovalReference,
  type Bilingual,
  type Moment,
} from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { decisionFields, decisionFor } from '../decision-for';
import { wrongInput } from '../../refusals';
import type { BodyMember } from './body-member';

/** By what a member is appointed: 区委's document for a body of the street, 街道工委's decision for a community's. */
export const actFields = {
  documentNumber: field.ruled(
    zhEn(
      '区委任命文号，用于大工委、地管会(R32)',
      'Number of the District Party Committee’s document, for a body of the street (R32)',
    ),
  ),
  approvalId: field.optional(
    field.uuid(
      zhEn('区委文件在区级的标识', 'Id of that document among the district’s approvals, which is verified'),
    ),
  ),
  ...decisionFields,
};

/** What a member is appointed by, and when that was decided, where it is known, by which field of the input. */
interface Act {
  readonly values: Pick<BodyMember, 'documentNumber' | 'approvalId' | 'decisionId'>;
  readonly decided: { readonly at: Moment; readonly field: string } | null;
}

/**
 * What a member is appointed by.
 *
 * @param approval that the input refers to, as the district has it
 * @throws PublicError RULE_VIOLATION R32 when the authority that appoints has not done so
 */
export async function appointingAct(
  transaction: CommandTransaction,
  input: InputOf<typeof actFields>,
  { communityCode }: BodyMember,
  approval: ApprovalReference | null,
): Promise<Act> {
  return communityCode === null
    ? documentOfDistrict(transaction, input, approval)
    : decisionOfCommittee(transaction, input);
}

async function decisionOfCommittee(
  transaction: CommandTransaction,
  input: InputOf<typeof actFields>,
): Promise<Act> {
  const surplus = (['documentNumber', 'approvalId'] as const).find((name) => input[name] !== null);
  if (surplus) {
    throw wrongInput(surplus, {
      zh: '社区大党委委员由街道工委任命，请改填其决策',
      en: 'members of a community’s body are appointed by the Street Party Working Committee; give its decision',
    });
  }
  const decision = await decisionFor(transaction, input, 'APPOINTMENT');
  transaction.require(
    decision ? [] : [{ ...violationOf(r32, NO_DECISION), field: ['decision', 'decisionId'] }],
  );
  return {
    values: { documentNumber: null, approvalId: null, decisionId: decision?.id ?? null },
    decided: decision && {
      at: decision.decidedAt,
      field: input.decision ? 'decision.decidedAt' : 'decisionId',
    },
  };
}

const NO_DECISION: Bilingual = {
  zh: '社区大党委委员由街道工委任命，须有其决策。请填写 decision 或 decisionId。',
  en: 'Members of a community’s body are appointed by the Street Party Working Committee, by its decision. Give decision or decisionId.',
};

function documentOfDistrict(
  transaction: CommandTransaction,
  { documentNumber, approvalId, decision, decisionId }: InputOf<typeof actFields>,
  approval: ApprovalReference | null,
): Act {
  if (decision !== null || decisionId !== null) {
    throw wrongInput(decision ? 'decision' : 'decisionId', {
      zh: '大工委、地管会成员由区委任命，请改填其任命文号',
      en: 'members of a body of the street are appointed by the District Party Committee; give its document',
    });
  }
  if (approvalId === null) {
    transaction.require(
      documentNumber === null
        ? [{ ...violationOf(r32, NO_DOCUMENT), field: ['documentNumber', 'approvalId'] }]
        : [],
    );
    return { values: { documentNumber, approvalId, decisionId }, decided: null };
  }
  const problem = problemOf(approval, transaction);
  transaction.require(problem ? [violationOf(r32, problem, 'approvalId')] : []);
  const number = approval?.number ?? documentNumber;
  if (documentNumber !== null && documentNumber !== number) {
    throw wrongInput('documentNumber', {
      zh: `该批准文件的文号是“${number}”`,
      en: `the number of that document is “${number}”`,
    });
  }
  return {
    values: { documentNumber: number, approvalId, decisionId },
    decided: approval && { at: approval.decidedOn, field: 'approvalId' },
  };
}

const NO_DOCUMENT: Bilingual = {
  zh: '大工委、地管会成员由区委任命，须有其任命文号。请填写 documentNumber 或 approvalId。',
  en: 'Members of a body of the street are appointed by the District Party Committee, by its document. Give documentNumber or approvalId.',
};

function problemOf(
  approval: ApprovalReference | null,
  { now, context }: CommandTransaction,
): Bilingual | undefined {
  if (!approval) {
    return {
      zh: '区级没有该批准文件。请核对标识。',
      en: 'The district has no such approval. Check the id.',
    };
  }
  const { number, authority, decidedOn, revokedOn, streets } = approval;
  const today = localDay(now);
  if (authority !== 'DISTRICT_PARTY_COMMITTEE') {
    return {
      zh: `${number} 不是区委的文件。`,
      en: `${number} is no document of the District Party Committee.`,
    };
  }
  if (!precedes(decidedOn, today)) {
    return {
      zh: `${number} 自 ${decidedOn} 起才生效。`,
      en: `${number} is in force from ${decidedOn} on only.`,
    };
  }
  if (revokedOn && revokedOn <= today) {
    return { zh: `${number} 已于 ${revokedOn} 撤销。`, en: `${number} was revoked on ${revokedOn}.` };
  }
  return streets && !streets.includes(context.owner)
    ? { zh: `${number} 不包括本街道。`, en: `${number} does not cover this street.` }
    : undefined;
}
