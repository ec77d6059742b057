import type { RuleViolation } from '../catalogue/violation';
import type { Maybe, MemberUnit } from '../checks/facts';
import { r03, type ClosingJointMeeting } from '../rules/r03-mutual-reporting';
import {
  r05,
  type ClosingSpecialMeeting,
  type Convocation,
  type SpecialMeetingItem,
} from '../rules/r05-special-meeting';
import { r20, type ClosingProgressMeeting } from '../rules/r20-monthly-progress';
import { r21, type ClosingWeeklyMeeting } from '../rules/r21-weekly-meeting';
import { meetingMachine, type MeetingState } from '../state-machines/machines/meeting';
import { minutesMachine, type MinutesState } from '../state-machines/machines/minutes';
import { looksSame } from '../text/comparison-form';
import type { LocalDay } from '../time/local-day';
import type { MeetingKind, MeetingTriggerKind } from '../vocabulary/meetings';
import type { Act } from './act';
import { beginningOfYear, happenedOn, timeOn } from './happened-on';

/** A meeting as far as a step depends on it. */
export interface MeetingInStep {
  readonly state: MeetingState;
  readonly version: number;
}

/** A meeting about to be opened. */
interface MeetingToOpen extends MeetingInStep {
  /** Of its number. */
  readonly year: number;
}

/** A meeting about to be convened. */
export interface MeetingPlan {
  readonly kind: MeetingKind;
  readonly title: string;
  readonly place: string | null;
  readonly scheduledAt: Date;
  readonly trigger: Maybe<{
    readonly kind: MeetingTriggerKind | null;
    readonly requestedBy: string | null;
    readonly majorMatterId: string | null;
    readonly urgency: string | null;
  }>;
  readonly agenda?: Convocation['agenda'] | null;
}

/** The members of a street’s two bodies. */
export interface Membership {
  readonly memberUnits: readonly MemberUnit[];
  /** Numbers of members in office in the street's two bodies. */
  readonly members: number;
}

/** The columns of a meeting that later steps fill. */
export interface MeetingCourse {
  readonly state: MeetingState;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly heldOn: LocalDay | null;
  readonly cancelReason: string | null;
}

/** Convenes a meeting (R05, R21). */
export function convokedMeeting(act: Act, plan: MeetingPlan, { memberUnits, members }: Membership) {
  const { kind, title, place, scheduledAt, trigger, agenda } = plan;
  const { role, subject } = act.actor;
  act.require(
    r21.check({ meetingKind: kind, role }),
    r05.check({
      meetingKind: kind,
      trigger: trigger && { ...trigger, kind: trigger.kind ?? '' },
      memberUnits: memberUnits.map(({ id }) => id),
      members,
      agenda: agenda ?? [],
    }),
  );
  const course: MeetingCourse = {
    state: meetingMachine.creation.to,
    openedAt: null,
    closedAt: null,
    heldOn: null,
    cancelReason: null,
  };
  return {
    ...course,
    kind,
    title,
    place,
    scheduledAt,
    convenerRole: role,
    convener: subject,
    triggerKind: trigger?.kind ?? null,
    requestedBy: nameOf(trigger?.requestedBy ?? null, memberUnits),
    majorMatterId: trigger?.majorMatterId ?? null,
    urgency: trigger?.urgency ?? null,
  };
}

/** A unit's name as its member has it. */
const nameOf = (given: string | null, units: readonly MemberUnit[]): string | null =>
  units.find(({ name }) => given !== null && looksSame(name, given))?.name ?? given;

/**
 * Opens a meeting. It counts for the day on which it was held, which may lie before the one on which it is recorded, and not
 * before the year of its number.
 */
export function openedMeeting(act: Act, meeting: MeetingToOpen, heldOn?: Maybe<LocalDay>) {
  const state = act.step(meetingMachine, meeting, 'openMeeting');
  const earliest = {
    day: beginningOfYear(meeting.year).day,
    name: {
      zh: '编号之年（召集时随 scheduledAt）的首日',
      en: 'the beginning of the year of its number, which follows `scheduledAt` at the convocation',
    },
  };
  return { state, openedAt: act.now, heldOn: happenedOn(act, { field: 'heldOn', day: heldOn, earliest }) };
}

/**
 * Begins to close a meeting: its state is checked before what was exchanged in it is looked up.
 *
 * @returns closes it. Takes the reports and notices of a joint meeting (R03), the reports and absences of centers for a
 *   weekly (R21) or a monthly one (R20), the attendance of a special one (R05); null for another
 */
export function closingMeeting(act: Act, meeting: MeetingInStep) {
  const state = act.step(meetingMachine, meeting, 'closeMeeting');
  return (exchange: ClosingExchange | null) => {
    if (exchange) act.require(findingsOn(exchange));
    return { state, closedAt: act.now };
  };
}

/** Facts that the closing of a meeting depends on, by its kind. */
export type ClosingExchange =
  ClosingJointMeeting | ClosingSpecialMeeting | ClosingWeeklyMeeting | ClosingProgressMeeting;

/** Checks again what a meeting was closed on, when a record of it was corrected. */
export const requireExchange = (act: Act, exchange: ClosingExchange | null): void =>
  act.require(exchange ? findingsOn(exchange) : []);

function findingsOn(exchange: ClosingExchange): readonly RuleViolation[] {
  if ('memberUnits' in exchange) return r03.check(exchange);
  if ('specialUnits' in exchange) return r05.check(exchange);
  return 'weeklyReports' in exchange ? r21.check(exchange) : r20.check(exchange);
}

/** Requires that an item of the minutes of a special meeting follows from its trigger (R05). */
export const requireOnTrigger = (act: Act, item: SpecialMeetingItem['specialItem']): void =>
  act.require(r05.check({ specialItem: item }));

/** Cancels a meeting that has not begun. */
export const cancelledMeeting = (act: Act, meeting: MeetingInStep, cancelReason: string) => ({
  state: act.step(meetingMachine, meeting, 'cancelMeeting'),
  cancelReason,
});

/** The columns of minutes that later steps fill. */
interface MinutesCourse {
  readonly state: MinutesState;
  readonly number: string | null;
  readonly issuedAt: Date | null;
}

/** Drafts minutes. */
export const draftedMinutes = (): MinutesCourse => ({
  state: minutesMachine.creation.to,
  number: null,
  issuedAt: null,
});

/**
 * Issues minutes with their number; work can be deployed by them from then on (R06). Minutes of an earlier day were issued
 * after their meeting.
 */
export function issuedMinutes(
  act: Act,
  minutes: { readonly state: MinutesState; readonly version: number },
  {
    number,
    issuedOn,
    heldOn,
  }: { readonly number: string; readonly issuedOn?: Maybe<LocalDay>; readonly heldOn?: Maybe<LocalDay> },
) {
  const state = act.step(minutesMachine, minutes, 'issueMinutes');
  const earliest = heldOn
    ? { day: heldOn, name: { zh: '会议召开的日期', en: 'the day of the meeting' } }
    : undefined;
  const day = happenedOn(act, { field: 'issuedOn', day: issuedOn, earliest });
  return { state, number, issuedAt: timeOn(act, day) };
}
