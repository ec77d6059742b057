import { localDay, type RestOnMeeting } from '@mtg/governance';
import type { Meeting } from '../../deliberation/meetings/meeting';
import type { StreetTransaction } from '../../foundation/street-commands';
import { AssignmentBatch } from '../assignments/assignment-batch';
import { SupportIssue } from '../support/support-issue';

/** Finds what a weekly meeting let through to communities (R22, R23), and problems that a meeting took up (R28). */
export async function communityWorkOn(
  transaction: StreetTransaction,
  { id: meetingId }: Meeting,
): Promise<readonly RestOnMeeting[]> {
  const batches = await transaction.list(AssignmentBatch, { meetingId });
  const issues = await transaction.list(SupportIssue, { meetingId });
  return [
    ...batches.map(({ number, issuedAt }) => {
      const last = localDay(issuedAt);
      return {
        last,
        says: {
          zh: `${number}于 ${last} 向社区布置了会上通过的事项(R22)`,
          en: `Batch ${number} assigned what the meeting passed to communities on ${last} (R22)`,
        },
      };
    }),
    ...issues.map(({ title, raisedOn, takenUpAt }) => ({
      first: raisedOn,
      ...(takenUpAt && { last: localDay(takenUpAt) }),
      says: {
        zh: `会议承办了 ${raisedOn} 提出的支持保障事项“${title}”(R28)`,
        en: `The meeting took up “${title}”, a problem raised on ${raisedOn} (R28)`,
      },
    })),
  ];
}
