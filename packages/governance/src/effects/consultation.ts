import type { Bilingual } from '../bilingual';
import { dayHappened, dayNotFuture, spanInOrder } from '../checks/day';
import type { Maybe } from '../checks/facts';
import type { InputProblem } from '../checks/input-problem';
import type { StateProblem } from '../checks/state-problem';
import { r18, type ConsultationRecord, type JointActionDraft } from '../rules/r18-monthly-consultation';
import { consultationMachine, type ConsultationState } from '../state-machines/machines/consultation';
import { localDay, type LocalDay } from '../time/local-day';
import { monthOf } from '../time/period';
import type { Act } from './act';
import { present } from './present';

/** A link of a center with a department. */
interface LinkSpan {
  readonly since: LocalDay;
  /** Last day; null while it is in force. */
  readonly until: LocalDay | null;
}

/** Links a center with a department from a day on (R18). @param earlier links of the same two */
export function linkedDepartment(act: Act, since: LocalDay, earlier: readonly LinkSpan[]) {
  act.requireInput(dayNotFuture('since', since, localDay(act.now)));
  act.requireInput(checkFree(since, earlier));
  return { since, until: null, endReason: null };
}

function checkFree(since: LocalDay, earlier: readonly LinkSpan[]): InputProblem | undefined {
  const other = earlier.find(({ until }) => until === null || until >= since);
  if (!other) return undefined;
  const { until } = other;
  return {
    field: 'since',
    message:
      until === null
        ? {
            zh: `两者自 ${other.since} 起已联动。请沿用，或先结束它（endDepartmentLink）`,
            en: `The two have been linked since ${other.since}. Use that link, or end it first (endDepartmentLink)`,
          }
        : {
            zh: `两者已在 ${other.since} 至 ${until} 联动。请填此后的日期`,
            en: `The two were linked from ${other.since} to ${until}. Choose a later day`,
          },
  };
}

/** Ends a link with a last day. */
export function endedLink(
  act: Act,
  link: LinkSpan & { readonly version: number },
  { until, reason }: { readonly until: LocalDay; readonly reason: string },
) {
  act.requireState(link, checkInForce(link, 'linkDepartment'));
  const today = localDay(act.now);
  // Consultations of months that are over were due, whatever is recorded now.
  const thisMonth = {
    day: `${monthOf(today)}-01`,
    name: { zh: '本月首日', en: 'the first day of this month' },
  };
  act.requireInput(dayHappened('until', until, thisMonth, today) ?? spanInOrder('until', link.since, until));
  return { until, endReason: reason };
}

const checkInForce = ({ until }: LinkSpan, again: string): StateProblem | undefined =>
  until === null
    ? undefined
    : {
        message: {
          zh: `已于 ${until} 结束。需要时请另行登记（${again}）`,
          en: `It ended on ${until}. Record another one where it is needed (${again})`,
        },
      };

type RecordDraft = Omit<ConsultationRecord, 'today' | 'participants'> & {
  readonly participants: readonly string[];
};

/** The columns of a consultation that its confirmation fills. */
interface ConsultationCourse {
  readonly state: ConsultationState;
  readonly confirmedAt: Date | null;
  readonly confirmedBy: string | null;
}

/** Records a consultation; its month is that of its day (R18). */
export function recordedConsultation(act: Act, { consultedOn, participants, matters, link }: RecordDraft) {
  act.require(r18.check({ consultedOn, participants, matters, link, today: localDay(act.now) }));
  const day = present(consultedOn);
  const course: ConsultationCourse = {
    state: consultationMachine.creation.to,
    confirmedAt: null,
    confirmedBy: null,
  };
  return {
    ...course,
    consultedOn: day,
    month: monthOf(day),
    participants: [...participants],
    matters: present(matters),
    recorder: act.actor.subject,
  };
}

/** Confirms a consultation for the department (R18). */
export const confirmedConsultation = (
  act: Act,
  consultation: { readonly state: ConsultationState; readonly version: number },
) => ({
  state: act.step(consultationMachine, consultation, 'confirmConsultation'),
  confirmedAt: act.now,
  confirmedBy: act.actor.subject,
});

/** A center with its name, for sentences. */
interface NamedCenter {
  readonly code: string;
  readonly name: Bilingual;
}

/** Outcome that a conclusion became. */
interface FollowUp {
  readonly weeklyItemId: string | null;
  readonly minutesItemId: string | null;
}

/**
 * Leads a conclusion on to an item of a weekly meeting or of minutes, once.
 *
 * @param itemCenter center of that item; null where it names none
 */
export function followedUpConclusion<Given extends FollowUp>(
  act: Act,
  conclusion: FollowUp & { readonly version: number },
  given: Given,
  of: {
    readonly center: NamedCenter;
    readonly consultedOn: LocalDay;
    readonly itemCenter: Maybe<NamedCenter>;
    /** Day on which the item was recorded; null without one. */
    readonly itemRecordedOn: LocalDay | null;
  },
) {
  act.requireState(conclusion, checkOpen(conclusion));
  act.requireInput(checkFollowUp(given, of.center, of.itemCenter));
  act.requireInput(checkItemAfter(given, of.consultedOn, of.itemRecordedOn));
  return { weeklyItemId: given.weeklyItemId, minutesItemId: given.minutesItemId, followedUpAt: act.now };
}

/** A conclusion becomes an item of later work. */
function checkItemAfter(
  { minutesItemId }: FollowUp,
  consultedOn: LocalDay,
  itemRecordedOn: LocalDay | null,
): InputProblem | undefined {
  if (itemRecordedOn === null || consultedOn <= itemRecordedOn) return undefined;
  return {
    field: minutesItemId === null ? 'weeklyItemId' : 'minutesItemId',
    message: {
      zh: `该项登记于 ${itemRecordedOn}，早于会商的 ${consultedOn}。请引用会商之后的事项`,
      en: `The item was recorded on ${itemRecordedOn}, before the consultation of ${consultedOn}. Cite one recorded after it`,
    },
  };
}

/** Requires a consultation to come before the items that its conclusions became. @param recordedOn days of those items */
export function requireBeforeFollowUps(
  act: Act,
  consultedOn: LocalDay,
  recordedOn: readonly LocalDay[],
): void {
  const [first] = recordedOn.toSorted();
  if (first === undefined || consultedOn <= first) return;
  act.requireInput({
    field: 'consultedOn',
    message: {
      zh: `其结论所转成的事项登记于 ${first}，早于 ${consultedOn}。请填 ${first} 或以前的日期`,
      en: `An item that a conclusion became was recorded on ${first}, before ${consultedOn}. Choose ${first} or earlier`,
    },
  });
}

const checkOpen = ({ weeklyItemId, minutesItemId }: FollowUp): StateProblem | undefined =>
  weeklyItemId === null && minutesItemId === null
    ? undefined
    : {
        message: {
          zh: '该结论已转为周例会事项或纪要条目。请使用那一项',
          en: 'The conclusion has already become an item of a weekly meeting or of minutes. Use that item',
        },
      };

function checkFollowUp(
  { weeklyItemId, minutesItemId }: FollowUp,
  center: NamedCenter,
  itemCenter: Maybe<NamedCenter>,
): InputProblem | undefined {
  const field = minutesItemId === null ? 'weeklyItemId' : 'minutesItemId';
  if ((weeklyItemId === null) === (minutesItemId === null)) {
    return {
      field,
      message: {
        zh: 'weeklyItemId 和 minutesItemId 须恰填一个',
        en: 'Give either weeklyItemId or minutesItemId',
      },
    };
  }
  if (itemCenter === null || itemCenter === undefined || itemCenter.code === center.code) return undefined;
  const [other, own] = [itemCenter.name, center.name];
  return {
    field,
    message: {
      zh: `该项属于另一中心（${other.zh}）。请引用会商中心（${own.zh}）的事项`,
      en: `The item belongs to another center, ${other.en}. Cite one of the center that consulted, ${own.en}`,
    },
  };
}

/** Agrees on a mechanism of joint action (R18). */
export function agreedJointAction(act: Act, draft: Omit<JointActionDraft, 'today'>) {
  act.require(r18.check({ ...draft, today: localDay(act.now) }));
  return { agreedOn: present(draft.agreedOn), procedure: present(draft.procedure), until: null };
}

/** Ends a mechanism of joint action with a last day. */
export function endedJointAction(
  act: Act,
  action: { readonly agreedOn: LocalDay; readonly until: LocalDay | null; readonly version: number },
  last: LocalDay,
) {
  const span = { since: action.agreedOn, until: action.until };
  act.requireState(action, checkInForce(span, 'agreeJointAction'));
  act.requireInput(dayNotFuture('until', last, localDay(act.now)) ?? spanInOrder('until', span.since, last));
  return { until: last };
}
