import { dayHappened, dayNotFuture } from '../checks/day';
import type { InputProblem } from '../checks/input-problem';
import { localDay, type LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import type { HeldPost } from '../vocabulary/people';
import type { Act } from './act';

/** A person of the register. */
export interface RegisteredPerson {
  readonly id: string;
  readonly name: string;
  /** First day in the service of the street. */
  readonly since: LocalDay;
}

/** Days from one to another, both included; without an end while it lasts. */
export interface Term {
  readonly since: LocalDay;
  readonly until: LocalDay | null;
}

/** A post that a person holds, held or acts in. */
export interface Holding extends Term {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  readonly personName: string;
  readonly kind: HeldPost;
  readonly centerCode: string | null;
  readonly postCode: string | null;
  /** The holding for which the person acts; null where the post is the person's own. */
  readonly actingForId: string | null;
  readonly cancelledAt: Date | null;
}

/** True if two terms have a day in common. */
export const overlap = (one: Term, other: Term): boolean =>
  (other.until === null || precedes(one.since, other.until)) &&
  (one.until === null || precedes(other.since, one.until));

/** True unless it was recorded by mistake. */
export const isInForce = ({ cancelledAt }: { readonly cancelledAt: Date | null }): boolean =>
  cancelledAt === null;

/** Registers a person, who is in the street’s service since a day up to today. */
export function registeredPerson(
  act: Act,
  person: { readonly name: string; readonly subject: string; readonly since: LocalDay },
) {
  act.requireInput(dayNotFuture('since', person.since, localDay(act.now)));
  return person;
}

/** Checks that a day up to today is one on which the person was in the street’s service. */
export const inService = (
  field: string,
  day: LocalDay,
  { name, since }: RegisteredPerson,
  today: LocalDay,
): InputProblem | undefined =>
  dayHappened(
    field,
    day,
    { day: since, name: { zh: `${name}到岗之日`, en: `the first day of ${name} in the street’s service` } },
    today,
  );

export const cancelledAlready = {
  message: {
    zh: '该项登记已撤销。请选择有效的登记',
    en: 'This record was cancelled. Choose one that is in force',
  },
};

/** Cancels what was recorded by mistake; the row stays, with the reason. */
export function cancelledRecord(
  act: Act,
  record: { readonly version: number; readonly cancelledAt: Date | null },
  cancellationReason: string,
) {
  act.requireState(record, isInForce(record) ? undefined : cancelledAlready);
  return { cancelledAt: act.now, cancellationReason };
}
