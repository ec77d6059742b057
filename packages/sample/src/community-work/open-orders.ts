import { addDays, type LocalDay } from '@mtg/governance';
import { at } from '../calendar';
import type { LivedOrder } from '../dispatch/orders';
import { WEEKLY_HOURS } from './weekly-hours';

/** From the day of the meeting to that on which the order is verified: time for a community to report twice on workdays. */
const DAYS_TO_CARRY_OUT = 5;

/** Orders that a center can bring to a meeting. */
export interface CenterOrders {
  /** By delegations, and not passed by a meeting yet: these come first, so that what departments delegate gets to communities. */
  readonly waiting: readonly LivedOrder[];
  readonly others: readonly LivedOrder[];
}

/** Orders that centers can bring to weekly meetings, as long as they are open or still to come. */
export class OpenOrders {
  #orders: readonly LivedOrder[] = [];
  readonly #passed = new Set<string>();

  /** Takes in the orders of a week, and lets go of those that ended before it. */
  beginWeek(monday: LocalDay, orders: readonly LivedOrder[]): void {
    const beginning = at(monday, 0);
    this.#orders = [...this.#orders, ...orders].filter(({ openTo }) => openTo > beginning);
  }

  /**
   * Orders that a center can bring to the meeting of a day: those that it has accepted, that are still open when the batch goes
   * out, and that leave communities the time to complete their tasks before the work is verified.
   */
  ofCenter(center: string, day: LocalDay): CenterOrders {
    const own = this.#orders.filter(
      (order) => order.center === center && isOpen(order, day) && leavesTime(order, day),
    );
    const isWaiting = ({ id, source }: LivedOrder): boolean =>
      source.kind === 'DELEGATION' && !this.#passed.has(id);
    return { waiting: own.filter(isWaiting), others: own.filter((order) => !isWaiting(order)) };
  }

  /** A meeting has passed how an order is carried into communities. */
  pass({ id }: LivedOrder): void {
    this.#passed.add(id);
  }
}

const isOpen = ({ openFrom, openTo }: LivedOrder, day: LocalDay): boolean =>
  openFrom !== undefined &&
  openFrom < at(day, WEEKLY_HOURS.proposed) &&
  openTo > at(day, WEEKLY_HOURS.issued);

const leavesTime = ({ verifiedOn }: LivedOrder, day: LocalDay): boolean =>
  verifiedOn === undefined || verifiedOn >= addDays(day, DAYS_TO_CARRY_OUT);
