import type { Meeting } from '../../deliberation/meetings/meeting';
import { Minutes } from '../../deliberation/minutes/minutes';
import { draftMinutes, issueMinutes } from '../../deliberation/minutes/commands/keep-minutes';
import type { PastTools } from '../past-import';
import { asInput } from '../past-line';
import { rowOf } from '../past-steps';
import { convenerOf, type PastMeeting } from './past-meeting';

/** Drafts and issues the minutes of a closed meeting, where the file has some. @returns false where they are refused */
export async function enterMinutes(
  past: PastMeeting,
  meeting: Meeting,
  { steps, note }: PastTools,
): Promise<boolean> {
  const [head, second] = past.of('MINUTES');
  const items = past.of('ITEM');
  if (!head && items.length === 0) return true;
  if (!head || second) {
    note({
      line: second?.line ?? items[0]?.line ?? past.head.line,
      column: 'entry',
      reason:
        '有纪要条目的会议须恰有一行“纪要”，写明标题和文号，请更正 · a meeting with minutes items needs exactly one line “minutes”, with title and number. Correct it',
    });
    return false;
  }
  const drafts = items.map((line) => ({
    text: line.text('content') ?? '',
    agendaNumber: line.whole('agenda'),
    relation: line.text('relation'),
    centerCode: line.center('who'),
    communityCode: line.community('community'),
  }));
  const issuedOn = head.day('issued_on');
  if (![head, ...items].every(({ isSound }) => isSound)) return false;
  const place = {
    as: { subject: steps.importer, role: convenerOf(past.kind) },
    line: head.line,
    column: 'meeting',
    columns: {
      items: 'entry',
      text: 'content',
      agendaNumber: 'agenda',
      centerCode: 'who',
      communityCode: 'community',
    },
    lines: { items: items.map(({ line }) => line) },
  };
  const title = head.text('title') ?? past.head.text('title') ?? '';
  const drafted = await steps.give(draftMinutes, { meetingId: meeting.id, title, items: drafts }, place);
  if (!drafted) return false;
  const { id, version } = rowOf(drafted, 'minutes', Minutes);
  const number = head.text('number') ?? '';
  const issue = { minutesId: id, expectedVersion: version, number, issuedOn: issuedOn && asInput(issuedOn) };
  const issued = await steps.give(issueMinutes, issue, place);
  return issued !== undefined;
}
