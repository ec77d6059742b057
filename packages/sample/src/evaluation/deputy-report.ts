import { addDays, DeputyReportRecipient, issuedDeputyReport, yearOf } from '@mtg/governance';
import { at } from '../calendar';
import type { RecordedActivity } from '../deliberation/yearly';
import { THE_CLERK, titled } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';
import { handInDay } from './department-report';

/** Issues the report on deputies and committee members, citing what is on record of the year (R16). */
export function reportOnDeputies(story: Story, activities: readonly RecordedActivity[]): void {
  const day = addDays(handInDay(story), 2);
  const issuedAt = at(day, 10);
  const cited = activities.filter((each) => each.day < day && yearOf(each.day) === yearOf(day));
  const report = issuedDeputyReport(actOf(THE_CLERK, issuedAt), {
    year: Number(yearOf(day)),
    title: titled('“两代表一委员”作用报告'),
    content: titled('走访选区，收集意见，推动解决'),
    recipients: Object.values(DeputyReportRecipient),
    activityIds: cited.map(({ id }) => id),
  });
  const reportId = story.add('DeputyReport', issuedAt, report);
  for (const { id } of cited) story.add('DeputyReportActivity', issuedAt, { reportId, activityId: id });
}
