import { MEETING_TRIGGER_KIND_LABELS, startOfDay } from '@mtg/governance';
import { Meeting } from '../../deliberation/meetings/meeting';
import { closeMeeting, openMeeting } from '../../deliberation/meetings/commands/hold-meeting';
import { convokeMeeting } from '../../deliberation/meetings/commands/convoke-meeting';
import { isoDay } from '../../foundation/file-values';
import { groupedBy, type PastEntry, type PastImport, type PastTools } from '../past-import';
import { asInput } from '../past-line';
import { rowOf } from '../past-steps';
import { enterExchange } from './enter-exchange';
import { enterMinutes } from './enter-minutes';
import { MEETING_COLUMNS } from './meeting-columns';
import { convenerOf, matterOf, pastMeeting, type PastMeeting } from './past-meeting';

/** Meetings of past years, each with its reports and minutes. */
export const meetingImport: PastImport = {
  name: 'importMeetings',
  columns: MEETING_COLUMNS,
  keyColumn: 'meeting',
  entriesOf: (records) => {
    const grouped = groupedBy(records, ({ values }) => values['meeting'] ?? '');
    return grouped.toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1));
  },
  enter: async (entry, tools) => {
    if (entry.key === '') return withoutNumber(entry, tools);
    const past = pastMeeting(entry, tools);
    const meeting = past && (await convene(past, tools));
    if (!past || !meeting) return undefined;
    const isComplete = await enterExchange(past, meeting, tools);
    const as = { subject: tools.steps.importer, role: convenerOf(past.kind) };
    // A meeting whose reports are refused lacks them in the end, which needs no further word.
    if (!isComplete) return undefined;
    const { id, version } = meeting;
    const closed = await tools.steps.give(
      closeMeeting,
      { meetingId: id, expectedVersion: version },
      {
        as,
        line: past.head.line,
        column: 'meeting',
        columns: { reports: 'entry', attendance: 'entry', notices: 'entry' },
      },
    );
    if (!closed) return undefined;
    return (await enterMinutes(past, meeting, tools)) ? id : undefined;
  },
};

/** The first day in the lines of a meeting. Numbers run in the order of days. */
const dayOf = ({ lines }: PastEntry): string =>
  lines.map(({ values }) => isoDay(values['held_on'] ?? '')).find((day) => day !== '') ?? '';

function withoutNumber({ lines }: PastEntry, { note }: PastTools): undefined {
  for (const { line } of lines) {
    note({
      line,
      column: 'meeting',
      reason:
        '没有会议编号，请填写：同一会议的各行编号相同 · the meeting has no number of its own. Add it: the lines of a meeting share one',
    });
  }
}

/** Convenes and opens a meeting on its day. */
async function convene(past: PastMeeting, tools: PastTools): Promise<Meeting | undefined> {
  const { head, kind, heldOn } = past;
  const { steps } = tools;
  const agendaLines = past.of('AGENDA');
  const agenda = [];
  for (const line of agendaLines) {
    agenda.push({
      title: line.text('title') ?? '',
      note: line.text('content'),
      majorMatterId: await matterOf(line, tools),
    });
  }
  const trigger = head.choice('trigger', MEETING_TRIGGER_KIND_LABELS);
  const matter = await matterOf(head, tools);
  const [requestedBy, urgency] = [head.text('requested_by'), head.text('urgency')];
  const hasTrigger = [trigger, matter, requestedBy, urgency].some((value) => value !== null);
  if (![head, ...agendaLines].every(({ isSound }) => isSound)) return undefined;
  const as = { subject: steps.importer, role: convenerOf(kind) };
  const place = {
    as,
    line: head.line,
    column: 'meeting',
    columns: {
      scheduledAt: 'held_on',
      majorMatterId: 'matter',
      'trigger.kind': 'trigger',
      'trigger.majorMatterId': 'matter',
      note: 'content',
    },
    lines: { agenda: agendaLines.map(({ line }) => line) },
  };
  const convoked = await steps.give(
    convokeMeeting,
    {
      kind,
      title: head.text('title') ?? '',
      place: head.text('place'),
      scheduledAt: startOfDay(heldOn),
      agenda,
      trigger: hasTrigger ? { kind: trigger, requestedBy, majorMatterId: matter, urgency } : null,
    },
    place,
  );
  if (!convoked) return undefined;
  const meeting = rowOf(convoked, 'meeting', Meeting);
  const opened = await steps.give(
    openMeeting,
    { meetingId: meeting.id, expectedVersion: meeting.version, heldOn: asInput(heldOn) },
    place,
  );
  return opened && rowOf(opened, 'meeting', Meeting);
}
