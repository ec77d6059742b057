import { localDay, yearOf } from '@mtg/governance';
import { CENTERS } from '../centers';
import type { IssuedItem } from '../deliberation/hold-meeting';
import type { AdoptedKeyPoint } from '../deliberation/yearly';
import type { Story } from '../story';
import type { CitedSource } from './orders';
import type { ChosenProject } from './projects';

/** Sources that orders can be dispatched from. */
export interface Sources {
  readonly keyPoints: readonly AdoptedKeyPoint[];
  readonly projects: readonly ChosenProject[];
  readonly minutesItems: readonly IssuedItem[];
}

/** Chooses the source of an order: sometimes an item of minutes, else one of the year's key points, once there are any. */
export function sourceAt(
  story: Story,
  moment: Date,
  center: string,
  { keyPoints, minutesItems }: Sources,
): CitedSource | undefined {
  const deployable = minutesItems.filter(
    ({ centerCode, deployableFrom }) =>
      deployableFrom < moment && (centerCode === null || centerCode === center),
  );
  const thisYear = Number(yearOf(localDay(moment)));
  const adopted = keyPoints.filter(({ year, adoptedAt }) => year === thisYear && adoptedAt < moment);
  if (deployable.length > 0 && (adopted.length === 0 || story.random.chance(0.2))) {
    const { id, meetingKind, centerCode } = story.random.pick(deployable);
    const centers = centerCode === null ? [] : [centerCode];
    return { kind: 'MINUTES_ITEM', id, state: 'ISSUED', meetingKind, centers };
  }
  if (adopted.length === 0) return undefined;
  const { id, year, committeeDecision } = story.random.pick(adopted);
  return { kind: 'KEY_POINT', id, year, committeeDecision };
}

/** Chooses the project of an order among those chartered last. */
export const projectAt = (story: Story, moment: Date, { projects }: Sources): ChosenProject =>
  story.random.pick(projects.filter(({ charteredAt }) => charteredAt < moment).slice(-CENTERS.length));
