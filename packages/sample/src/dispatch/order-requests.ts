import {
  grantedExtension,
  reassignedOrder,
  refusedExtension,
  refusedReturn,
  requestedExtension,
  requestedReturn,
  type Act,
  type IssuedOrder,
  type LocalDay,
  type OrderSource,
  type WorkOrderState,
} from '@mtg/governance';
import { ChangingRow } from '../changing-row';
import { personName } from '../people';
import type { Story } from '../story';
import type { PlannedStep } from './order-course';

/** The order that a part is of, with the deadline that it has in the end. */
export interface Whole {
  readonly id: string;
  readonly number: string;
  readonly deadline: LocalDay;
}

type Row = IssuedOrder & { readonly id: string };
type Return = ReturnType<typeof requestedReturn> & { readonly workOrderId: string };
type Extension = ReturnType<typeof requestedExtension> & {
  readonly workOrderId: string;
  readonly presentDeadline: LocalDay;
};

/** Requests of the center of an order to 综合管理中心, with their decisions: for another center, or for more time. */
export class OrderRequests {
  #return: ChangingRow<Return> | undefined;
  #extension: ChangingRow<Extension> | undefined;

  constructor(
    private readonly story: Story,
    private readonly of: {
      readonly source: OrderSource;
      readonly parent: Whole | undefined;
      readonly deadlineOfProject: LocalDay;
    },
  ) {}

  /** The state that a refused return takes the order back to. */
  stateBefore(command: string): WorkOrderState | undefined {
    return command === 'refuseReturn' ? this.#return?.values.orderState : undefined;
  }

  /** Keeps a request and its decision. @returns who has the order from now on, if another center has */
  take(act: Act, order: Row, { command, reason = '', deadline, center }: PlannedStep) {
    const { story } = this;
    if (command === 'requestReturn') {
      const values = { workOrderId: order.id, ...requestedReturn(act, order, reason) };
      this.#return = new ChangingRow(story.random.idAt(act.now), act.now, values);
    }
    if (command === 'refuseReturn' && this.#return) {
      this.#return.change(act.now, refusedReturn(act, this.#return.row, reason));
    }
    if (command === 'requestExtension' && deadline !== undefined) {
      const values = requestedExtension(act, this.extension(order, deadline), reason);
      const row = { workOrderId: order.id, presentDeadline: order.deadline, ...values };
      this.#extension = new ChangingRow(story.random.idAt(act.now), act.now, row);
    }
    if (command === 'grantExtension' && deadline !== undefined && this.#extension) {
      const granted = grantedExtension(act, this.#extension.row, this.extension(order, deadline), null);
      this.#extension.change(act.now, granted);
    }
    if (command === 'refuseExtension' && this.#extension) {
      this.#extension.change(act.now, refusedExtension(act, this.#extension.row, reason));
    }
    return command === 'reassignWorkOrder' ? this.reassign(act, order, reason, center) : undefined;
  }

  /** Writes the requests as they are at the present. */
  write(): void {
    if (this.#return) this.story.write('ReturnRequest', this.#return, this.#return.values);
    if (this.#extension) this.story.write('ExtensionRequest', this.#extension, this.#extension.values);
  }

  private reassign(act: Act, order: Row, reason: string, centerCode: string | undefined) {
    if (!this.#return) return undefined;
    const { assignee, decision } = reassignedOrder(act, this.#return.row, {
      centerCode,
      name: centerCode ?? '',
      responsiblePerson: personName(this.story.random.whole(1, 200)),
      reason,
      source: this.of.source,
      isPart: this.of.parent !== undefined,
      taken: new Set([order.centerCode]),
    });
    this.#return.change(act.now, decision);
    return assignee;
  }

  private extension(order: Row, deadline: LocalDay) {
    const { parent } = this.of;
    const deadlineOfProject = parent ? null : this.of.deadlineOfProject;
    return { deadline, old: order.deadline, parent, deadlineOfProject, granted: 0, limits: {} };
  }
}
