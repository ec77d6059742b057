import type { Bilingual } from '../bilingual';
import { dayHappened } from '../checks/day';
import type { Maybe } from '../checks/facts';
import type { LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import type { BodyConsultation } from '../rules/r01-collective-deliberation';
import type { Act } from './act';
import { BODY_KIND_LABELS } from '../vocabulary/bodies';
import { beginningOfYear } from './happened-on';

/** Something that rests on a meeting, which may be held only on these days therefore. */
export interface RestOnMeeting {
  /** As in “会议纪要 3 号于 2026-03-01 印发” and “minutes 3 were issued on 2026-03-01”. */
  readonly says: Bilingual;
  readonly first?: LocalDay;
  readonly last?: LocalDay;
}

/** A meeting as it is to be. */
interface CorrectedMeeting {
  readonly number: string;
  /** Of its number, which stays. */
  readonly year: number;
  readonly heldOn: LocalDay | null;
  /** The day on which its opening was recorded. Null before that. */
  readonly openedOn: LocalDay | null;
}

/** Checks that a day is stated for a meeting that was opened, and for no other. */
export function requireHeld(act: Act, { number, heldOn, openedOn }: CorrectedMeeting): void {
  if (heldOn !== null && openedOn === null) {
    act.requireInput({
      field: 'heldOn',
      message: {
        zh: `会议${number}尚未召开，没有召开日期。请在开会时登记（openMeeting），计划时间请填 scheduledAt`,
        en: `Meeting ${number} has not been held, so it has no day. State the day when it is opened (openMeeting), or correct \`scheduledAt\``,
      },
    });
  }
  if (heldOn === null && openedOn !== null) {
    act.requireInput({
      field: 'clear',
      message: {
        zh: `会议${number}已经召开，召开日期不能清空。请填写更正后的日期（heldOn）`,
        en: `Meeting ${number} was held, so its day cannot be cleared. State the right day (heldOn)`,
      },
    });
  }
}

/**
 * Checks the corrected day of a meeting: in the year of its number or later, by the day on which it was recorded, and as far
 * as what rests on the meeting allows.
 */
export function requireMeetingDay(
  act: Act,
  { number, year, heldOn, openedOn }: CorrectedMeeting,
  rests: readonly RestOnMeeting[],
): void {
  if (heldOn === null || openedOn === null) return;
  const beginning = beginningOfYear(year);
  const earliest = {
    day: beginning.day,
    name: { zh: `编号${number}之年的首日`, en: `the first day of the year of its number, ${number},` },
  };
  act.requireInput(dayHappened('heldOn', heldOn, earliest, openedOn));
  for (const rest of rests) act.requireInput(problemOf(heldOn, rest));
}

function problemOf(heldOn: LocalDay, { says, first, last }: RestOnMeeting) {
  if (isBetween(heldOn, first, last)) return undefined;
  const choice = choiceOf(first, last);
  return {
    field: 'heldOn',
    message: {
      zh: `${says.zh}，会议不能在 ${heldOn} 召开。请填${choice.zh}的日期，或先改正所依据的记录`,
      en: `${says.en}, so the meeting cannot have been on ${heldOn}. Choose ${choice.en}, or correct that record first`,
    },
  };
}

const isBetween = (day: LocalDay, first: Maybe<LocalDay>, last: Maybe<LocalDay>): boolean =>
  (!first || precedes(first, day)) && (!last || precedes(day, last));

function choiceOf(first: Maybe<LocalDay>, last: Maybe<LocalDay>): Bilingual {
  if (first && last) return { zh: ` ${first} 至 ${last} `, en: `a day from ${first} to ${last}` };
  return first
    ? { zh: ` ${first} 或以后`, en: `${first} or later` }
    : { zh: ` ${last} 或以前`, en: `${last} or earlier` };
}

/** Requires that those recorded at a meeting were member units on its day. @param strangers names of those that were none */
export function requireUnitsOfDay(act: Act, heldOn: LocalDay | null, strangers: readonly string[]): void {
  if (strangers.length === 0 || heldOn === null) return;
  act.requireInput({
    field: 'heldOn',
    message: {
      zh: `${strangers.join('、')}在 ${heldOn} 还不是或已不是成员单位，却有出席或汇报记录。请填其委员在任时的日期`,
      en: `${strangers.join(', ')} attended or reported, and represented no member in office on ${heldOn}. Choose a day on which its member was in office`,
    },
  });
}

/** Requires a matter that is not decided: the committee decided on what it said. */
export function requireUndecided(
  act: Act,
  matter: { readonly state: string; readonly title: string; readonly version: number },
): void {
  if (matter.state !== 'DECIDED') return;
  act.requireState(matter, {
    message: {
      zh: `重大事项“${matter.title}”已经街道工委决策，内容不再更正。请另行登记（registerMajorMatter）`,
      en: `The committee has decided on “${matter.title}”, which is no longer corrected. Register another matter (registerMajorMatter)`,
    },
  });
}

/** Members and units of a body at the meeting in which it consulted, as they are since a correction. */
interface ConsultingBody extends Pick<BodyConsultation, 'body' | 'members' | 'memberUnits' | 'unitsPresent'> {
  /** Input that the correction states. */
  readonly field: string;
}

/** Requires that a body that consulted in a meeting could have: it had members, and units of these were there (R01). */
export function requireStillConsulted(act: Act, consultation: ConsultingBody): void {
  const { body, members, memberUnits, unitsPresent, field } = consultation;
  if (members > 0 && (memberUnits === 0 || unitsPresent > 0)) return;
  const { zh, en } = BODY_KIND_LABELS[body];
  act.requireInput({
    field,
    message: {
      zh: `${zh}在会上协商过重大事项(R01)，更正后却没有在任成员或其成员单位到会。请填写当时确有其成员单位到会的情况`,
      en: `The ${en} consulted in the meeting (R01). By the correction it would have had no members in office, or none of their units there. State what leaves it some of them`,
    },
  });
}
