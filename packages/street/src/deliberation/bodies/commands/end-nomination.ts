import { field } from '@mtg/commands';
import { dayOfStep, localDay, MARK, timeOn } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion, reason } from '../../../foundation/common-inputs';
import { BodyMember } from '../body-member';
import { targetMember } from '../target-body';
import { applyTransition } from '../apply-transition';

const input = { memberId: BodyMember.id(), expectedVersion, reason };
const payload = { member: () => BodyMember };

/** R32: who nominated takes the nomination back before the appointment. */
export const withdrawNomination = defineCommand({
  name: 'withdrawNomination',
  description: zhEn(
    '撤回提名，限尚未任命的(R32)',
    'Withdraws a nomination that has not led to an appointment (R32)',
  ),
  input,
  payload,
  target: targetMember,
  execute: async (given, transaction) => {
    const member = await transaction.get(BodyMember, given.memberId, {
      expectedVersion: given.expectedVersion,
    });
    await applyTransition(transaction, member, { ...given, command: 'withdrawNomination' });
    return { member };
  },
});

/** R32: who appoints ends a membership; the study sets no term. */
export const endMembership = defineCommand({
  name: 'endMembership',
  description: zhEn(
    '登记卸任，由任命机关以文件作出(R32)',
    'Records the end of a membership. The appointing authority ends it by a document (R32)',
  ),
  input: {
    ...input,
    documentNumber: field.ruled(
      zhEn('任命机关的文件文号，必填(R32)', 'Number of the appointing authority’s document. Required (R32)'),
      MARK,
    ),
    endedOn: field.optional(
      field.day(
        zhEn(
          '卸任日期，不晚于今天，不早于任命；不填即今天。较早的为补录',
          'Last day in office, today or earlier, and not before the appointment. Default: today. An earlier day is marked as recorded late',
        ),
      ),
    ),
  },
  payload,
  target: targetMember,
  execute: async (given, transaction) => {
    const { documentNumber, endedOn } = given;
    const member = await transaction.get(BodyMember, given.memberId, {
      expectedVersion: given.expectedVersion,
    });
    const { appointedAt } = member;
    const happenedOn = dayOfStep(transaction, {
      field: 'endedOn',
      day: endedOn,
      earliest: appointedAt
        ? { day: localDay(appointedAt), name: { zh: '任命的日期', en: 'the day of the appointment' } }
        : undefined,
    });
    const endedAt = happenedOn === null ? transaction.now : timeOn(transaction, happenedOn);
    await applyTransition(transaction, member, {
      ...given,
      command: 'endMembership',
      happenedOn,
      values: { endedAt, endDocumentNumber: documentNumber },
    });
    return { member };
  },
});
