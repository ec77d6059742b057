import { createHash } from 'node:crypto';
import { attachedFile } from '@mtg/governance';
import { THE_CLERK } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';
import type { HeldMeeting } from './hold-meeting';

/** Attaches the signed sheet of attendance to a meeting after it closed. A sample has no bytes, and says so when it is downloaded. */
export function attachAttendanceSheet(story: Story, { id: meetingId, heldOn, closedAt }: HeldMeeting): void {
  const attachedAt = new Date(closedAt.getTime() + 3_600_000);
  if (!story.isPast(attachedAt)) return;
  // Chance of its own, so that the rest of the year stays as it is.
  const random = story.randomFor(`sheet ${meetingId}`);
  const act = actOf(THE_CLERK, attachedAt);
  const values = attachedFile(act, {
    attachedTo: 'MEETING',
    author: null,
    upload: {
      id: random.idAt(attachedAt),
      fileName: `样例签到表 ${heldOn}.pdf`,
      mediaType: 'application/pdf',
      sizeBytes: random.whole(80_000, 900_000),
      sha256: createHash('sha256').update(meetingId).digest('hex'),
    },
    isAttached: false,
  });
  const others = {
    minutesId: null,
    delegationId: null,
    workOrderId: null,
    ledgerEntryId: null,
    supportIssueId: null,
    expenditureId: null,
    visitRecordId: null,
    sentimentLogId: null,
    enforcementObjectId: null,
  };
  const row = { ...values, ...others, meetingId, note: null };
  story.add('Attachment', attachedAt, row, { id: random.idAt(attachedAt) });
}
