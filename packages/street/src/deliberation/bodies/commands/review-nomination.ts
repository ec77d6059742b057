import { field } from '@mtg/commands';
import { dayOfStep, labelsOf, streetAppointmentMachine } from '@mtg/governance';
import { registerVocabulary, zhEn, refuse } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion } from '../../../foundation/common-inputs';
import { BodyMember } from '../body-member';
import { targetMember } from '../target-body';
import { applyTransition } from '../apply-transition';

/** The two states that a review can lead to. */
const ReviewOutcome = { REVIEWED: 'REVIEWED', REVIEW_REJECTED: 'REVIEW_REJECTED' } as const;
const { REVIEWED, REVIEW_REJECTED } = labelsOf(streetAppointmentMachine);
registerVocabulary(
  ReviewOutcome,
  'ReviewOutcome',
  { zh: '审核结果', en: 'Result of a review' },
  { REVIEWED, REVIEW_REJECTED },
);

/** R32: the district's organization department, or the street's organization section, reviews a nomination. */
export const reviewNomination = defineCommand({
  name: 'reviewNomination',
  description: zhEn(
    '审核提名(R32)：大工委、地管会由区委组织部审核，社区大党委由街道组织部门审核',
    'Reviews a nomination (R32). The organization department reviews for the street’s two bodies, the street’s organization section for a community’s body',
  ),
  input: {
    memberId: BodyMember.id(),
    expectedVersion,
    outcome: field.choice(ReviewOutcome, zhEn('结果', 'Result of the review')),
    reason: field.ruled(zhEn('理由，未通过时必填', 'Reason. Required for a rejection')),
    reviewedOn: field.optional(
      field.day(
        zhEn(
          '审核日期，不晚于今天；不填即今天。较早的为补录',
          'Day of the review, today or earlier. Default: today. An earlier day is marked as recorded late',
        ),
      ),
    ),
  },
  payload: { member: () => BodyMember },
  target: targetMember,
  execute: async (input, transaction) => {
    const { outcome, reason } = input;
    if (outcome === 'REVIEW_REJECTED' && reason === null) {
      throw refuse.badInput('reason', {
        zh: '审核未通过须写明理由',
        en: 'Give a reason for the rejection',
      });
    }
    const member = await transaction.get(BodyMember, input.memberId, {
      expectedVersion: input.expectedVersion,
    });
    await applyTransition(transaction, member, {
      command: 'reviewNomination',
      outcome,
      reason,
      happenedOn: dayOfStep(transaction, { field: 'reviewedOn', day: input.reviewedOn }),
    });
    return { member };
  },
});
