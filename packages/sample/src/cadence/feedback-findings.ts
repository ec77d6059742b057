import {
  addDays,
  daysOf,
  judge,
  localDay,
  monthOf,
  r13,
  type Counted,
  type FindingState,
  type LocalDay,
  type Month,
} from '@mtg/governance';
import { at, workday } from '../calendar';
import { ChangingRow } from '../changing-row';
import type { Random } from '../random';
import type { Story } from '../story';
import { workOff, type Try } from './work-off';

interface ClosedOrder extends Counted {
  readonly number: string;
  readonly closedOn: LocalDay;
  readonly isReported: boolean;
}

/** How far a finding is worked off. */
type Fate = 'OPEN' | 'ANSWERED' | 'CONFIRMED' | 'SENT_BACK';

/**
 * The sample reports orders nine weeks after they were dispatched, so that months end with closed orders that stand in no report
 * (R13). The checks find it, 综合管理中心 explains, and a leader of the street decides on the explanation.
 */
export class FeedbackFindings {
  readonly #random: Random;
  readonly #orders: ClosedOrder[] = [];
  /** Sample data are judged from their first meeting on. */
  #since: LocalDay | undefined;

  constructor(private readonly story: Story) {
    this.#random = story.randomFor('findings');
  }

  /** Takes note of what was added since the sheet was handed over last. */
  look(): void {
    const { story } = this;
    for (const { heldOn } of story.rowsOf('Meeting')) {
      if (typeof heldOn === 'string' && heldOn < (this.#since ?? story.today)) this.#since = heldOn;
    }
    const closings = new Map(
      story
        .rowsOf('WorkOrderEvent')
        .filter(({ command }) => command === 'closeWorkOrder')
        .map(({ workOrderId, createdAt }) => [workOrderId, localDay(createdAt)]),
    );
    const reports = new Map(story.rowsOf('FeedbackReport').map((report) => [report.id, report]));
    for (const { id, number, feedbackReportId } of story.rowsOf('WorkOrder')) {
      const closedOn = closings.get(id);
      if (closedOn === undefined) continue;
      const report = reports.get(String(feedbackReportId));
      const on = report ? localDay(report.createdAt) : closedOn;
      const order = { id, number: String(number), closedOn, isReported: report !== undefined };
      this.#orders.push({ ...order, on, recordedOn: on });
    }
  }

  /** Writes the findings of the year with their answers, of which the last two are not decided on yet. */
  write(): void {
    const missed = this.#months().flatMap((month) => {
      const message = this.#messageOf(month);
      return message === undefined ? [] : [{ month, message }];
    });
    for (const [index, { month, message }] of missed.entries()) {
      const left = missed.length - 1 - index;
      const decided: Fate = index % 3 === 1 ? 'SENT_BACK' : 'CONFIRMED';
      const fate = (['OPEN', 'ANSWERED'] as const)[left] ?? decided;
      this.#workOff(month, message, fate);
    }
  }

  /** Months in which orders were closed, and which sample data are judged for. */
  #months(): readonly Month[] {
    const months = [...new Set(this.#orders.map(({ closedOn }) => monthOf(closedOn)))].toSorted();
    return months.filter((month) => (daysOf(month)?.first ?? '') >= (this.#since ?? this.story.today));
  }

  /** The message of the checks about a month, by the end of the story; undefined where they find nothing. */
  #messageOf(month: Month): string | undefined {
    const { today } = this.story;
    const dueOn = daysOf(month)?.last ?? today;
    const closed = this.#orders
      .filter(({ closedOn }) => monthOf(closedOn) === month)
      .toSorted((one, other) => (one.number < other.number ? -1 : 1));
    const { verdict, reason } = judge({
      dueOn,
      today,
      counted: closed.filter(({ isReported }) => isReported),
      check: (reported) =>
        r13.check({
          month,
          today: addDays(dueOn, 1),
          closedOrders: closed.map(({ number }) => number),
          reportedOrders: reported.map(({ number }) => number),
        }),
    });
    return verdict === 'BROKEN' && reason ? `${reason.zh} · ${reason.en}` : undefined;
  }

  #workOff(period: Month, message: string, fate: Fate): void {
    const { story } = this;
    const end = daysOf(period)?.last ?? story.today;
    const foundAt = at(addDays(end, 1), 0.1);
    const found: { readonly state: FindingState } = { state: 'OPEN' };
    const finding = new ChangingRow(this.#random.idAt(foundAt), foundAt, found);
    const on = (days: number, hour: number) => at(workday(addDays(end, days)), hour);
    const first = { explanation: '当月办结较多', remedy: '尽快反馈', answeredAt: on(2, 10) };
    const last = {
      explanation: '派单多在月底办结，来不及汇总',
      remedy: '改为每两周汇总一次',
      answeredAt: on(5, 10),
    };
    const tries: Readonly<Record<Fate, readonly Try[]>> = {
      OPEN: [],
      ANSWERED: [last],
      CONFIRMED: [{ ...last, decidedAt: on(6, 15) }],
      SENT_BACK: [
        { ...first, decidedAt: on(3, 15), sentBackFor: '请写明何时反馈' },
        { ...last, decidedAt: on(6, 15) },
      ],
    };
    workOff(story, this.#random, finding, tries[fate]);
    story.write('RuleFinding', finding, {
      ...finding.values,
      rule: 'R13',
      period,
      subject: story.street.code,
      centerCode: 'GENERAL_AFFAIRS',
      message,
      resolvedAt: null,
    });
  }
}
