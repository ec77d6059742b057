import { addDays, DeputyReportRecipient, issuedDeputyReport, yearOf, type LocalDay } from '@mtg/governance';
import { at } from '../calendar';
import type { RecordedActivity } from '../deliberation/yearly';
import { THE_CLERK, titled } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';
import { handInDay } from '../hand-in-day';

/** Days after the report by which what came to be recorded is cited by its supplement. */
const SUPPLEMENTED_AFTER = 21;

/** A report that was issued, as a supplement refers to it. */
interface IssuedReport {
  readonly id: string;
  readonly title: string;
  readonly issuedOn: LocalDay;
  readonly cited: readonly string[];
}

/** A report about to be issued, with the one that it supplements, if it does. */
interface ReportDraft {
  readonly day: LocalDay;
  readonly year: string;
  readonly title: string;
  readonly content: string;
  readonly first?: IssuedReport;
}

/**
 * Issues the report on deputies and committee members, which cites what is on record of the year, and later a supplement, which
 * cites what was recorded since (R16).
 */
export function reportOnDeputies(story: Story, activities: readonly RecordedActivity[]): void {
  const day = addDays(handInDay(story), 2);
  const year = yearOf(day);
  const ofYear = activities.filter((each) => yearOf(each.day) === year);
  const title = titled('“两代表一委员”作用报告');
  const first = issue(story, { day, year, title, content: titled('走访选区，收集意见，推动解决') }, ofYear);
  const later = addDays(day, SUPPLEMENTED_AFTER);
  if (!ofYear.some(({ id, recordedAt }) => !first.cited.includes(id) && recordedAt < at(later, 10))) return;
  const content = titled('补充报告后登记的走访');
  issue(story, { day: later, year, title: titled('“两代表一委员”作用补充报告'), content, first }, ofYear);
}

function issue(
  story: Story,
  { day, year, title, content, first }: ReportDraft,
  ofYear: readonly RecordedActivity[],
): IssuedReport {
  const issuedAt = at(day, 10);
  const { report, activityIds } = issuedDeputyReport(actOf(THE_CLERK, issuedAt), {
    year: Number(year),
    title,
    content,
    recipients: Object.values(DeputyReportRecipient),
    onRecord: ofYear.filter((each) => each.recordedAt < issuedAt),
    earlier: first ? [first] : [],
  });
  const random = first ? story.randomFor('deputies/supplement') : story.random;
  const id = random.idAt(issuedAt);
  story.add('DeputyReport', issuedAt, report, { id });
  for (const activityId of activityIds) {
    const values = { reportId: id, activityId };
    story.add('DeputyReportActivity', issuedAt, values, { id: random.idAt(issuedAt) });
  }
  return { id, title, issuedOn: report.issuedOn, cited: activityIds };
}
