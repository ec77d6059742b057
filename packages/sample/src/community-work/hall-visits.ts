import { addDays, recordedHallVisit, type LocalDay } from '@mtg/governance';
import { at } from '../calendar';
import { staffOf } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';

/** Each week one person of each center is in the service hall, on Friday morning. */
export function visitHall(story: Story, monday: LocalDay): void {
  // Chance of its own, so that the rest of the week stays as it is.
  const random = story.randomFor(`hall ${monday}`);
  const day = addDays(monday, 4);
  const visitedAt = at(day, 11);
  if (!story.isPast(visitedAt)) return;
  for (const { code: centerCode, size } of story.centers) {
    const subject = staffOf(centerCode, random.whole(1, Math.max(1, Math.round(size))));
    const act = actOf({ subject, role: 'CENTER_STAFF' }, visitedAt);
    const values = recordedHallVisit(act, { centerCode, day, isRecorded: false });
    story.add('HallVisit', visitedAt, values, { id: random.idAt(visitedAt) });
  }
}
