import { isBlank, type Maybe } from '../checks/facts';
import type { RegisteredResponsible } from '../checks/order-facts';
import type { LocalDay } from '../time/local-day';
import { isInForce, overlap, type Holding } from './people';

/** A person of the register who is to be responsible for an order. */
export interface ResponsibleOfRegister extends RegisteredResponsible {
  readonly id: string;
}

/** True if one of these posts is held, or acted in, in a center on a day. */
export const holdsPostOn = (
  holdings: readonly Pick<Holding, 'centerCode' | 'since' | 'until' | 'cancelledAt'>[],
  centerCode: Maybe<string>,
  day: LocalDay,
): boolean =>
  holdings.some(
    (holding) =>
      isInForce(holding) && holding.centerCode === centerCode && overlap(holding, { since: day, until: day }),
  );

/** The name of the responsible person: as it is given, or that of the person of the register. */
export const nameOfResponsible = (
  given: Maybe<string>,
  registered: Maybe<RegisteredResponsible>,
): Maybe<string> => (isBlank(given) ? (registered?.name ?? given) : given);
