import { findingsOfTask } from '../checks/batch-assignment';
import { dayNotPast } from '../checks/day';
import type { Maybe } from '../checks/facts';
import { r09 } from '../rules/r09-no-private-acceptance';
import { r22 } from '../rules/r22-passed-at-weekly-meeting';
import { r23 } from '../rules/r23-integrated-assignment';
import { r25, type FiveRequisites } from '../rules/r25-five-requisites';
import { assignmentMachine, type AssignmentState } from '../state-machines/machines/community-work';
import { localDay, type LocalDay } from '../time/local-day';
import type { Act } from './act';
import { present } from './present';

/** A weekly meeting as a batch looks at it. */
export interface WeeklyMeeting {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly state: string;
  readonly closedAt: Date | null;
}

/** A task for one community. What a rule asks for may be missing, so that the rule answers. */
export interface TaskDraft extends FiveRequisites {
  readonly weeklyItemId: string | null;
  readonly communityCode: string;
  readonly deadline: LocalDay | null;
}

/** A task with the item that it cites, and the meeting of that; null when the street has no such item. */
export interface CitingTask {
  readonly input: TaskDraft;
  /** Name of the community. */
  readonly communityName?: string;
  /** Names of the communities that the item concerns, where a refusal needs them. */
  readonly communityNames?: readonly string[];
  readonly cited: {
    readonly item: {
      readonly number: number;
      readonly title: string;
      readonly state: string;
      readonly communityCodes: readonly string[];
    };
    readonly meeting: WeeklyMeeting;
  } | null;
}

/**
 * Requires that a weekly meeting passed each task of a batch (R22) and that each has the five requisites (R25) and no deadline
 * in the past. R09 keeps leaders and center heads from issuing one.
 */
export function requirePassed(act: Act, tasks: readonly CitingTask[]): void {
  const today = localDay(act.now);
  for (const [index, { input }] of tasks.entries()) {
    if (input.deadline !== null) {
      act.requireInput(dayNotPast(`assignments.${index}.deadline`, input.deadline, today));
    }
  }
  act.require(r09.check({ role: act.actor.role, act: 'TASK_TO_COMMUNITY' }));
  act.require(
    ...tasks.map(({ input, communityName, communityNames, cited }, index) => {
      const { weeklyItemId, communityCode } = input;
      const named = communityName === undefined ? {} : { communityName };
      const item = cited && {
        state: cited.item.state,
        communityCodes: cited.item.communityCodes,
        ...(communityNames && { communityNames }),
        meetingKind: cited.meeting.kind,
        meetingState: cited.meeting.state,
        meetingClosedAt: cited.meeting.closedAt,
      };
      return findingsOfTask(index, [
        ...r22.check({ assignedAt: act.now, item, weeklyItemId, communityCode, ...named }),
        ...r25.check(input),
      ]);
    }),
  );
}

/**
 * The batch of all that one weekly meeting has passed, after it (R23).
 *
 * @param earlierBatch number of the batch that the meeting has already, if it has one
 */
export function issuedBatch(
  act: Act,
  meetingId: string,
  tasks: readonly CitingTask[],
  earlierBatch?: Maybe<string>,
) {
  const assignments = tasks.map(({ input, communityName, cited }) => ({
    item: cited ? `${cited.item.number} “${cited.item.title}”` : (input.weeklyItemId ?? ''),
    communityCode: input.communityCode,
    ...(communityName !== undefined && { communityName }),
    meeting: cited?.meeting,
  }));
  act.require(r23.check({ meetingId, issuedAt: act.now, assignments, earlierBatch }));
  const weekly = { meetingId, meetingKind: 'WEEKLY', meetingState: 'CLOSED' };
  return { ...weekly, issuedAt: act.now, issuer: act.actor.subject };
}

/** The columns of an assignment that later steps fill. */
export interface AssignmentCourse {
  readonly state: AssignmentState;
  readonly withdrawnAt: Date | null;
  readonly withdrawalReason: string | null;
}

/** The assignment of one task of a batch. @throws Error for a task that `requirePassed` would refuse */
export function issuedAssignment({ input }: CitingTask, meetingId: string) {
  const { communityCode, deadline } = input;
  const course: AssignmentCourse = {
    state: assignmentMachine.creation.to,
    withdrawnAt: null,
    withdrawalReason: null,
  };
  return {
    ...course,
    goal: present(input.goal),
    content: present(input.content),
    form: present(input.form),
    training: present(input.training),
    instructor: present(input.instructor),
    meetingId,
    itemState: 'PASSED',
    weeklyItemId: present(input.weeklyItemId),
    communityCode,
    deadline,
  };
}

/** An assignment as far as a step depends on it. */
interface AssignmentInStep {
  readonly state: AssignmentState;
  readonly version: number;
}

/** Records a community’s progress with a task. */
export function reportedProgress(
  act: Act,
  assignment: AssignmentInStep & { readonly id: string; readonly communityCode: string },
  { text, completed }: { readonly text: string; readonly completed: boolean },
) {
  const { id: assignmentId, communityCode } = assignment;
  const outcome = completed ? 'COMPLETED' : 'IN_PROGRESS';
  return {
    values: { state: act.step(assignmentMachine, assignment, 'reportProgress', outcome) },
    report: { assignmentId, communityCode, text, completed, reporter: act.actor.subject },
  };
}

/** Withdraws a task from a community. */
export const withdrawnAssignment = (
  act: Act,
  assignment: AssignmentInStep,
  command: string,
  reason: string,
): AssignmentCourse => ({
  state: act.step(assignmentMachine, assignment, command),
  withdrawnAt: act.now,
  withdrawalReason: reason,
});
