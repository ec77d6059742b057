import type { Maybe } from '../checks/facts';
import type { InputProblem } from '../checks/input-problem';
import {
  haveBothFormed,
  r01,
  type BodyConsultation,
  type MajorMatterDecision,
  type PreliminaryOpinion,
} from '../rules/r01-collective-deliberation';
import { labelsOf } from '../state-machines/state-machine';
import { labelOf } from '../vocabulary/labelled';
import { majorMatterMachine, type MajorMatterState } from '../state-machines/machines/major-matter';
import { meetingMachine, type MeetingState } from '../state-machines/machines/meeting';
import type { MeetingKind } from '../vocabulary/meetings';
import type { LocalDay } from '../time/local-day';
import type { Act } from './act';
import { happenedOn } from './happened-on';

/** A major matter as far as a step depends on it. */
interface MatterInStep {
  readonly state: MajorMatterState;
  readonly version: number;
}

type Opinion = Pick<PreliminaryOpinion, 'body' | 'consulted' | 'opinion'> & {
  /** Day on which the body gave it. */
  readonly givenOn: LocalDay;
};

/** Opinions by the days on which they were given; those of one day as they were recorded. */
export const byDayGiven = <Given extends { readonly givenOn: LocalDay }>(
  opinions: readonly Given[],
): readonly Given[] =>
  opinions.toSorted((one, other) => (one.givenOn < other.givenOn ? -1 : Number(one.givenOn > other.givenOn)));

/** The day on which a body gave its opinion: that of the meeting at which it consulted, or a later one. */
export const opinionGivenOn = (act: Act, day: Maybe<LocalDay>, heldOn: Maybe<LocalDay>): LocalDay =>
  happenedOn(act, {
    field: 'givenOn',
    day,
    earliest: heldOn
      ? { day: heldOn, name: { zh: '会议召开的日期', en: 'the day of the meeting' } }
      : undefined,
  });

/** Registers a major matter. */
export const registeredMatter = (): {
  readonly state: MajorMatterState;
  readonly decisionId: string | null;
  readonly reason: string | null;
} => ({
  state: majorMatterMachine.creation.to,
  decisionId: null,
  reason: null,
});

/** Requires members in office, a meeting that member units attended, and a verdict for an opinion (R01). */
export const requireConsultation = (act: Act, consultation: BodyConsultation): void =>
  act.require(r01.check(consultation));

/** A meeting that is cited for a consultation. */
interface ConsultingMeeting {
  readonly number: string;
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  /** True if it was convened for the matter, or has it on its agenda. */
  readonly isOnMatter: boolean;
}

/**
 * Requires a joint or special meeting on the matter for a consultation (R01). So what that meeting's minutes deploy is known
 * to follow from the matter, and waits for the committee.
 */
export const requireMeetingOn = (
  act: Act,
  matter: { readonly title: string },
  meeting: ConsultingMeeting,
): void => act.requireInput(checkMeeting(matter, meeting));

function checkMeeting(
  { title }: { readonly title: string },
  { number, kind, state, isOnMatter }: ConsultingMeeting,
): InputProblem | undefined {
  const field = 'meetingId';
  if (kind !== 'JOINT' && kind !== 'SPECIAL') {
    return {
      field,
      message: {
        zh: `会议${number}是各中心的会议，大工委、地管会不在其上协商。请引用联席会议或专题会议`,
        en: `Meeting ${number} is a meeting of the centers. Cite a joint or special meeting, in which the two bodies consult`,
      },
    };
  }
  if (state !== 'CLOSED') {
    const { zh, en } = labelOf(labelsOf(meetingMachine), state);
    return {
      field,
      message: {
        zh: `会议${number}${zh}，还不是开完的会议。请在闭会（closeMeeting）后登记，或引用已闭会的会议`,
        en: `Meeting ${number} is ${en}, so it is not over. Record the opinion after it is closed (closeMeeting), or cite a closed meeting`,
      },
    };
  }
  if (isOnMatter) return undefined;
  return {
    field,
    message: {
      zh: `会议${number}不是为重大事项“${title}”召开的，议程中也没有该事项。请引用议程中有该事项的会议`,
      en: `Meeting ${number} is not about “${title}”. Cite a meeting with it on the agenda`,
    },
  };
}

/** Records the opinion of one body. @param known opinions recorded before, oldest first */
export const deliberatedMatter = (
  act: Act,
  matter: MatterInStep,
  known: readonly Opinion[],
  opinion: Opinion,
) => ({
  state: act.step(
    majorMatterMachine,
    matter,
    'recordPreliminaryOpinion',
    haveBothFormed(byDayGiven([...known, opinion])) ? 'DELIBERATED' : 'REGISTERED',
  ),
});

/** Records the decision of 街道工委, after both bodies have formed their opinions, and why it differs from one (R01). */
export function decidedMatter(act: Act, matter: MatterInStep, decision: MajorMatterDecision) {
  // Before the state, since it names the body that is missing.
  act.require(r01.check(decision));
  return {
    state: act.step(majorMatterMachine, matter, 'decideMajorMatter'),
    reason: decision.reason ?? null,
  };
}
