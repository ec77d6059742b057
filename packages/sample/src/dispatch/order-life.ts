import {
  isOverdue,
  localDay,
  OPEN_WORK_ORDER_STATES,
  openedSupervision,
  orderEvent,
  orderTransition,
  r12,
  requireInProgress,
  resolvedSupervision,
  workOrderMachine,
  type IssuedOrder,
} from '@mtg/governance';
import { at } from '../calendar';
import type { ChangingRow } from '../changing-row';
import { actorFor, headOf, THE_DISPATCHER, titled } from '../people';
import { actOf, keep, stepOf } from '../rules';
import type { Story } from '../story';
import type { PlannedStep } from './order-course';
import type { OrderRequests, Whole } from './order-requests';

/** The steps of one order, in the order of time. */
export class OrderLife {
  openFrom: Date | undefined;
  openTo: Date;
  #supervision:
    { readonly openedAt: Date; readonly values: ReturnType<typeof openedSupervision> } | undefined;

  constructor(
    private readonly story: Story,
    readonly order: ChangingRow<IssuedOrder>,
    parent: Whole | undefined,
    private readonly requests: OrderRequests,
  ) {
    this.openTo = story.now;
    this.record(parent ? 'dispatchSubOrder' : 'dispatchWorkOrder', order.createdAt);
  }

  take(step: PlannedStep): void {
    const { command, moment, reason, deadline, evidence = false } = step;
    this.superviseUntil(moment);
    if (evidence) this.attachEvidence(new Date(moment.getTime() - 3_600_000));
    const { row } = this.order;
    const before = this.requests.stateBefore(command);
    const { transition } = stepOf(workOrderMachine, row.state, command, before);
    const act = actOf(actorFor(transition.authority, row.centerCode), moment);
    const assignee = this.requests.take(act, row, step);
    const { values, event } = orderTransition(act, row, command, {
      ...(reason !== undefined && { reason }),
      ...(command === 'grantExtension' && deadline !== undefined && { deadline }),
      ...(before !== undefined && { outcome: before }),
      ...(assignee && { assignee }),
    });
    this.order.change(moment, values);
    if (command === 'acceptWorkOrder') this.openFrom = moment;
    if (!OPEN_WORK_ORDER_STATES.includes(values.state) && this.openTo > moment) this.openTo = moment;
    this.story.add('WorkOrderEvent', moment, event);
    if (!this.#supervision || isOverdue(this.order.values, localDay(moment))) return;
    const resolved = resolvedSupervision(act, { ...this.#supervision.values, version: 1 }, null);
    this.addSupervision(resolved, { updatedAt: moment, version: 2 });
  }

  /** Ends the course at the present: an overdue order is under supervision. */
  endNow(): void {
    this.superviseUntil(this.story.now);
    this.requests.write();
    const { id, deadline, state } = this.order.row;
    const order = { number: id, deadline, state, openSupervisions: this.#supervision ? 1 : 0 };
    keep(r12.check({ today: this.story.today, orders: [order] }));
    this.addSupervision({}, {});
  }

  report({ id, issuedAt }: { readonly id: string; readonly issuedAt: Date }): void {
    this.order.change(issuedAt, { feedbackReportId: id });
    this.record('issueFeedbackReport', issuedAt, this.order.row);
  }

  private record(command: string, moment: Date, before?: IssuedOrder): void {
    const event = orderEvent(actOf(THE_DISPATCHER, moment), this.order.row, command, before);
    this.story.add('WorkOrderEvent', moment, event);
  }

  /** The sweep of the night after the deadline opens a supervision. */
  private superviseUntil(moment: Date): void {
    if (this.#supervision) return;
    const openedAt = at(this.order.values.deadline, 24);
    if (openedAt > moment || !isOverdue(this.order.values, localDay(openedAt))) return;
    this.#supervision = { openedAt, values: openedSupervision(this.order.row) };
  }

  private addSupervision(
    resolved: Partial<ReturnType<typeof resolvedSupervision>>,
    history: { readonly updatedAt?: Date; readonly version?: number },
  ): void {
    if (!this.#supervision) return;
    const { openedAt, values } = this.#supervision;
    this.story.add('Supervision', openedAt, { ...values, ...resolved }, history);
    this.#supervision = undefined;
  }

  private attachEvidence(moment: Date): void {
    const { random } = this.story;
    const { id, centerCode, state, version } = this.order.row;
    requireInProgress(actOf(actorFor('CENTER', centerCode), moment), { number: id, state, version });
    let sha256 = '';
    while (sha256.length < 64) sha256 += random.bits().toString(16).padStart(8, '0');
    this.story.add('Evidence', moment, {
      workOrderId: id,
      title: titled('办理情况'),
      uri: `urn:sample:${id}`,
      mediaType: 'application/pdf',
      sha256,
      note: null,
      author: headOf(centerCode),
    });
  }
}
