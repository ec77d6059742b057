import { dayHappened } from '../checks/day';
import { localDay, type LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import type { Act } from './act';
import {
  cancelledAlready,
  inService,
  isInForce,
  overlap,
  type Holding,
  type RegisteredPerson,
} from './people';
import { takenBy } from './posts';

interface ActingDraft {
  readonly person: RegisteredPerson;
  readonly held: Holding;
  readonly since: LocalDay;
  /** Holdings by which others act for the same one. */
  readonly acting: readonly Holding[];
}

/** Lets a person act in a post for the one who holds it, up to today. One person at a time does. */
export function actingInPost(act: Act, { person, held, since, acting }: ActingDraft) {
  act.requireState(held, endedOrActing(held));
  act.requireInput(inService('since', since, person, localDay(act.now)));
  if (person.id === held.personId) {
    act.requireInput({
      field: 'personId',
      message: {
        zh: `${person.name}本人担任该职位，不能由其代理。请选择其他人员`,
        en: `${person.name} holds this post and cannot act for themselves. Choose another person`,
      },
    });
  }
  if (!precedes(held.since, since)) {
    act.requireInput({
      field: 'since',
      message: {
        zh: `${since} 早于${held.personName}任此职之日 ${held.since}。请填 ${held.since} 或以后的日期`,
        en: `${held.personName} holds this post since ${held.since}, and ${since} is before it. Choose ${held.since} or later`,
      },
    });
  }
  act.requireInput(takenBy(acting.find((each) => isInForce(each) && overlap(each, { since, until: null }))));
  const { kind, centerCode, postCode, id: actingForId } = held;
  return {
    personId: person.id,
    kind,
    centerCode,
    postCode,
    since,
    until: null,
    actingForId,
    cancelledAt: null,
    cancellationReason: null,
  };
}

function endedOrActing(held: Holding) {
  const { personName, actingForId, until } = held;
  if (held.cancelledAt !== null) return cancelledAlready;
  if (actingForId !== null) {
    return {
      message: {
        zh: `${personName}自己是代理。请选择被代理人的任职`,
        en: `${personName} only acts in this post. Choose the holding of the one it belongs to`,
      },
    };
  }
  return until === null ? undefined : endedAlready(held);
}

const endedAlready = ({ personName, until }: Holding) => ({
  message: {
    zh: `${personName}的这一任职已于 ${until} 结束。请选择在任的任职；记错的请撤销后重新登记`,
    en: `${personName} left this post on ${until}. Choose one that is held now, or cancel a wrong record and record it again`,
  },
});

/** Ends a post with a last day up to today. @param acting those who act for it, whose acting ends with it */
export function endedPost(act: Act, holding: Holding, until: LocalDay, acting: readonly Holding[] = []) {
  act.requireState(
    holding,
    holding.cancelledAt !== null
      ? cancelledAlready
      : holding.until === null
        ? undefined
        : endedAlready(holding),
  );
  const days = acting.filter(isInForce).map((each) => each.until ?? each.since);
  const begun = [holding.since, ...days].toSorted().at(-1) ?? holding.since;
  const name = { zh: '任职或代理的起始日期', en: 'the first day of the post or of acting in it' };
  act.requireInput(dayHappened('until', until, { day: begun, name }, localDay(act.now)));
  return { until };
}

/** Refuses to cancel a post while another person acts in it. */
export function requireNotActedIn(act: Act, held: Holding, acting: readonly Holding[]): void {
  const first = acting.find(isInForce);
  if (!first) return;
  act.requireState(held, {
    message: {
      zh: `${first.personName}自 ${first.since} 起代理该职位。请先撤销该代理`,
      en: `${first.personName} acts in this post since ${first.since}. Cancel that first`,
    },
  });
}
