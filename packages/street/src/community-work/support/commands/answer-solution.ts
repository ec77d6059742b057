import { zhEn } from '@mtg/subgraph-kit';
import { reason } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { issueInput, issueInStep, targetOfIssue } from '../issue-target';
import { answerOf } from '../answer-of';
import { SupportIssue } from '../support-issue';

/** R28: the community confirms that its problem is solved. */
export const confirmSolution = defineCommand({
  name: 'confirmSolution',
  description: zhEn(
    '确认支持保障事项解决(R28)',
    'Confirms, for the community, that an issue is solved (R28)',
  ),
  input: issueInput,
  payload: { supportIssue: () => SupportIssue },
  target: targetOfIssue,
  execute: async (input, transaction) => {
    const issue = await issueInStep(transaction, input);
    return { supportIssue: await answerOf(transaction, issue, null) };
  },
});

/** R28: the community objects, and the problem is taken up again. */
export const objectToSolution = defineCommand({
  name: 'objectToSolution',
  description: zhEn(
    '对支持保障事项的解决提出异议，事项回到承办中(R28)',
    'Objects, for the community, to the solution of an issue, which is taken up again (R28)',
  ),
  input: { ...issueInput, reason },
  payload: { supportIssue: () => SupportIssue },
  target: targetOfIssue,
  execute: async (input, transaction) => {
    const issue = await issueInStep(transaction, input);
    return { supportIssue: await answerOf(transaction, issue, input.reason) };
  },
});
