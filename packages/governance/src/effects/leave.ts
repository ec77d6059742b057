import type { LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import type { Act } from './act';
import { isInForce, overlap, type RegisteredPerson, type Term } from './people';

interface LeaveDraft {
  readonly person: RegisteredPerson;
  readonly since: LocalDay;
  readonly until: LocalDay;
  /** Leaves of the person. */
  readonly leaves: readonly (Term & { readonly until: LocalDay; readonly cancelledAt: Date | null })[];
}

/** Records a leave, past or to come, of days on which the person has no other. */
export function recordedLeave(act: Act, { person, since, until, leaves }: LeaveDraft) {
  if (!precedes(since, until)) {
    act.requireInput({
      field: 'until',
      message: {
        zh: `${until} 早于 ${since}。请填 ${since} 或以后的日期`,
        en: `${until} is before ${since}. Choose ${since} or later`,
      },
    });
  }
  if (!precedes(person.since, since)) {
    act.requireInput({
      field: 'since',
      message: {
        zh: `${since} 早于${person.name}到岗之日 ${person.since}。请填 ${person.since} 或以后的日期`,
        en: `${person.name} is in the street’s service since ${person.since}, and ${since} is before it. Choose ${person.since} or later`,
      },
    });
  }
  const other = leaves.find((leave) => isInForce(leave) && overlap(leave, { since, until }));
  if (other) {
    act.requireInput({
      field: 'since',
      message: {
        zh: `${person.name}在 ${other.since} 至 ${other.until} 已登记休假。请另选日期，或先撤销该假`,
        en: `${person.name} is on leave from ${other.since} to ${other.until} already. Choose other days, or cancel that leave first`,
      },
    });
  }
  return { personId: person.id, since, until, cancelledAt: null, cancellationReason: null };
}
