import { addDays, charteredProject, requireRetreat, yearOf, type LocalDay } from '@mtg/governance';
import { CENTERS } from '../centers';
import { at } from '../calendar';
import type { HeldMeeting } from '../deliberation/hold-meeting';
import { THE_DISPATCHER, titled } from '../people';
import { actOf } from '../rules';
import { firstBaseTask } from '../base-tasks';
import type { Story } from '../story';
import { TOPICS } from '../topics';

export interface ChosenProject {
  readonly id: string;
  readonly number: string;
  readonly deadline: LocalDay;
  readonly charteredAt: Date;
  readonly departmentCodes: readonly string[];
}

/** A project for each center: in the year's first days, and at each retreat (R19). */
export function charterProjects(story: Story, retreats: readonly HeldMeeting[]): readonly ChosenProject[] {
  const occasions: readonly { readonly day: LocalDay; readonly retreat: HeldMeeting | null }[] = [
    { day: addDays(story.first, 2), retreat: null },
    ...retreats
      .filter(({ state }) => state === 'CLOSED')
      .map((retreat) => ({ day: addDays(retreat.heldOn, 1), retreat })),
  ];
  return occasions
    .filter(({ day }) => story.isPast(at(day, 11)))
    .flatMap(({ day, retreat }) => CENTERS.map((_, index) => charter(story, day, retreat, index)));
}

function charter(story: Story, day: LocalDay, retreat: HeldMeeting | null, index: number): ChosenProject {
  const charteredAt = at(day, 11);
  const departmentCodes = [story.random.pick(DEPARTMENTS)];
  const topic = TOPICS[index % TOPICS.length] ?? '';
  const act = actOf(THE_DISPATCHER, charteredAt);
  if (retreat) requireRetreat(act, retreat);
  const values = charteredProject(act, {
    goals: titled(`${topic}：年内全部完成`),
    departmentCodes,
    communityCodes: story.random.some(story.street.communities, 4),
    // A project of each center carries out a base task of it; that of the last center none.
    baseTaskCodes: index === CENTERS.length - 1 ? [] : firstBaseTask(index + 1),
    deadline: `${Number(yearOf(day)) + 1}-12-31`,
  });
  const running = story.running('P', charteredAt);
  const id = story.add('Project', charteredAt, {
    ...running,
    ...values,
    title: titled(topic),
    retreatMeetingId: retreat?.id ?? null,
  });
  return { id, number: running.number, deadline: values.deadline, charteredAt, departmentCodes };
}

/** Departments of the district that delegate. */
export const DEPARTMENTS = ['JUSTICE', 'PUBLIC_SECURITY', 'SOCIAL_CONSTRUCTION_OFFICE'] as const;
