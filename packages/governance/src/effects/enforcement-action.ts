import { dayNotFuture } from '../checks/day';
import { textDiffers } from '../checks/different-texts';
import type { Maybe } from '../checks/facts';
import { r33, type DelegatedPowers } from '../rules/r33-delegated-enforcement';
import { localDay, type LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import type { EnforcementKind } from '../vocabulary/enforcement';
import { shownCode } from '../vocabulary/shown-code';
import type { Act } from './act';
import { requireRecordedAfter } from './corrected-record';
import { present } from './present';

/** A person of a team and the days in it. */
interface TeamMember {
  readonly id: string;
  readonly personName: string;
  readonly departmentCode: string | null;
  readonly sinceOn: LocalDay;
  readonly untilOn: LocalDay | null;
}

interface ActionDraft {
  readonly day: LocalDay;
  readonly kind: EnforcementKind;
  readonly mandate: Maybe<DelegatedPowers & { readonly id: string }>;
  /** All people of the team, whenever they were in it. */
  readonly members: readonly TeamMember[];
  /** Those who took part, by id, in the order of the input. */
  readonly memberIds: readonly string[];
  readonly found: string;
  readonly outcome: string;
}

/** People of a team on a day, and the departments that they come from. */
function teamOn(day: LocalDay, members: readonly TeamMember[]) {
  const onTheDay = members.filter(
    ({ sinceOn, untilOn }) => precedes(sinceOn, day) && (untilOn === null || precedes(day, untilOn)),
  );
  return { onTheDay, teamDepartments: onTheDay.flatMap(({ departmentCode }) => departmentCode ?? []) };
}

/** Requires the outcome of an action to say something else than its findings. */
function requireFoundAndOutcome(
  act: Act,
  { found, outcome }: { readonly found: string; readonly outcome: string | null },
): void {
  const said = { text: outcome, name: { zh: '处理结果', en: 'outcome' } };
  act.requireInput(
    textDiffers('outcome', said, [{ text: found, name: { zh: '发现的情况', en: 'findings' } }]),
  );
}

/** Records an action of the team up to today, within a mandate in force on its day (R33). */
export function recordedAction(act: Act, draft: ActionDraft) {
  const { day, kind, mandate, members, memberIds, found, outcome } = draft;
  act.requireInput(dayNotFuture('day', day, localDay(act.now)));
  requireFoundAndOutcome(act, { found, outcome });
  const { onTheDay, teamDepartments } = teamOn(day, members);
  act.require(r33.check({ day, kind, mandate, teamDepartments }));
  for (const [index, id] of memberIds.entries()) {
    if (onTheDay.some((member) => member.id === id)) continue;
    act.requireInput({
      field: `memberIds.${index}`,
      message: {
        zh: `${day} 标识为 ${shownCode(id)} 的人员不在执法队中。请使用当日在队人员的标识（members）`,
        en: `The person with the id ${shownCode(id)} was not in the team on ${day}. Use the ids of people in it on that day (\`members\`)`,
      },
    });
  }
  return { day, kind, mandateId: present(mandate).id, found, outcome, followUpOrderId: null };
}

/** Links an order that follows from an action, once (R33). */
export function actionFollowedUp(
  act: Act,
  action: { readonly day: LocalDay; readonly followUpOrderId: string | null; readonly version: number },
  order: { readonly id: string; readonly number: string; readonly createdAt: Date },
) {
  act.requireState(
    action,
    action.followUpOrderId === null
      ? undefined
      : {
          message: {
            zh: '该执法行动已有后续派单。请查看 followUpOrder',
            en: 'The action has a follow-up order already. Read `followUpOrder`',
          },
        },
  );
  const dispatchedOn = localDay(order.createdAt);
  if (!precedes(action.day, dispatchedOn)) {
    act.requireInput({
      field: 'workOrderId',
      message: {
        zh: `派单“${order.number}”派于 ${dispatchedOn}，早于执法行动（${action.day}）。请引用行动之后的派单`,
        en: `The order “${order.number}” was dispatched on ${dispatchedOn}, before the action (${action.day}). Cite an order dispatched after it`,
      },
    });
  }
  return { followUpOrderId: order.id };
}

/** An action of the enforcement team as it is to be. */
interface CorrectedAction {
  readonly day: LocalDay;
  readonly kind: EnforcementKind;
  readonly mandate: DelegatedPowers;
  readonly recordedOn: LocalDay;
  /** All people of the team, and those who took part. */
  readonly members: readonly TeamMember[];
  readonly memberIds: readonly string[];
  readonly found: string;
  readonly outcome: string | null;
  /** The day on which the order that follows from it was dispatched, if there is one. */
  readonly followedOn: LocalDay | null;
}

/** Checks an action again: within a mandate and a team of its day, and before the order that follows from it (R33). */
export function requireAction(act: Act, action: CorrectedAction): void {
  const { day, kind, mandate, recordedOn, members, memberIds, followedOn } = action;
  requireRecordedAfter(act, 'day', day, recordedOn);
  requireFoundAndOutcome(act, action);
  const { onTheDay, teamDepartments } = teamOn(day, members);
  // The team stays: it is its people of the day that lack one of the department.
  const violations = r33.check({ day, kind, mandate, teamDepartments });
  act.require(
    violations.map((each) => {
      const fields = [each.field ?? 'day'].flat();
      return { ...each, field: fields.map((field) => (field === 'teamId' ? 'day' : field)) };
    }),
  );
  const absent = members.find(({ id }) => memberIds.includes(id) && !onTheDay.some((each) => each.id === id));
  if (absent) {
    act.requireInput({
      field: 'day',
      message: {
        zh: `参加行动的${absent.personName} ${day} 不在执法队中。请填其在队的日期`,
        en: `${absent.personName}, who took part, was not in the team on ${day}. Choose a day of the person’s time in it`,
      },
    });
  }
  if (followedOn === null || precedes(day, followedOn)) return;
  act.requireInput({
    field: 'day',
    message: {
      zh: `后续派单派于 ${followedOn}，早于 ${day}。请填 ${followedOn} 或以前的日期`,
      en: `The order that follows was dispatched on ${followedOn}, before ${day}. Choose ${followedOn} or earlier`,
    },
  });
}
