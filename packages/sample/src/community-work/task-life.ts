import {
  addDays,
  assignmentMachine,
  daysBetween,
  type AssignmentState,
  type LocalDay,
} from '@mtg/governance';
import { at, workday, workdayBefore } from '../calendar';
import type { LivedOrder } from '../dispatch/orders';
import { secretaryOf, titled } from '../people';
import { stepOf } from '../rules';
import type { Story } from '../story';

/** A task as far as its life depends on it. */
interface Task {
  readonly id: string;
  readonly community: string;
  /** The day of the meeting that it is from. */
  readonly day: LocalDay;
  /** The order that it carries out, if any. */
  readonly order: LivedOrder | undefined;
}

interface TaskLife {
  readonly state: AssignmentState;
  readonly updatedAt: Date | undefined;
  readonly version: number;
}

/** What a community reports of a task, until it is done, or the order is cancelled that it carries out. */
export function liveTask(story: Story, { id, community, day, order }: Task): TaskLife {
  let state: AssignmentState = assignmentMachine.creation.to;
  let updatedAt: Date | undefined;
  let version = 1;
  const cancelledAt = order?.cancelled?.at;
  for (const [index, reportedOn] of reportDays(day, order?.verifiedOn).entries()) {
    const reportedAt = at(reportedOn, 16);
    if (!story.isPast(reportedAt) || (cancelledAt !== undefined && reportedAt > cancelledAt)) break;
    const completed = index === 1;
    const outcome = completed ? 'COMPLETED' : 'IN_PROGRESS';
    ({ to: state } = stepOf(assignmentMachine, state, 'reportProgress', outcome));
    [updatedAt, version] = [reportedAt, version + 1];
    story.add('ProgressReport', reportedAt, {
      assignmentId: id,
      communityCode: community,
      text: titled(completed ? '已完成' : '正在开展'),
      completed,
      reporter: secretaryOf(community),
    });
  }
  if (cancelledAt !== undefined && state !== 'COMPLETED') {
    ({ to: state } = stepOf(assignmentMachine, state, 'cancelWorkOrder'));
    [updatedAt, version] = [cancelledAt, version + 1];
  }
  return { state, updatedAt, version };
}

/**
 * The days on which a community reports, the second time that all is done: after a week and after two, or so much sooner
 * that it is done on the last workday before the order is verified.
 */
function reportDays(day: LocalDay, verifiedOn: LocalDay | undefined): readonly [LocalDay, LocalDay] {
  const usual = addDays(day, 13);
  if (verifiedOn === undefined || usual < verifiedOn) return [addDays(day, 6), usual];
  const last = workdayBefore(verifiedOn);
  return [workday(addDays(day, Math.ceil(daysBetween(day, last) / 2))), last];
}
