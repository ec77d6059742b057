import { localDay, recordedAttendance } from '@mtg/governance';
import { THE_CLERK } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';

/** Records that a member unit attends a meeting of the bodies, or is absent from it (R03, R05). */
export function recordUnit(
  story: Story,
  { meetingId, openedAt }: { readonly meetingId: string; readonly openedAt: Date },
  unit: string,
  isAbsent: boolean,
): 'ABSENT' | 'PRESENT' {
  const attendance = isAbsent ? 'ABSENT' : 'PRESENT';
  const reason = isAbsent ? '【样例】因公请假' : null;
  const attending = { meetingId, unit, centerCode: null, attendance, reason } as const;
  const recorded = recordedAttendance(actOf(THE_CLERK, openedAt), attending, { hasReported: false });
  story.add('AttendanceRecord', openedAt, recorded);
  story.presence.push({ unit, day: localDay(openedAt), attendance });
  return attendance;
}
