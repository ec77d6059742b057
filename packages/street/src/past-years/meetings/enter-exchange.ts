import { recordAttendance } from '../../deliberation/meetings/commands/record-attendance';
import { recordCenterReport } from '../../deliberation/meetings/commands/record-center-report';
import { recordMemberReport, recordStreetNotice } from '../../deliberation/meetings/commands/record-exchange';
import type { Meeting } from '../../deliberation/meetings/meeting';
import type { PastTools } from '../past-import';
import type { PastLine } from '../past-line';
import { attendantOf, convenerOf, reporterOf, type PastMeeting } from './past-meeting';

/** Records who attended an open meeting, and what was reported in it. @returns false where something is refused */
export async function enterExchange(past: PastMeeting, meeting: Meeting, tools: PastTools): Promise<boolean> {
  const entered: boolean[] = [];
  for (const line of past.of('CENTER_REPORT')) entered.push(await report(line, meeting, tools));
  for (const line of past.of('UNIT_REPORT')) entered.push(await unitReport(line, meeting, tools));
  for (const line of past.of('NOTICE')) entered.push(await notice(line, meeting, tools));
  for (const line of past.of('PRESENT')) entered.push(await attendance(line, meeting, 'PRESENT', tools));
  for (const line of past.of('ABSENT')) entered.push(await attendance(line, meeting, 'ABSENT', tools));
  return entered.every(Boolean);
}

async function report(line: PastLine, meeting: Meeting, { steps }: PastTools): Promise<boolean> {
  const centerCode = line.center('who') ?? missingName(line);
  if (centerCode === null) return false;
  const input = {
    meetingId: meeting.id,
    centerCode,
    thisWeek: line.text('this_week'),
    nextWeek: line.text('next_week'),
    communityMatters: line.text('community_matters'),
    progress: line.text('progress'),
    difficulties: difficultiesOf(line.text('difficulties')),
    nextMonth: line.text('next_month'),
  };
  const as = { subject: steps.importer, ...reporterOf(centerCode) };
  const place = { line: line.line, column: 'who', columns: { centerCode: 'who', content: 'difficulties' } };
  return (await steps.give(recordCenterReport, input, { as, ...place })) !== undefined;
}

/** Difficulties one by one, as lines or separated by semicolons; “无” says that there are none. */
function difficultiesOf(text: string | null): readonly { readonly content: string }[] | null {
  if (text === null) return null;
  if (/^(无|没有|none)[。.]?$/iu.test(text)) return [];
  return text
    .split(/[\n;；]/u)
    .map((content) => content.trim())
    .filter((content) => content !== '')
    .map((content) => ({ content }));
}

async function unitReport(line: PastLine, meeting: Meeting, { steps }: PastTools): Promise<boolean> {
  const unit = line.text('who') ?? missingName(line);
  if (unit === null) return false;
  const input = { meetingId: meeting.id, unit, content: line.text('content') ?? '' };
  return (await steps.give(recordMemberReport, input, ofStreet(line, meeting, steps.importer))) !== undefined;
}

async function notice(line: PastLine, meeting: Meeting, { steps }: PastTools): Promise<boolean> {
  const input = {
    meetingId: meeting.id,
    content: line.text('content') ?? '',
    requirements: line.text('requirements'),
    suggestions: line.text('suggestions'),
  };
  return (await steps.give(recordStreetNotice, input, ofStreet(line, meeting, steps.importer))) !== undefined;
}

async function attendance(
  line: PastLine,
  meeting: Meeting,
  kind: 'PRESENT' | 'ABSENT',
  { steps }: PastTools,
): Promise<boolean> {
  const whose = attendantOf(line, meeting);
  if (!line.isSound) return false;
  if (whose.unit === null && whose.centerCode === null) return missingName(line) !== null;
  const input = {
    meetingId: meeting.id,
    records: [{ ...whose, attendance: kind, reason: line.text('reason') }],
  };
  return (await steps.give(recordAttendance, input, ofStreet(line, meeting, steps.importer))) !== undefined;
}

const missingName = (line: PastLine): null =>
  line.isSound
    ? line.wrong('who', {
        zh: '没有填写中心或单位，请填写',
        en: 'The center or unit is missing. Add it',
      })
    : null;

const ofStreet = ({ line }: PastLine, { kind }: Meeting, subject: string) => ({
  as: { subject, role: convenerOf(kind) },
  line,
  column: 'who',
  columns: { unit: 'who', centerCode: 'who', records: 'who' },
});
