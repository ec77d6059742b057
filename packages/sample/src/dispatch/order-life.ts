import {
  addDays,
  isOverdue,
  localDay,
  OPEN_WORK_ORDER_STATES,
  r12,
  supervisionMachine,
  workOrderMachine,
  type LocalDay,
  type WorkOrderState,
} from '@mtg/governance';
import { at } from '../calendar';
import { actorFor, DISPATCHER, headOf, titled } from '../people';
import { keep, stepOf } from '../rules';
import type { Story } from '../story';
import type { PlannedStep } from './order-course';

/** The steps of one order, in the order of time. */
export class OrderLife {
  state: WorkOrderState = workOrderMachine.creation.to;
  reason: string | null = null;
  version = 1;
  updatedAt: Date;
  openFrom: Date | undefined;
  openTo: Date;
  #supervision: { readonly missed: LocalDay; readonly openedAt: Date } | undefined;

  constructor(
    private readonly story: Story,
    private readonly id: string,
    private readonly center: string,
    dispatchedAt: Date,
    public deadline: LocalDay,
    isPart: boolean,
  ) {
    this.updatedAt = dispatchedAt;
    this.openTo = story.now;
    this.record(isPart ? 'dispatchSubOrder' : 'dispatchWorkOrder', dispatchedAt, null);
  }

  take({ command, moment, reason, deadline, evidence = false }: PlannedStep): void {
    this.superviseUntil(moment);
    if (evidence) this.attachEvidence(new Date(moment.getTime() - 3_600_000));
    const before = this.state;
    const oldDeadline = this.deadline;
    const { to, transition } = stepOf(workOrderMachine, before, command);
    this.state = to;
    this.deadline = deadline ?? oldDeadline;
    this.reason = reason ?? this.reason;
    const { actor, role } = actorFor(transition.authority, this.center);
    this.version += 1;
    this.updatedAt = moment;
    if (command === 'acceptWorkOrder') this.openFrom = moment;
    if (!OPEN_WORK_ORDER_STATES.includes(to) && this.openTo > moment) this.openTo = moment;
    this.story.add('WorkOrderEvent', moment, {
      workOrderId: this.id,
      command,
      fromState: before,
      toState: to,
      actor,
      role,
      reason: reason ?? null,
      oldDeadline: deadline === undefined ? null : oldDeadline,
      newDeadline: deadline ?? null,
    });
    if (this.#supervision && !isOverdue(this, localDay(moment))) this.resolve(moment, actor);
  }

  /** What is overdue now is under supervision. */
  endNow(): void {
    this.superviseUntil(this.story.now);
    const openSupervisions = this.#supervision ? 1 : 0;
    const order = { number: this.id, deadline: this.deadline, state: this.state, openSupervisions };
    keep(r12.check({ today: this.story.today, orders: [order] }));
    if (this.#supervision) this.addSupervision(this.#supervision, 'OPEN', null, null);
  }

  report(issuedAt: Date): void {
    this.version += 1;
    this.updatedAt = issuedAt;
    this.record('issueFeedbackReport', issuedAt, this.state);
  }

  private record(command: string, moment: Date, fromState: WorkOrderState | null): void {
    this.story.add('WorkOrderEvent', moment, {
      workOrderId: this.id,
      command,
      fromState,
      toState: this.state,
      actor: DISPATCHER,
      role: 'DISPATCHER',
      reason: null,
      oldDeadline: null,
      newDeadline: null,
    });
  }

  /** The sweep of the night after the deadline opens a supervision. */
  private superviseUntil(moment: Date): void {
    if (this.#supervision || !OPEN_WORK_ORDER_STATES.includes(this.state)) return;
    const openedAt = at(addDays(this.deadline, 1), 0);
    if (openedAt <= moment) this.#supervision = { missed: this.deadline, openedAt };
  }

  private resolve(moment: Date, actor: string): void {
    if (!this.#supervision) return;
    const { to } = stepOf(supervisionMachine, 'OPEN', 'resolveSupervision');
    this.addSupervision(this.#supervision, to, moment, actor);
    this.#supervision = undefined;
  }

  private addSupervision(
    { missed, openedAt }: { readonly missed: LocalDay; readonly openedAt: Date },
    state: 'OPEN' | 'RESOLVED',
    resolvedAt: Date | null,
    resolvedBy: string | null,
  ): void {
    const values = {
      workOrderId: this.id,
      state,
      missedDeadline: missed,
      resolution: null,
      resolvedAt,
      resolvedBy,
    };
    this.story.add('Supervision', openedAt, values, resolvedAt ? { updatedAt: resolvedAt, version: 2 } : {});
  }

  private attachEvidence(moment: Date): void {
    const { random } = this.story;
    let sha256 = '';
    while (sha256.length < 64) sha256 += random.bits().toString(16).padStart(8, '0');
    this.story.add('Evidence', moment, {
      workOrderId: this.id,
      title: titled('办理情况'),
      uri: `urn:sample:${this.id}`,
      mediaType: 'application/pdf',
      sha256,
      note: null,
      author: headOf(this.center),
    });
  }
}
