import { field, type CommandTransaction } from '@mtg/commands';
import {
  APPOINTMENT_MACHINES,
  dayOfStep,
  localDay,
  requireFreeSeat,
  STREET_BODY_KINDS,
  timeOn,
  type LocalDay,
  type Moment,
} from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { In, Not } from 'typeorm';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion } from '../../../foundation/common-inputs';
import { approvalFor } from '../../../district-references/approval-for';
import { CommitteeDecision } from '../../decisions/committee-decision';
import { actFields, appointingAct } from '../appointing-act';
import { BodyMember } from '../body-member';
import { targetMember } from '../target-body';
import { applyTransition } from '../apply-transition';

/** R32: 区委 appoints to the bodies of a street, 街道工委 to those of communities. */
export const appointMember = defineCommand({
  name: 'appointMember',
  description: zhEn(
    '任命成员(R32)：大工委、地管会由区委任命(任命文件)，社区大党委由街道工委任命(决策)',
    'Records an appointment (R32). The street’s two bodies need the District Party Committee’s appointment document, a community’s body needs a decision of the Street Party Working Committee',
  ),
  input: {
    memberId: BodyMember.id(),
    expectedVersion,
    ...actFields,
    appointedOn: field.optional(
      field.day(
        zhEn(
          '任命日期，不晚于今天，不早于任命文件或决策；不填即今天。较早的为补录',
          'Day of the appointment, today or earlier, and not before the document or decision. Default: today. An earlier day is marked as recorded late',
        ),
      ),
    ),
  },
  payload: { member: () => BodyMember, decision: () => CommitteeDecision },
  target: targetMember,
  prepare: ({ approvalId }, context) => approvalFor(context, approvalId),
  execute: async (input, transaction, approval) => {
    const member = await transaction.get(BodyMember, input.memberId, {
      expectedVersion: input.expectedVersion,
    });
    // Before anything else: what is not reviewed is not appointed, by whatever document.
    transaction.step(APPOINTMENT_MACHINES[member.bodyKind], member, 'appointMember');
    await requireVacancy(transaction, member);
    const { values, decided } = await appointingAct(transaction, input, member, approval);
    const happenedOn = dayOfStep(transaction, {
      field: 'appointedOn',
      day: input.appointedOn,
      earliest: decided
        ? {
            day: dayOf(decided.at),
            name: { zh: '任命文件或决策的日期', en: 'the day of the document or decision' },
          }
        : undefined,
    });
    await applyTransition(transaction, member, {
      command: 'appointMember',
      decided,
      happenedOn,
      values: {
        ...values,
        appointedAt: happenedOn === null ? transaction.now : timeOn(transaction, happenedOn),
      },
    });
    const { decisionId } = values;
    const decision = decisionId && (await transaction.find(CommitteeDecision, { id: decisionId }));
    return { member, ...(decision && { decision }) };
  },
});

const dayOf = (moment: Moment): LocalDay => (moment instanceof Date ? localDay(moment) : moment);

/** R32: the seat is free; the table holds it too. */
async function requireVacancy(transaction: CommandTransaction, appointee: BodyMember): Promise<void> {
  const { bodyCode, sample } = appointee;
  const inOffice = await transaction.list(BodyMember, { bodyCode, state: 'APPOINTED', sample });
  const heads = await transaction.list(BodyMember, {
    bodyKind: In(STREET_BODY_KINDS),
    bodyCode: Not(bodyCode),
    position: Not('MEMBER'),
    state: 'APPOINTED',
    sample,
  });
  requireFreeSeat(transaction, appointee, inOffice, appointee.communityCode === null ? heads : []);
}
