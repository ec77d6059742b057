import {
  addDays,
  daysBetween,
  reportedProgress,
  withdrawnAssignment,
  type AssignmentCourse,
  type LocalDay,
} from '@mtg/governance';
import { at, workday, workdayBefore } from '../calendar';
import type { LivedOrder } from '../dispatch/orders';
import type { ChangingRow } from '../changing-row';
import { secretaryOf, THE_DISPATCHER, titled } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';

/** Inputs for the course of a task. */
interface Circumstances {
  /** The day of the meeting that it is from. */
  readonly day: LocalDay;
  /** The order that it carries out, if any. */
  readonly order: LivedOrder | undefined;
}

/** A task that a community has. */
type ChangingTask = ChangingRow<AssignmentCourse & { readonly communityCode: string }>;

/** Generates a community's reports on a task, until it is completed or its order is cancelled. */
export function liveTask(story: Story, task: ChangingTask, { day, order }: Circumstances): void {
  const cancelled = order?.cancelled;
  for (const [index, reportedOn] of reportDays(day, order?.verifiedOn).entries()) {
    const reportedAt = at(reportedOn, 16);
    if (!story.isPast(reportedAt) || (cancelled && reportedAt > cancelled.at)) break;
    const completed = index === 1;
    const secretary = { subject: secretaryOf(task.values.communityCode), role: 'COMMUNITY_SECRETARY' };
    const said = { text: titled(completed ? '已完成' : '正在开展'), completed };
    const { values, report } = reportedProgress(actOf(secretary, reportedAt), task.row, said);
    task.change(reportedAt, values);
    story.add('ProgressReport', reportedAt, report);
  }
  if (!cancelled || task.values.state === 'COMPLETED') return;
  const act = actOf(THE_DISPATCHER, cancelled.at);
  task.change(cancelled.at, withdrawnAssignment(act, task.row, 'cancelWorkOrder', cancelled.reason));
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
