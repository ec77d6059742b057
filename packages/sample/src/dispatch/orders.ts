import {
  issuedOrder,
  localDay,
  requireOpenParent,
  type LocalDay,
  type OrderSource,
  type WorkOrderState,
} from '@mtg/governance';
import { ChangingRow } from '../changing-row';
import { personName, THE_DISPATCHER, titled } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';
import { TOPICS } from '../topics';
import { planCourse, type Course } from './order-course';
import { OrderLife } from './order-life';
import { OrderRequests } from './order-requests';
import type { ChosenProject } from './projects';

/** References of an order. */
export interface CitedSource extends OrderSource {
  /** The communities that are guided on a delegation. */
  readonly communities?: readonly string[];
}

export interface OrderBrief {
  readonly dispatchedAt: Date;
  readonly center: string;
  readonly project: ChosenProject;
  readonly source: CitedSource;
  /** Subject, where its source states one. */
  readonly title?: string;
  readonly parent?: LivedOrder;
  readonly course?: Course;
}

/** An order as far as its life has come; it is written once its report is known. */
export interface LivedOrder {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly project: ChosenProject;
  readonly isPart: boolean;
  readonly center: string;
  readonly dispatchedAt: Date;
  readonly state: WorkOrderState;
  readonly source: CitedSource;
  /** When the center held it open: from acceptance to the end, or to now. */
  readonly openFrom: Date | undefined;
  readonly openTo: Date;
  /** The day on which it is verified, if it comes to that; it may be still to come. */
  readonly verifiedOn: LocalDay | undefined;
  /** When and why it was cancelled, if it was. */
  readonly cancelled: { readonly at: Date; readonly reason: string } | undefined;
  readonly course: Course;
  /** The deadline that it has in the end. */
  readonly deadline: LocalDay;
  readonly write: (report: { readonly id: string; readonly issuedAt: Date } | undefined) => void;
}

/** The state of an order at a moment of its life. */
export function stateAt({ openFrom, openTo, state }: LivedOrder, moment: Date): WorkOrderState {
  if (moment >= openTo) return state;
  return openFrom !== undefined && moment >= openFrom ? 'IN_PROGRESS' : 'ISSUED';
}

/** Dispatches an order (R11) and lives its life up to now, with history, evidence and supervision (R12). */
export function liveOrder(story: Story, brief: OrderBrief): LivedOrder {
  const { dispatchedAt, center, project, source, parent } = brief;
  const isNamed = (source.centers ?? []).length > 0 || parent !== undefined;
  const otherCenter = (): string | undefined =>
    isNamed ? undefined : story.random.pick(story.centers.filter(({ code }) => code !== center)).code;
  const course = brief.course ?? planCourse(story.random, dispatchedAt, otherCenter);
  const responsiblePerson = personName(story.random.whole(1, 200));
  const act = actOf(THE_DISPATCHER, dispatchedAt);
  if (parent) {
    const { number } = parent;
    requireOpenParent(act, { number, state: stateAt(parent, dispatchedAt), version: 1, parentId: null });
  }
  const values = issuedOrder(act, {
    centerCode: center,
    responsiblePerson,
    deadline: course.deadline,
    project,
    source,
    parent: parent && { id: parent.id, createdAt: parent.dispatchedAt, deadline: parent.course.deadline },
  });
  const order = new ChangingRow(story.random.idAt(dispatchedAt), dispatchedAt, values);
  const requests = new OrderRequests(story, { source, parent, deadlineOfProject: project.deadline });
  const life = new OrderLife(story, order, parent, requests);
  for (const step of course.steps) if (story.isPast(step.moment)) life.take(step);
  life.endNow();
  const verification = course.steps.find(({ command }) => command === 'verifyWorkOrder');
  const running = story.running('', dispatchedAt);
  const title = brief.title ?? titled(story.random.pick(TOPICS));
  const { state, reason, deadline } = order.values;
  return {
    id: order.id,
    number: running.number,
    title,
    project,
    isPart: parent !== undefined,
    center: order.values.centerCode,
    dispatchedAt,
    state,
    source,
    openFrom: life.openFrom,
    openTo: life.openTo,
    verifiedOn: verification && localDay(verification.moment),
    cancelled: state === 'CANCELLED' && reason !== null ? { at: life.openTo, reason } : undefined,
    course,
    deadline,
    write: (report) => {
      if (report) life.report(report);
      story.write('WorkOrder', order, {
        ...order.values,
        ...running,
        title,
        content: `${title}：按要求办理`,
      });
    },
  };
}
