import {
  addDays,
  cancelledMeeting,
  closingMeeting,
  convokedMeeting,
  draftedMinutes,
  issuedMinutes,
  issuedMinutesCorrection,
  MEETING_SERIES,
  openedMeeting,
  requireOnTrigger,
  type ClosingExchange,
  type LocalDay,
  type MeetingKind,
  type MeetingState,
  type MeetingTriggerKind,
} from '@mtg/governance';
import { at } from '../calendar';
import { ChangingRow } from '../changing-row';
import { THE_CLERK, THE_DISPATCHER, titled } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';

/** The hours of a meeting. */
export interface MeetingPlan {
  readonly kind: MeetingKind;
  readonly title: string;
  readonly day: LocalDay;
  readonly opens: number;
  readonly closes: number;
  readonly convokedDaysBefore: number;
  readonly trigger?: {
    readonly kind: MeetingTriggerKind;
    readonly requestedBy?: string;
    readonly majorMatterId?: string;
    readonly urgency?: string;
  };
  readonly memberUnits?: readonly string[];
  readonly agenda?: readonly { readonly title: string; readonly majorMatterId: string | null }[];
  /** Generates what is exchanged in a meeting of the bodies, or says which centers reported to one of the centers. */
  readonly exchange?: (meeting: Pick<HeldMeeting, 'id' | 'heldOn' | 'openedAt'>) => ClosingExchange;
  readonly cancelled?: boolean;
}

export interface HeldMeeting {
  readonly id: string;
  readonly number: string;
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  readonly heldOn: LocalDay;
  readonly openedAt: Date;
  readonly closedAt: Date;
}

/** Convenes a meeting, opens it and closes it, as far as its day has come; undefined when it was not convened yet. */
export function holdMeeting(story: Story, plan: MeetingPlan): HeldMeeting | undefined {
  const { kind, day, memberUnits = [], agenda = [], exchange, cancelled = false } = plan;
  const byDispatcher = kind === 'WEEKLY' || kind === 'MONTHLY_PROGRESS' || kind === 'ANNUAL_RETREAT';
  const convener = byDispatcher ? THE_DISPATCHER : THE_CLERK;
  const convokedAt = at(addDays(day, -plan.convokedDaysBefore), 10);
  if (!story.isPast(convokedAt)) return undefined;
  const [openedAt, closedAt] = [at(day, plan.opens), at(day, plan.closes)];
  const values = convokedMeeting(
    actOf(convener, convokedAt),
    {
      kind,
      title: titled(plan.title),
      place: '样例会议室',
      scheduledAt: openedAt,
      trigger: plan.trigger && { ...NO_TRIGGER, ...plan.trigger },
      agenda,
    },
    { memberUnits: memberUnits.map((unit) => ({ id: unit, name: unit })), members: memberUnits.length },
  );
  const numbered = story.document(MEETING_SERIES[kind], convokedAt);
  const changing = new ChangingRow(story.random.idAt(convokedAt), convokedAt, { ...numbered, ...values });
  const { id } = changing;
  for (const [index, item] of agenda.entries()) {
    story.add('AgendaItem', convokedAt, { meetingId: id, number: index + 1, note: null, ...item });
  }
  if (cancelled) {
    const act = actOf(convener, convokedAt);
    changing.change(convokedAt, cancelledMeeting(act, changing.row, '【样例】议题并入联席会议'));
  } else if (story.isPast(closedAt)) {
    changing.change(openedAt, openedMeeting(actOf(convener, openedAt), changing.row));
    const exchanged = exchange?.({ id, heldOn: day, openedAt }) ?? null;
    changing.change(closedAt, closingMeeting(actOf(convener, closedAt), changing.row)(exchanged));
  }
  story.write('Meeting', changing, changing.values);
  const { state } = changing.values;
  return { id, number: numbered.number, kind, state, heldOn: day, openedAt, closedAt };
}

const NO_TRIGGER = { requestedBy: null, majorMatterId: null, urgency: null };

/** An item of minutes that work can be deployed by. */
export interface IssuedItem {
  readonly id: string;
  readonly meetingKind: MeetingKind;
  /** The center that it gives work to, if it names one. */
  readonly centerCode: string | null;
  /** When its minutes are issued and 街道工委 has approved the major matter that it follows from. */
  readonly deployableFrom: Date;
}

interface DraftItem {
  readonly text: string;
  readonly centerCode: string | null;
  readonly agendaNumber?: number;
  /** How it follows from the trigger of a special meeting. */
  readonly relation?: string;
  /** When 街道工委 approved the major matter that it follows from; null before that. */
  readonly approvedAt?: Date | null;
}

/** Drafts the minutes of a meeting on the next day and issues them two days later. @returns its items, once issued */
export function keepMinutes(
  story: Story,
  meeting: HeldMeeting,
  title: string,
  items: readonly DraftItem[],
): readonly IssuedItem[] {
  const draftedAt = at(addDays(meeting.heldOn, 1), 9);
  const issuedAt = at(addDays(meeting.heldOn, 3), 9);
  if (meeting.state !== 'CLOSED' || !story.isPast(draftedAt)) return [];
  const changing = new ChangingRow(story.random.idAt(draftedAt), draftedAt, draftedMinutes());
  const minutesId = changing.id;
  const isIssued = story.isPast(issuedAt);
  if (isIssued) {
    const act = actOf(THE_CLERK, issuedAt);
    changing.change(
      issuedAt,
      issuedMinutes(act, changing.row, { number: story.document('纪要', issuedAt).number }),
    );
  }
  story.write('Minutes', changing, { meetingId: meeting.id, title: titled(title), ...changing.values });
  return items.flatMap((item, index) => {
    const { text, centerCode, agendaNumber = null, relation = null, approvedAt = issuedAt } = item;
    const said = { number: index + 1, text: titled(text), agendaNumber, centerCode, relation };
    if (meeting.kind === 'SPECIAL') {
      const of = { trigger: { kind: '' }, majorMatterId: null, topics: 0, agendaNumber, path: '' };
      requireOnTrigger(actOf(THE_CLERK, draftedAt), { ...of, text: said.text, relation });
    }
    const id = story.add('MinutesItem', draftedAt, { minutesId, communityCode: null, ...said });
    if (isIssued && index === 0) correctItem(story, id, said.text, addDays(meeting.heldOn, 10));
    if (!isIssued || !approvedAt) return [];
    const deployableFrom = approvedAt > issuedAt ? approvedAt : issuedAt;
    return [{ id, meetingKind: meeting.kind, centerCode, deployableFrom }];
  });
}

/** Issues a correction of what an item says, a week after the minutes. */
function correctItem(story: Story, minutesItemId: string, reads: string, day: LocalDay): void {
  const issuedAt = at(day, 9);
  if (!story.isPast(issuedAt)) return;
  const values = issuedMinutesCorrection(actOf(THE_CLERK, issuedAt), {
    minutes: { state: 'ISSUED', version: 2 },
    reads,
    text: `${reads}，按季度报告进展`,
    reason: titled('记录时漏记'),
    number: story.document('纪要更正', issuedAt).number,
  });
  const id = story.randomFor(`minutes correction/${minutesItemId}`).idAt(issuedAt);
  story.add('MinutesCorrection', issuedAt, { ...values, minutesItemId }, { id });
}
