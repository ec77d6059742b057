import { field } from '@mtg/commands';
import { takenUpSupport } from '@mtg/governance';
import { refuse, zhEn } from '@mtg/subgraph-kit';
import { IsNull } from 'typeorm';
import { defineCommand, type StreetTransaction } from '../../../foundation/street-commands';
import { BodyMember } from '../../../deliberation/bodies/body-member';
import { Meeting } from '../../../deliberation/meetings/meeting';
import { requireBody } from '../../../deliberation/bodies/require-body';
import { issueInput, issueInStep, targetOfIssue } from '../issue-target';
import { SupportIssue } from '../support-issue';

/** R28: the coordinating bodies take a problem up, by themselves or in a meeting. */
export const takeUpSupportIssue = defineCommand({
  name: 'takeUpSupportIssue',
  description: zhEn(
    '登记研究承办支持保障事项，写明议事机构或会议(R28)',
    'Records the body or the meeting that takes up a support issue (R28)',
  ),
  input: {
    ...issueInput,
    bodyCode: field.optional(
      field.code(zhEn('承办的议事机构代码(R28)', 'Code of the body that takes it up (R28)')),
    ),
    meetingId: field.optional(
      field.uuid(zhEn('承办的会议标识(R28)', 'Id of the meeting that takes it up (R28)')),
    ),
  },
  payload: { supportIssue: () => SupportIssue },
  target: targetOfIssue,
  execute: async (input, transaction) => {
    const issue = await issueInStep(transaction, input);
    const { bodyCode, meetingId } = input;
    const meeting = meetingId === null ? null : await transaction.get(Meeting, meetingId);
    const membersInOffice = bodyCode === null ? 0 : await membersOf(transaction, issue, bodyCode);
    const values = takenUpSupport(transaction, issue, { bodyCode, meetingId, membersInOffice, meeting });
    return { supportIssue: await transaction.change(issue, values) };
  },
});

/**
 * Counts the members in office of a body of the street, or of the community that has the problem.
 *
 * @throws PublicError NOT_FOUND, BAD_USER_INPUT
 */
async function membersOf(
  transaction: StreetTransaction,
  { communityCode }: SupportIssue,
  code: string,
): Promise<number> {
  const body = await requireBody(transaction, code);
  if (body.communityCode !== null && body.communityCode !== communityCode) {
    throw refuse.badInput('bodyCode', {
      zh: `${body.name}属于另一社区。请填写本社区的大党委，或街道的议事协调机构`,
      en: `${body.name} belongs to another community. Choose the body of this community, or one of the street`,
    });
  }
  const { manager, sample } = transaction;
  const inOffice = { bodyCode: body.code, state: 'APPOINTED' as const, sample, deletedAt: IsNull() };
  return manager.countBy(BodyMember, inOffice);
}
