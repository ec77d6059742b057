import type { InputProblem } from '../checks/input-problem';
import { meetingMachine, type MeetingState } from '../state-machines/machines/meeting';
import { labelsOf } from '../state-machines/state-machine';
import { localDay, type LocalDay } from '../time/local-day';
import { yearOf } from '../time/period';
import type { MeetingKind } from '../vocabulary/meetings';
import type { Act } from './act';

/** A meeting that a charter cites as its retreat. */
interface CitedRetreat {
  readonly number: string;
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  readonly heldOn: LocalDay | null;
}

/** Requires an annual retreat of this year, which draws up charters while it is held and afterwards (R19). */
export const requireRetreat = (act: Act, meeting: CitedRetreat): void =>
  act.requireInput(checkRetreat(meeting, yearOf(localDay(act.now))));

function checkRetreat(
  { number, kind, state, heldOn }: CitedRetreat,
  thisYear: string,
): InputProblem | undefined {
  const field = 'retreatMeetingId';
  if (kind !== 'ANNUAL_RETREAT') {
    return {
      field,
      message: {
        zh: `会议 ${number} 不是年度务虚会。请引用制定项目书的年度务虚会，或不填`,
        en: `Meeting ${number} is not an annual retreat. Cite the annual retreat that drew up the charter, or omit this field`,
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
