import { dayNotFuture, spanInOrder } from '../checks/day';
import type { Maybe } from '../checks/facts';
import { r33, type DelegatedPowers } from '../rules/r33-delegated-enforcement';
import { localDay, type LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import type { EnforcementKind } from '../vocabulary/enforcement';
import { shownCode } from '../vocabulary/shown-code';
import type { Act } from './act';
import { present } from './present';

interface MandateDraft {
  readonly departmentCode: string;
  readonly kinds: readonly EnforcementKind[];
  readonly fromOn: LocalDay;
  readonly untilOn: LocalDay;
  readonly documentNumber: string;
  readonly documentTitle: string;
}

/** Grants a mandate: a department delegates powers to a street for some time (R33). */
export function grantedMandate(act: Act, draft: MandateDraft) {
  const { departmentCode, kinds, fromOn, untilOn, documentNumber, documentTitle } = draft;
  act.requireInput(spanInOrder('untilOn', fromOn, untilOn));
  const values = { departmentCode, fromOn, untilOn, documentNumber, documentTitle };
  return { ...values, kinds: [...new Set(kinds)], revokedOn: null, revocationDocument: null };
}

/** Revokes a mandate by a document, from a day on (R33). */
export function revokedMandate(
  act: Act,
  mandate: Pick<DelegatedPowers, 'fromOn' | 'revokedOn' | 'documentNumber'> & { readonly version: number },
  by: { readonly revokedOn: LocalDay; readonly revocationDocument: string },
) {
  const { documentNumber, revokedOn } = mandate;
  act.requireState(
    mandate,
    revokedOn === null
      ? undefined
      : {
          message: {
            zh: `委托“${documentNumber}”已自 ${revokedOn} 起撤销，不能再次撤销。请查看该委托`,
            en: `The mandate “${documentNumber}” is already revoked from ${revokedOn}. Look at it again`,
          },
        },
  );
  act.requireInput(dayNotFuture('revokedOn', by.revokedOn, localDay(act.now)));
  act.requireInput(spanInOrder('revokedOn', mandate.fromOn, by.revokedOn));
  return { revokedOn: by.revokedOn, revocationDocument: by.revocationDocument };
}

/** Adds a person of a unit to a team, up to today (R33). */
export function joinedTeam<Member extends { readonly sinceOn: LocalDay }>(
  act: Act,
  member: Member,
  field = 'sinceOn',
) {
  act.requireInput(dayNotFuture(field, member.sinceOn, localDay(act.now)));
  return { ...member, untilOn: null };
}

/** Ends a person's time in a team. @param untilOn last day in it */
export function leftTeam(
  act: Act,
  member: { readonly sinceOn: LocalDay; readonly untilOn: LocalDay | null; readonly version: number },
  untilOn: LocalDay,
) {
  act.requireState(
    member,
    member.untilOn === null
      ? undefined
      : {
          message: {
            zh: `该队员已于 ${member.untilOn} 离队，不能再次登记。请选择其他队员`,
            en: `This member left the team on ${member.untilOn}. Choose another member`,
          },
        },
  );
  act.requireInput(dayNotFuture('untilOn', untilOn, localDay(act.now)));
  act.requireInput(spanInOrder('untilOn', member.sinceOn, untilOn));
  return { untilOn };
}

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
}

const wasIn = (day: LocalDay, { sinceOn, untilOn }: TeamMember): boolean =>
  precedes(sinceOn, day) && (untilOn === null || precedes(day, untilOn));

/** Records an action of the team up to today, within a mandate in force on its day (R33). */
export function recordedAction(act: Act, { day, kind, mandate, members, memberIds }: ActionDraft) {
  act.requireInput(dayNotFuture('day', day, localDay(act.now)));
  const onTheDay = members.filter((member) => wasIn(day, member));
  const teamDepartments = onTheDay.flatMap(({ departmentCode }) => departmentCode ?? []);
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
  return { day, kind, mandateId: present(mandate).id, followUpOrderId: null };
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
