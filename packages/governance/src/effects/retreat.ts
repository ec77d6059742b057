import type { InputProblem } from '../checks/input-problem';
import { meetingMachine, type MeetingState } from '../state-machines/machines/meeting';
import { labelsOf } from '../state-machines/state-machine';
import { localDay, type LocalDay } from '../time/local-day';
import { yearOf } from '../time/period';
import type { MeetingKind } from '../vocabulary/meetings';
import type { Act } from './act';

/** A meeting that a charter or a plan for a year cites as its retreat. */
export interface CitedRetreat {
  readonly number: string;
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  readonly heldOn: LocalDay | null;
}

/**
 * Requires an annual retreat of a year, which draws up charters while it is held and afterwards (R19).
 *
 * @param year of the retreat; default: this one
 */
export const requireRetreat = (act: Act, meeting: CitedRetreat, year = yearOf(localDay(act.now))): void =>
  act.requireInput(checkRetreat(meeting, year));

function checkRetreat(
  { number, kind, state, heldOn }: CitedRetreat,
  thisYear: string,
): InputProblem | undefined {
  const field = 'retreatMeetingId';
  if (kind !== 'ANNUAL_RETREAT') {
    return {
      field,
      message: {
        zh: `会议 ${number} 不是年度务虚会。请引用年度务虚会，或不填`,
        en: `Meeting ${number} is not an annual retreat. Cite an annual retreat, or omit this field`,
      },
    };
  }
  if (state === 'CONVOKED' || state === 'CANCELLED') {
    const { zh, en } = labelsOf(meetingMachine)[state];
    const first =
      state === 'CONVOKED'
        ? { zh: '先召开（openMeeting）', en: 'Hold it first (openMeeting)' }
        : { zh: '引用已召开的务虚会', en: 'Cite a retreat that was held' };
    return {
      field,
      message: {
        zh: `年度务虚会 ${number} ${zh}，没有召开。请${first.zh}，或不填`,
        en: `Annual retreat ${number} is ${en} and has not been held. ${first.en}, or omit this field`,
      },
    };
  }
  const year = heldOn === null ? thisYear : yearOf(heldOn);
  if (year === thisYear) return undefined;
  return {
    field,
    message: {
      zh: `年度务虚会 ${number} 是 ${year} 年的。请引用 ${thisYear} 年的务虚会，或不填`,
      en: `Annual retreat ${number} was held in ${year}. Cite the retreat of ${thisYear}, or omit this field`,
    },
  };
}
