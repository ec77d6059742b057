import {
  addDays,
  answeredEntry,
  FRUITLESS_WORK_ORDER_STATES,
  handedInReport,
  localDay,
  yearOf,
  type LocalDay,
} from '@mtg/governance';
import { at } from '../calendar';
import type { LivedOrder } from '../dispatch/orders';
import { DEPARTMENTS } from '../dispatch/projects';
import { THE_CLERK, THE_OFFICER, titled } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';
import { handInDay } from '../hand-in-day';
import type { LinkedMember } from './unit-links';

const FRUITLESS: ReadonlySet<string> = new Set(FRUITLESS_WORK_ORDER_STATES);

/** True if an order was not submitted by its original deadline, as of a day. */
function isLate({ course }: LivedOrder, day: LocalDay): boolean {
  const submissions = course.steps.filter(
    ({ command, moment }) => command === 'submitWorkOrder' && localDay(moment) <= day,
  );
  const last = submissions.at(-1);
  return (last ? localDay(last.moment) : addDays(day, -1)) > course.deadline;
}

/** Hands in the report on the departments, with figures from the orders and meetings of the year so far (R14). */
export function reportOnDepartments(
  story: Story,
  orders: readonly LivedOrder[],
  linked: readonly LinkedMember[],
): void {
  const handedInOn = handInDay(story);
  const handedInAt = at(handedInOn, 9);
  const [year, said] = [Number(yearOf(handedInOn)), titled('各部门落实情况')];
  const report = { year, title: said, content: said, handedInOn };
  const reportId = story.add(
    'DepartmentReport',
    handedInAt,
    handedInReport(actOf(THE_CLERK, handedInAt), report),
  );
  const counted = orders.filter(
    ({ isPart, dispatchedAt, state }) =>
      !isPart &&
      dispatchedAt < handedInAt &&
      Number(yearOf(localDay(dispatchedAt))) === year &&
      !FRUITLESS.has(state),
  );
  for (const [index, departmentCode] of DEPARTMENTS.entries()) {
    const given = counted.filter(({ project }) => project.departmentCodes.includes(departmentCode));
    const units = new Set(
      linked.filter((each) => each.departmentCode === departmentCode).map(({ unit }) => unit),
    );
    const presence = story.presence.filter(
      ({ unit, day }) => units.has(unit) && Number(yearOf(day)) === year && day <= handedInOn,
    );
    const attended = presence.filter(({ attendance }) => attendance === 'PRESENT').length;
    const answeredAt = at(addDays(handedInOn, 3), 10);
    const isAnswered = index > 0 && story.isPast(answeredAt);
    const answered = isAnswered
      ? answeredEntry(actOf(THE_OFFICER, answeredAt), { answer: null, version: 1 }, titled('已按要求改进'))
      : { answer: null, answeredAt: null };
    const entryId = story.add(
      'DepartmentReportEntry',
      handedInAt,
      {
        ...answered,
        reportId,
        departmentCode,
        given: given.length,
        givenByMinutes: given.filter(({ source }) => source.kind === 'MINUTES_ITEM').length,
        done: given.filter(({ verifiedOn }) => verifiedOn !== undefined && verifiedOn <= handedInOn).length,
        late: given.filter((order) => isLate(order, addDays(handedInOn, -1))).length,
        meetings: presence.length,
        attended,
        reports: attended,
        words: titled('总体落实较好'),
      },
      isAnswered ? { updatedAt: answeredAt, version: 2 } : {},
    );
    for (const { id } of given) story.add('CountedOrder', handedInAt, { entryId, workOrderId: id });
  }
}
