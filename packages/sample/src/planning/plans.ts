import {
  addDays,
  adoptedPlan,
  amendedPlan,
  daysOf,
  draftedPlan,
  monthOf,
  r17,
  requireNextMonth,
  submittedPlan,
  yearOf,
  type LocalDay,
} from '@mtg/governance';
import { at, mondayOf } from '../calendar';
import type { SampleCenter } from '../centers';
import { ChangingRow } from '../changing-row';
import type { HeldMeeting } from '../deliberation/hold-meeting';
import type { MonthlyReport } from '../deliberation/monthly-meeting';
import type { ChosenProject } from '../dispatch/projects';
import { actorFor, THE_DISPATCHER, titled } from '../people';
import { actOf, keep } from '../rules';
import type { Random } from '../random';
import type { Values } from '../sheet';
import type { Story } from '../story';
import { itemsOf, writeItems, type PlanInForce, type SampleItem } from './plan-items';

/** Day of the month in whose week the next month is planned. */
const PLANNING_DAY = 24;
/** Items of a plan that the report of the month before announced. */
const ANNOUNCED = 2;

type PlanRow = ChangingRow<Values<'Plan'>>;

interface Course {
  readonly period: string;
  /** A Monday. */
  readonly week: LocalDay;
  readonly retreat: HeldMeeting | null;
}

/** The plans of centers, each carrying on what the one before had (R17). */
export class SamplePlans {
  readonly #inForce = new Map<string, PlanInForce>();
  readonly #random: Random;

  constructor(
    private readonly story: Story,
    private readonly projects: readonly ChosenProject[],
  ) {
    this.#random = story.randomFor('plans');
  }

  /** Plans the year of every center in the week after its retreat, which settled it. */
  planYears(retreats: readonly HeldMeeting[]): void {
    for (const retreat of retreats.filter(({ state }) => state === 'CLOSED')) {
      const week = mondayOf(addDays(retreat.heldOn, 7));
      for (const center of this.story.centers) {
        this.#plan(center, { period: yearOf(retreat.heldOn), week, retreat });
      }
    }
  }

  /** Plans the next month of every center, if this is the week for it. */
  planMonth(monday: LocalDay): void {
    const day = `${monthOf(monday)}-${PLANNING_DAY}`;
    if (mondayOf(day) !== monday) return;
    const period = monthOf(addDays(daysOf(monthOf(monday))?.last ?? monday, 1));
    for (const center of this.story.centers) this.#plan(center, { period, week: monday, retreat: null });
  }

  /** Links the reports to a monthly meeting to the first items of the plans for the next month, later that day (R20). */
  linkReports(reports: readonly MonthlyReport[]): void {
    const { story } = this;
    for (const { id: reportId, centerCode, heldOn } of reports) {
      const linkedAt = at(heldOn, 16);
      const plan = this.#inForce.get(centerCode);
      const month = monthOf(addDays(daysOf(monthOf(heldOn))?.last ?? heldOn, 1));
      if (plan?.period !== month || !story.isPast(linkedAt)) continue;
      const report = { centerCode, meetingKind: 'MONTHLY_PROGRESS', heldOn } as const;
      const ofPlan = { centerCode, period: month, state: 'ADOPTED', isAmended: false } as const;
      for (const [index, { id: planItemId }] of plan.items.slice(0, ANNOUNCED).entries()) {
        const item = { ...ofPlan, isLinked: false, field: `planItemIds.${index}` };
        requireNextMonth(actOf(actorFor('CENTER', centerCode), linkedAt), report, [item]);
        const id = this.#random.idAt(linkedAt);
        story.add('NextMonthLink', linkedAt, { reportId, planItemId }, { id });
      }
    }
  }

  /** Drafts a plan on Monday, submits it on Tuesday, adopts it on Wednesday, and amends one in eight. */
  #plan(center: SampleCenter, { period, week, retreat }: Course): void {
    const { story } = this;
    const [monday, tuesday, wednesday] = [at(week, 10), at(addDays(week, 1), 10), at(addDays(week, 2), 10)];
    if (!story.isPast(monday)) return;
    const found = this.#inForce.get(center.code);
    // A month is carried on from the month before, or from the year.
    const before = found && found.period < period ? found : undefined;
    const projects = this.projects.filter(({ charteredAt }) => charteredAt < monday);
    const items = itemsOf(this.#random, center, { projects, before });
    const head = actorFor('CENTER', center.code);
    const drafting = actOf(head, monday);
    const plan: PlanRow = new ChangingRow(this.#random.idAt(monday), monday, {
      ...draftedPlan(drafting, { period, items, retreat }),
      centerCode: center.code,
      retreatMeetingId: retreat?.id ?? null,
      previousId: null,
      reason: null,
    });
    const written = writeItems(
      { story, random: this.#random },
      drafting,
      { id: plan.id, ...plan.values },
      { items, before },
    );
    if (story.isPast(tuesday)) plan.change(tuesday, submittedPlan(actOf(head, tuesday), plan.row));
    if (story.isPast(wednesday)) {
      plan.change(wednesday, adoptedPlan(actOf(THE_DISPATCHER, wednesday), plan.row, null));
      const adoptedPlans = [{ period }];
      keep(r17.check({ planFor: period, today: story.today, center: center.code, adoptedPlans }));
      this.#inForce.set(center.code, { period, items: written });
      if (this.#random.chance(1 / 8)) this.#amend(plan, { week, items: written });
    }
    story.write('Plan', plan, plan.values);
  }

  /** Amends a plan on Thursday; the amendment is adopted on Friday. */
  #amend(
    plan: PlanRow,
    { week, items }: { readonly week: LocalDay; readonly items: readonly SampleItem[] },
  ): void {
    const { story } = this;
    const [thursday, friday] = [at(addDays(week, 3), 10), at(addDays(week, 4), 10)];
    if (!story.isPast(friday)) return;
    const { centerCode, retreatMeetingId, period } = plan.values;
    const [first] = items;
    if (!first) return;
    const added = { ...first, content: titled('临时增加的重点工作'), carriedFromId: null };
    const more = [...items, added];
    const amending = actOf(actorFor('CENTER', centerCode), thursday);
    const amendment: PlanRow = new ChangingRow(this.#random.idAt(thursday), thursday, {
      ...amendedPlan(amending, plan.row, { isAmended: false, items: more }),
      centerCode,
      retreatMeetingId,
      previousId: plan.id,
      reason: titled('任务调整'),
    });
    const ofPlan = { id: amendment.id, centerCode, period };
    const written = writeItems({ story, random: this.#random }, amending, ofPlan, {
      items: more,
      before: undefined,
    });
    amendment.change(thursday, submittedPlan(amending, amendment.row));
    amendment.change(friday, adoptedPlan(actOf(THE_DISPATCHER, friday), amendment.row, null));
    story.write('Plan', amendment, amendment.values);
    plan.change(friday, { amendedAt: friday });
    this.#inForce.set(centerCode, { period, items: written });
  }
}
