import { dayNotFuture, spanInOrder } from '../checks/day';
import type { InputProblem } from '../checks/input-problem';
import type { DelegatedPowers } from '../rules/r33-delegated-enforcement';
import { addDays, localDay, type LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import type { EnforcementKind } from '../vocabulary/enforcement';
import type { Act } from './act';

interface MandateDraft {
  readonly departmentCode: string;
  readonly kinds: readonly EnforcementKind[];
  readonly fromOn: LocalDay;
  readonly untilOn: LocalDay;
  readonly documentNumber: string;
  readonly documentTitle: string;
  /** Powers begin with their document, or later. */
  readonly documentDate: LocalDay;
}

/** Grants a mandate: a department delegates powers to a street for some time (R33). */
export function grantedMandate(act: Act, draft: MandateDraft) {
  const { departmentCode, kinds, fromOn, untilOn, documentNumber, documentTitle, documentDate } = draft;
  act.requireInput(spanInOrder('untilOn', fromOn, untilOn));
  act.requireInput(dayNotFuture('documentDate', documentDate, localDay(act.now)));
  act.requireInput(checkDocumentDate(documentDate, fromOn));
  const values = { departmentCode, fromOn, untilOn, documentNumber, documentTitle, documentDate };
  return {
    ...values,
    kinds: [...new Set(kinds)],
    revokedOn: null,
    revocationDocument: null,
    revocationDate: null,
  };
}

/** Powers begin when they are delegated in writing. */
const checkDocumentDate = (documentDate: LocalDay, fromOn: LocalDay): InputProblem | undefined =>
  precedes(documentDate, fromOn)
    ? undefined
    : {
        field: 'documentDate',
        message: {
          zh: `委托文件的日期 ${documentDate} 晚于委托的首日 ${fromOn}。请更正文件日期，或把首日填为 ${documentDate} 或以后`,
          en: `The document is dated ${documentDate}, after the first day of the mandate, ${fromOn}. Correct the date, or begin the mandate on ${documentDate} or later`,
        },
      };

/**
 * Revokes a mandate by a document, from a day on (R33). What was done under it stays lawful.
 *
 * @param by with the last day on which an action under the mandate is recorded; null without one
 */
export function revokedMandate(
  act: Act,
  mandate: Pick<DelegatedPowers, 'fromOn' | 'revokedOn' | 'documentNumber'> & {
    readonly version: number;
    /** Null for early records. */
    readonly documentDate: LocalDay | null;
  },
  by: {
    readonly revokedOn: LocalDay;
    readonly revocationDocument: string;
    /** Day of that document: between the one that granted the powers and the day from which they hold no more. */
    readonly revocationDate: LocalDay;
    readonly lastActionOn: LocalDay | null;
  },
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
  act.requireInput(checkRevocationDate(by.revocationDate, mandate.documentDate, by.revokedOn));
  act.requireInput(checkDone(by.revokedOn, by.lastActionOn));
  const { revocationDocument, revocationDate } = by;
  return { revokedOn: by.revokedOn, revocationDocument, revocationDate };
}

/** The document follows the one that granted the powers, which are not revoked before it. */
function checkRevocationDate(
  revocationDate: LocalDay,
  documentDate: LocalDay | null,
  revokedOn: LocalDay,
): InputProblem | undefined {
  if (documentDate !== null && !precedes(documentDate, revocationDate)) {
    return {
      field: 'revocationDate',
      message: {
        zh: `撤销文件的日期 ${revocationDate} 早于委托文件的 ${documentDate}。请填 ${documentDate} 至 ${revokedOn} 的日期`,
        en: `The revoking document is dated ${revocationDate}, before that of the mandate, ${documentDate}. Choose a day from ${documentDate} to ${revokedOn}`,
      },
    };
  }
  if (precedes(revocationDate, revokedOn)) return undefined;
  return {
    field: 'revocationDate',
    message: {
      zh: `撤销文件的日期 ${revocationDate} 晚于撤销生效的 ${revokedOn}。请更正文件日期，或自 ${revocationDate} 或以后起撤销`,
      en: `The revoking document is dated ${revocationDate}, after the day on which it takes effect, ${revokedOn}. Correct the date, or revoke from ${revocationDate} or later`,
    },
  };
}

/** A revocation takes effect after the last action that was lawful when it was done. */
function checkDone(revokedOn: LocalDay, lastActionOn: LocalDay | null): InputProblem | undefined {
  if (lastActionOn === null || revokedOn > lastActionOn) return undefined;
  const first = addDays(lastActionOn, 1);
  return {
    field: 'revokedOn',
    message: {
      zh: `${lastActionOn} 已依据该委托登记执法行动，当时委托有效，不能自 ${revokedOn} 起撤销。请自 ${first} 或以后起撤销`,
      en: `An action of ${lastActionOn} is recorded under the mandate, which was in force then, so that it cannot be revoked from ${revokedOn}. Choose ${first} or later`,
    },
  };
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

/**
 * Ends a person's time in a team.
 *
 * @param untilOn last day in it
 * @param neededOn last day of an action in which the person took part, or which needed a member of the person's department; null
 *   without one
 */
export function leftTeam(
  act: Act,
  member: { readonly sinceOn: LocalDay; readonly untilOn: LocalDay | null; readonly version: number },
  untilOn: LocalDay,
  neededOn: LocalDay | null,
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
  if (neededOn !== null && !precedes(neededOn, untilOn)) {
    act.requireInput({
      field: 'untilOn',
      message: {
        zh: `${neededOn} 已登记的执法行动有赖该队员在队，离队日期不能早于当日。请填 ${neededOn} 或以后的日期`,
        en: `An action recorded for ${neededOn} rests on this member being in the team. Choose ${neededOn} or later`,
      },
    });
  }
  return { untilOn };
}
