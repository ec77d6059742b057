import type { Actor } from '@mtg/access';
import { CenterType, MEETING_KIND_LABELS, type LocalDay, type MeetingKind } from '@mtg/governance';
import { looksLike } from '@mtg/subgraph-kit';
import { IsNull } from 'typeorm';
import { MajorMatter } from '../../deliberation/matters/major-matter';
import type { Meeting } from '../../deliberation/meetings/meeting';
import type { PastEntry, PastTools } from '../past-import';
import type { PastLine } from '../past-line';
import { MEETING_ENTRY_LABELS, type MeetingEntry } from './meeting-columns';

/** A line of a meeting with what it states. */
interface MeetingLine {
  readonly entry: MeetingEntry;
  readonly read: PastLine;
}

/** A meeting of the file whose first line could be read. */
export interface PastMeeting {
  readonly head: PastLine;
  readonly kind: MeetingKind;
  readonly heldOn: LocalDay;
  readonly of: (...entries: readonly MeetingEntry[]) => readonly PastLine[];
}

/** Reads the lines of a meeting: one says which it was, the others what happened in it. */
export function pastMeeting({ key, lines }: PastEntry, { read, note }: PastTools): PastMeeting | undefined {
  const found = lines.flatMap((record): readonly MeetingLine[] => {
    const line = read(record);
    const entry = line.choice('entry', MEETING_ENTRY_LABELS);
    if (entry !== null) return [{ entry, read: line }];
    if (line.isSound) {
      line.wrong('entry', {
        zh: '没有填写行类别，请填“会议”“中心汇报”“纪要”等',
        en: 'The entry is missing. Write e.g. “meeting”, “center report” or “minutes”',
      });
    }
    return [];
  });
  const of = (...entries: readonly MeetingEntry[]): readonly PastLine[] =>
    found.filter(({ entry }) => entries.includes(entry)).map((each) => each.read);
  const [head, second] = of('MEETING');
  if (!head || second) {
    const first = lines[0];
    note({
      line: second?.line ?? first?.line ?? 1,
      column: 'entry',
      reason: `会议“${key}”须恰有一行的类别为“会议”，请更正 · meeting “${key}” needs exactly one line whose entry is “meeting”. Correct it`,
    });
    return undefined;
  }
  const kind = head.choice('kind', MEETING_KIND_LABELS);
  const heldOn = head.requiredDay('held_on');
  if (kind === null && head.text('kind') === null) {
    head.wrong('kind', { zh: '没有填写会议种类，请填写', en: 'The kind is missing. Add it' });
  }
  if (kind === null || heldOn === null || found.length < lines.length) return undefined;
  return { head, kind, heldOn, of };
}

/** The role that a kind of meeting is convened and recorded in. */
export const convenerOf = (kind: MeetingKind): Actor['role'] =>
  kind === 'JOINT' || kind === 'SPECIAL' ? 'COMMITTEE_CLERK' : 'DISPATCHER';

/** The center that the dispatcher acts for. */
const DISPATCHING_CENTER: string = CenterType.GENERAL_AFFAIRS;

/** The role that reports for a center: its head, and the dispatcher for 综合管理中心. */
export const reporterOf = (center: string): Pick<Actor, 'role' | 'center'> =>
  center === DISPATCHING_CENTER ? { role: 'DISPATCHER' } : { role: 'CENTER_HEAD', center };

/** Finds the major matter that a line names by its title. */
export async function matterOf(line: PastLine, { manager }: PastTools): Promise<string | null> {
  const title = line.text('matter');
  if (title === null) return null;
  const found = await manager.find(MajorMatter, {
    where: { title: looksLike(title), sample: false, deletedAt: IsNull() },
  });
  const [matter] = found;
  if (matter && found.length === 1) return matter.id;
  return line.wrong('matter', {
    zh: `${matter ? '有几个' : '没有'}重大事项“${title}”，请更正标题${matter ? '' : '，或先登记它（registerMajorMatter）'}`,
    en: `There ${matter ? 'are several major matters' : 'is no major matter'} “${title}”. Correct the title${matter ? '' : ', or register it first (registerMajorMatter)'}`,
  });
}

/** A center by its name, where the meeting is one of centers; otherwise a member unit. */
export function attendantOf(line: PastLine, { kind }: Pick<Meeting, 'kind'>) {
  const isOfCenters = kind !== 'JOINT' && kind !== 'SPECIAL';
  return isOfCenters
    ? { unit: null, centerCode: line.center('who') }
    : { unit: line.text('who'), centerCode: null };
}
