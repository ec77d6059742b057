import {
  addDays,
  meetingMachine,
  minutesMachine,
  r05,
  r21,
  type LocalDay,
  type MeetingKind,
  type MeetingState,
} from '@mtg/governance';
import { at } from '../calendar';
import { CLERK, DISPATCHER, titled } from '../people';
import { keep, stepOf } from '../rules';
import type { Values } from '../sheet';
import type { Story } from '../story';

const SERIES: Readonly<Record<MeetingKind, string>> = {
  JOINT: '联席',
  SPECIAL: '专题',
  ANNUAL_RETREAT: '务虚',
  MONTHLY_PROGRESS: '月推',
  WEEKLY: '周例',
};

/** The hours of a meeting. */
export interface MeetingPlan {
  readonly kind: MeetingKind;
  readonly title: string;
  readonly day: LocalDay;
  readonly opens: number;
  readonly closes: number;
  readonly convokedDaysBefore: number;
  readonly trigger?: Pick<Values<'Meeting'>, 'triggerKind' | 'requestedBy' | 'majorMatterId' | 'urgency'>;
  readonly memberUnits?: readonly string[];
  readonly agenda?: readonly { readonly title: string; readonly majorMatterId: string | null }[];
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

const NO_TRIGGER = { triggerKind: null, requestedBy: null, majorMatterId: null, urgency: null };

/** Convokes a meeting, opens it and closes it, as far as its day has come; undefined when it was not convoked yet. */
export function holdMeeting(story: Story, plan: MeetingPlan): HeldMeeting | undefined {
  const { kind, day, trigger = NO_TRIGGER, cancelled = false } = plan;
  const dispatcher = kind === 'WEEKLY' || kind === 'MONTHLY_PROGRESS' || kind === 'ANNUAL_RETREAT';
  const convenerRole = dispatcher ? 'DISPATCHER' : 'COMMITTEE_CLERK';
  const convokedAt = at(addDays(day, -plan.convokedDaysBefore), 10);
  if (!story.isPast(convokedAt)) return undefined;
  keep(r21.check({ meetingKind: kind, role: convenerRole }));
  keep(
    r05.check({
      meetingKind: kind,
      trigger: { ...trigger, kind: trigger.triggerKind ?? '' },
      memberUnits: plan.memberUnits ?? [],
      members: plan.memberUnits?.length ?? 0,
    }),
  );
  const [openedAt, closedAt] = [at(day, plan.opens), at(day, plan.closes)];
  let state = meetingMachine.creation.to;
  const isHeld = !cancelled && story.isPast(closedAt);
  if (cancelled) ({ to: state } = stepOf(meetingMachine, state, 'cancelMeeting'));
  if (isHeld) ({ to: state } = stepOf(meetingMachine, state, 'openMeeting'));
  if (isHeld) ({ to: state } = stepOf(meetingMachine, state, 'closeMeeting'));
  const numbered = story.document(SERIES[kind], convokedAt);
  const id = story.add(
    'Meeting',
    convokedAt,
    {
      kind,
      state,
      ...numbered,
      title: titled(plan.title),
      place: '样例会议室',
      scheduledAt: openedAt,
      openedAt: isHeld ? openedAt : null,
      closedAt: isHeld ? closedAt : null,
      heldOn: isHeld ? day : null,
      convenerRole,
      convener: dispatcher ? DISPATCHER : CLERK,
      ...trigger,
      cancelReason: cancelled ? '【样例】议题并入联席会议' : null,
    },
    isHeld ? { updatedAt: closedAt, version: 3 } : { version: cancelled ? 2 : 1 },
  );
  for (const [index, item] of (plan.agenda ?? []).entries()) {
    story.add('AgendaItem', convokedAt, { meetingId: id, number: index + 1, note: null, ...item });
  }
  return { id, number: numbered.number, kind, state, heldOn: day, openedAt, closedAt };
}

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
  let state = minutesMachine.creation.to;
  const isIssued = story.isPast(issuedAt);
  if (isIssued) ({ to: state } = stepOf(minutesMachine, state, 'issueMinutes'));
  const minutesId = story.add(
    'Minutes',
    draftedAt,
    {
      meetingId: meeting.id,
      state,
      title: titled(title),
      number: isIssued ? story.document('纪要', issuedAt).number : null,
      issuedAt: isIssued ? issuedAt : null,
    },
    isIssued ? { updatedAt: issuedAt, version: 2 } : {},
  );
  return items.flatMap(({ text, centerCode, agendaNumber = null, approvedAt = issuedAt }, index) => {
    const said = { number: index + 1, text: titled(text), agendaNumber, centerCode };
    const id = story.add('MinutesItem', draftedAt, { minutesId, communityCode: null, ...said });
    if (!isIssued || !approvedAt) return [];
    const deployableFrom = approvedAt > issuedAt ? approvedAt : issuedAt;
    return [{ id, meetingKind: meeting.kind, centerCode, deployableFrom }];
  });
}
