import { dayNotFuture } from '../checks/day';
import { localDay, type LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import type { Act } from './act';
import { isInForce } from './people';

/** An entry of the register of people as it is to be. */
interface CorrectedEntry {
  readonly name: string;
  readonly since: LocalDay;
  /** Name of another person who is registered with the subject, if there is one. */
  readonly namesake: string | undefined;
  /** Posts and leaves of the person. */
  readonly terms: readonly { readonly since: LocalDay; readonly cancelledAt: Date | null }[];
}

/** Checks the entry of a person again: one entry for a subject, and no post or leave before the first day. */
export function requireEntry(act: Act, { name, since, namesake, terms }: CorrectedEntry): void {
  if (namesake !== undefined) {
    act.requireInput({
      field: 'subject',
      message: {
        zh: `该人员标识已登记为“${namesake}”。请更正标识`,
        en: `This subject is registered already, as “${namesake}”. Correct it`,
      },
    });
  }
  act.requireInput(dayNotFuture('since', since, localDay(act.now)));
  const earlier = terms.filter(isInForce).find((term) => !precedes(since, term.since));
  if (!earlier) return;
  act.requireInput({
    field: 'since',
    message: {
      zh: `${name}自 ${earlier.since} 起有任职或休假登记，早于 ${since}。请填 ${earlier.since} 或以前的日期`,
      en: `${name} has a post or a leave from ${earlier.since}, before ${since}. Choose ${earlier.since} or earlier`,
    },
  });
}
