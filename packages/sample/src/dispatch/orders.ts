import {
  localDay,
  r06,
  r09,
  r11,
  type LocalDay,
  type WorkOrderSource,
  type WorkOrderState,
} from '@mtg/governance';
import { DISPATCHER, personName, titled } from '../people';
import { keep } from '../rules';
import type { Story } from '../story';
import { TOPICS } from '../topics';
import { planCourse, type Course } from './order-course';
import { OrderLife } from './order-life';
import type { ChosenProject } from './projects';

/** What an order cites. */
export interface OrderSource {
  readonly kind: WorkOrderSource;
  readonly id: string;
  readonly committeeDecision?: string;
  /** Of a key point. */
  readonly year?: number;
  /** Of a delegation, or of minutes. */
  readonly state?: string;
  readonly meetingKind?: string;
  /** The centers that it gives work to, where it names any. */
  readonly centers?: readonly string[];
  /** The communities that are guided on a delegation. */
  readonly communities?: readonly string[];
}

export interface OrderBrief {
  readonly dispatchedAt: Date;
  readonly center: string;
  readonly project: ChosenProject;
  readonly source: OrderSource;
  /** What it is about, where its source says so. */
  readonly title?: string;
  readonly parent?: LivedOrder;
  readonly course?: Course;
}

/** An order as far as its life has come; it is written once its report is known. */
export interface LivedOrder {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly center: string;
  readonly dispatchedAt: Date;
  readonly state: WorkOrderState;
  readonly source: OrderSource;
  /** When the center held it open: from acceptance to the end, or to now. */
  readonly openFrom: Date | undefined;
  readonly openTo: Date;
  /** The day on which it is verified, if it comes to that; it may be still to come. */
  readonly verifiedOn: LocalDay | undefined;
  /** When and why it was cancelled, if it was. */
  readonly cancelled: { readonly at: Date; readonly reason: string } | undefined;
  readonly course: Course;
  readonly write: (report: { readonly id: string; readonly issuedAt: Date } | undefined) => void;
}

/** Dispatches an order (R11) and lives its life up to now, with history, evidence and supervision (R12). */
export function liveOrder(story: Story, brief: OrderBrief): LivedOrder {
  const { dispatchedAt, center, project, source, parent } = brief;
  const course = brief.course ?? planCourse(story.random, dispatchedAt);
  const responsiblePerson = personName(story.random.whole(1, 200));
  const today = localDay(dispatchedAt);
  if (source.meetingKind !== undefined) {
    keep(r06.check({ meetingKind: source.meetingKind, minutesItem: { minutesState: source.state ?? '' } }));
  }
  keep(r09.check({ role: 'DISPATCHER', act: 'TASK_TO_CENTER' }));
  keep(
    r11.check({
      role: 'DISPATCHER',
      source,
      projectId: project.id,
      centerCode: center,
      responsiblePerson,
      deadline: course.deadline,
      partOfOrderOf: parent && localDay(parent.dispatchedAt),
      deadlineOfOrder: parent?.course.deadline,
      today,
    }),
  );
  const id = story.random.idAt(dispatchedAt);
  const life = new OrderLife(story, id, center, dispatchedAt, course.deadline, parent !== undefined);
  for (const step of course.steps) if (story.isPast(step.moment)) life.take(step);
  life.endNow();
  const verification = course.steps.find(({ command }) => command === 'verifyWorkOrder');
  const running = story.running('', dispatchedAt);
  const title = brief.title ?? titled(story.random.pick(TOPICS));
  return {
    id,
    number: running.number,
    title,
    center,
    dispatchedAt,
    state: life.state,
    source,
    openFrom: life.openFrom,
    openTo: life.openTo,
    verifiedOn: verification && localDay(verification.moment),
    cancelled:
      life.state === 'CANCELLED' && life.reason !== null
        ? { at: life.openTo, reason: life.reason }
        : undefined,
    course,
    write: (report) => {
      if (report) life.report(report.issuedAt);
      story.add(
        'WorkOrder',
        dispatchedAt,
        {
          ...running,
          state: life.state,
          title,
          content: `${title}：按要求办理`,
          source: source.kind,
          keyPointId: source.kind === 'KEY_POINT' ? source.id : null,
          delegationId: source.kind === 'DELEGATION' ? source.id : null,
          minutesItemId: source.kind === 'MINUTES_ITEM' ? source.id : null,
          projectId: project.id,
          centerCode: center,
          responsiblePerson,
          deadline: life.deadline,
          parentId: parent?.id ?? null,
          issuer: DISPATCHER,
          reason: life.reason,
          feedbackReportId: report?.id ?? null,
        },
        { id, updatedAt: life.updatedAt, version: life.version },
      );
    },
  };
}
