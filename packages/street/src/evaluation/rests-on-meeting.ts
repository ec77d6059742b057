import { localDay, type RestOnMeeting } from '@mtg/governance';
import { AttendanceRecord } from '../deliberation/meetings/attendance-record';
import type { Meeting } from '../deliberation/meetings/meeting';
import { MemberReport } from '../deliberation/meetings/member-report';
import { BodyMember } from '../deliberation/bodies/body-member';
import type { StreetTransaction } from '../foundation/street-commands';
import { PersonnelEvidence } from './personnel-evidence';
import { PersonnelSuggestion } from './personnel-suggestion';

/** Suggestions on members that cite attendance or a report: it is of a day on which the member was in office (R15). */
export async function suggestionsOn(
  transaction: StreetTransaction,
  { id: meetingId }: Meeting,
): Promise<readonly RestOnMeeting[]> {
  const cited = [];
  for (const { id } of await transaction.list(AttendanceRecord, { meetingId })) {
    cited.push(...(await transaction.list(PersonnelEvidence, { attendanceRecordId: id })));
  }
  for (const { id } of await transaction.list(MemberReport, { meetingId })) {
    cited.push(...(await transaction.list(PersonnelEvidence, { memberReportId: id })));
  }
  const rests = [];
  for (const { suggestionId } of cited) {
    const { memberId } = await transaction.get(PersonnelSuggestion, suggestionId);
    const { appointedAt } = await transaction.get(BodyMember, memberId);
    if (appointedAt === null) continue;
    const first = localDay(appointedAt);
    rests.push({
      first,
      says: {
        zh: `一项人事建议引用了会上的记录，所涉成员 ${first} 任命(R15)`,
        en: `A personnel suggestion cites a record of it, and its member was appointed on ${first} (R15)`,
      },
    });
  }
  return rests;
}
