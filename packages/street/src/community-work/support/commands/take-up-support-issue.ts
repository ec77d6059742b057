import { field } from '@mtg/commands';
import { takenUpSupport } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
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
    if (meetingId !== null) await transaction.get(Meeting, meetingId);
    if (bodyCode !== null) await requireBody(transaction, bodyCode);
    const values = takenUpSupport(transaction, issue, { bodyCode, meetingId });
    return { supportIssue: await transaction.change(issue, values) };
  },
});
