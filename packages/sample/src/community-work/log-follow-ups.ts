import { followedUpLog, type LocalDay } from '@mtg/governance';
import { THE_DISPATCHER } from '../people';
import { actOf } from '../rules';
import type { SampleRow } from '../sheet';
import type { Story } from '../story';

/** Share of the items of a weekly meeting that deal with a log of the same week. */
const SHARE = 0.3;

/** Sentiment logs of the week that items of its weekly meeting deal with. */
export function followUpLogs(story: Story, monday: LocalDay): void {
  // Chance of its own, so that the rest of the week stays as it is.
  const random = story.randomFor(`follow-ups ${monday}`);
  const logs = story.rowsOf('SentimentLog');
  for (const item of story.rowsOf('WeeklyItem')) {
    const codes = communitiesOf(item);
    const heard = logs.filter(
      ({ communityCode, createdAt }) => createdAt < item.createdAt && codes.includes(String(communityCode)),
    );
    if (heard.length === 0 || !random.chance(SHARE)) continue;
    const log = random.pick(heard);
    const linkedAt = new Date(item.updatedAt.getTime() + 60_000);
    if (!story.isPast(linkedAt)) continue;
    const values = followedUpLog(actOf(THE_DISPATCHER, linkedAt), {
      log: { id: log.id, communityCode: String(log['communityCode']) },
      weeklyItem: { id: item.id, communityCodes: codes },
      minutesItem: null,
      minutes: null,
    });
    story.add('SentimentFollowUp', linkedAt, values, { id: random.idAt(linkedAt) });
  }
}

/** A column of the items of weekly meetings. */
const communitiesOf = ({ communityCodes }: SampleRow): readonly string[] =>
  communityCodes as readonly string[];
