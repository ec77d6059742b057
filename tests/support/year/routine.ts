import { addDays, lastWorkingDay, monthOf, PLAIN_WEEKS, weekdayOf, type LocalDay } from '@mtg/governance';
import { progressMeeting, REPORTING, weeklyMeeting, type PassedItem } from './meetings';
import { adoptPlans, consult, type Linked } from './planning';
import type { YearStage } from './stage';

/** The parts of its routine that a street leaves out, as the findings name them. */
export interface Omissions {
  /** Months in which a center has no plan, `2026-05 HEALTH`. */
  readonly plans: readonly string[];
  /** Months in which a link is not used, `2026-06 PUBLIC_SECURITY/JUSTICE`. */
  readonly consultations: readonly string[];
  /** Days of weekly meetings at which one report is missing. */
  readonly weeklyReports: readonly LocalDay[];
  /** Months without a progress meeting. */
  readonly progressMeetings: readonly string[];
}

const WEDNESDAY = 3;

/**
 * The routine of a street: a weekly meeting every Wednesday, consultations on the third of them, and on the last working
 * day of a month the progress meeting, with the plans of the next month.
 */
export class Routine {
  #done: LocalDay;
  /** Items that the next weekly meeting is to pass. */
  #items: readonly object[] = [];
  #passed: readonly PassedItem[] = [];
  /** Difficulties that the next progress meeting is to hear of. */
  #difficulties: readonly string[] = [];

  constructor(
    private readonly stage: YearStage,
    private readonly links: readonly Linked[],
    private readonly omissions: Omissions,
  ) {
    this.#done = stage.today();
  }

  /** Goes on to a day, its own routine included. */
  async through(day: LocalDay): Promise<void> {
    while (this.#done < day) {
      this.#done = addDays(this.#done, 1);
      await this.#live(this.#done);
    }
    if (this.stage.today() < day) this.stage.on(day);
  }

  /** Brings an item for communities into the next weekly meeting, and goes on to it. */
  async pass(item: object): Promise<PassedItem> {
    this.#items = [item];
    this.#passed = [];
    while (this.#passed.length === 0) await this.through(addDays(this.#done, 1));
    const [passed] = this.#passed;
    if (!passed) throw new Error('nothing passed');
    return passed;
  }

  /** Meets with a difficulty, which 综治维稳中心 reports to the next progress meeting. */
  meet(difficulty: string): void {
    this.#difficulties = [difficulty];
  }

  async #live(day: LocalDay): Promise<void> {
    const month = monthOf(day);
    if (weekdayOf(day) === WEDNESDAY) {
      this.stage.on(day);
      const isShort = this.omissions.weeklyReports.includes(day);
      this.#passed = await weeklyMeeting(this.stage, isShort ? REPORTING.slice(1) : REPORTING, this.#items);
      this.#items = [];
      if (monthOf(addDays(day, -14)) === month && monthOf(addDays(day, -21)) !== month)
        await this.#consult(month);
    }
    if (day === lastWorkingDay(month, PLAIN_WEEKS)) {
      this.stage.on(day, '14:00');
      if (!this.omissions.progressMeetings.includes(month)) {
        await progressMeeting(this.stage, this.#difficulties);
        this.#difficulties = [];
      }
      await this.#plan(monthOf(addDays(day, 7)));
    }
  }

  async #consult(month: string): Promise<void> {
    for (const link of this.links) {
      if (!this.omissions.consultations.includes(`${month} ${link.subject}`)) await consult(this.stage, link);
    }
  }

  async #plan(month: string): Promise<void> {
    const missing = this.omissions.plans.map((each) => each.split(' '));
    const without = missing.flatMap(([of, center]) => (of === month && center !== undefined ? [center] : []));
    await adoptPlans(this.stage, month, { without });
  }
}
