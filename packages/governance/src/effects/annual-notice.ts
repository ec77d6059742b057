import type { Earliest } from '../checks/day';
import type { Maybe } from '../checks/facts';
import type { InputProblem } from '../checks/input-problem';
import { localDay, type LocalDay } from '../time/local-day';
import { yearOf } from '../time/period';
import type { MeetingKind } from '../vocabulary/meetings';
import type { Act } from './act';
import { beginningOfYear, happenedOn } from './happened-on';

/** The meeting at which an annual notice is given. */
interface MeetingOfNotice {
  readonly kind: MeetingKind;
  readonly number: string;
  readonly heldOn: LocalDay | null;
}

/** Issues the notice of a year that has begun, at a joint meeting or after it, or without one (R04). */
export function issuedNotice<Notice extends { readonly year: number; readonly issuedOn?: Maybe<LocalDay> }>(
  act: Act,
  notice: Notice,
  meeting: Maybe<MeetingOfNotice>,
) {
  act.requireInput(checkYear(notice.year, Number(yearOf(localDay(act.now)))));
  if (meeting) act.requireInput(checkMeeting(meeting));
  const earliest = earliestOf(notice.year, meeting);
  return { ...notice, issuedOn: happenedOn(act, { field: 'issuedOn', day: notice.issuedOn, earliest }) };
}

/** A notice follows the beginning of its year, and the meeting at which it is given. */
function earliestOf(year: number, meeting: Maybe<MeetingOfNotice>): Earliest {
  const beginning = beginningOfYear(year);
  const heldOn = meeting?.heldOn;
  if (!meeting || !heldOn || heldOn < beginning.day) return beginning;
  const { number } = meeting;
  return { day: heldOn, name: { zh: `会议${number}召开的`, en: `the day of meeting ${number}` } };
}

function checkYear(year: number, thisYear: number): InputProblem | undefined {
  if (year <= thisYear) return undefined;
  return {
    field: 'year',
    message: {
      zh: `${year} 年还没有到（今年是 ${thisYear} 年），无可通报。请填 ${thisYear} 年或更早`,
      en: `${year} is in the future. Choose ${thisYear} or earlier`,
    },
  };
}

/** Member units are told in a joint meeting, while it is held or afterwards. */
function checkMeeting({ kind, heldOn, number }: MeetingOfNotice): InputProblem | undefined {
  if (kind !== 'JOINT') {
    return {
      field: 'meetingId',
      message: {
        zh: `会议${number}不是联席会议。请引用联席会议，或不填`,
        en: `Meeting ${number} is not a joint meeting. Cite a joint meeting, or omit this field`,
      },
    };
  }
  if (heldOn !== null) return undefined;
  return {
    field: 'meetingId',
    message: {
      zh: `会议${number}没有召开。请先召开（openMeeting），或不填`,
      en: `Meeting ${number} has not been held. Hold it first (openMeeting), or omit this field`,
    },
  };
}
