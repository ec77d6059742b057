import { addDays, DeputyReportRecipient, issuedDeputyReport, yearOf } from '@mtg/governance';
import { at } from '../calendar';
import type { RecordedActivity } from '../deliberation/yearly';
import { THE_CLERK, titled } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';
import { handInDay } from './hand-in-day';

/** Issues the report on deputies and committee members, citing what is on record of the year (R16). */
export function reportOnDeputies(story: Story, activities: readonly RecordedActivity[]): void {
  const day = addDays(handInDay(story), 2);
  const issuedAt = at(day, 10);
  const onRecord = activities.filter((each) => each.day < day && yearOf(each.day) === yearOf(day));
  const issued = issuedDeputyReport(actOf(THE_CLERK, issuedAt), {
    year: Number(yearOf(day)),
    title: titled('“两代表一委员”作用报告'),
    content: titled('走访选区，收集意见，推动解决'),
    recipients: Object.values(DeputyReportRecipient),
    onRecord,
    earlier: [],
  });
  const reportId = story.add('DeputyReport', issuedAt, issued.report);
  for (const activityId of issued.activityIds) {
    story.add('DeputyReportActivity', issuedAt, { reportId, activityId });
  }
}
