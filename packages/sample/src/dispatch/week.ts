import { addDays, weekdayOf, type LocalDay } from '@mtg/governance';
import { CENTERS } from '../centers';
import { at, mondayOf, workdayBefore } from '../calendar';
import type { Story } from '../story';
import { submitDelegation, type DelegationFate, type SubmittedDelegation } from './delegations';
import { reportOrders } from './feedback';
import { undecidedCourses, type Course } from './order-course';
import { liveOrder, type LivedOrder, type CitedSource } from './orders';
import { projectAt, sourceAt, type Sources } from './sources';

/** Orders of a center in a week, at size 1. */
const ORDERS = 4;
/** From the Monday of their dispatch; the last order is closed by then. */
const REPORTED_AFTER_DAYS = 63;

/** Days before the end on which a delegation is submitted, so that it is still on its way: one of each is no weekend. */
const RECENT = [
  [-1, -2, -3],
  [-4, -5, -6],
  [-8, -9, -10],
  [-11, -12, -13],
];

/** All orders of a week, and of the delegations submitted in it, to their ends. */
export function dispatchWeek(story: Story, monday: LocalDay, sources: Sources): readonly LivedOrder[] {
  const orders: LivedOrder[] = [];
  const dispatch = (center: string, day: LocalDay, course?: Course): void => {
    const dispatchedAt = at(day, 13.5 + story.random.whole(0, 150) / 60);
    const source = sourceAt(story, dispatchedAt, center, sources);
    if (!source || !story.isPast(dispatchedAt)) return;
    const order = liveOrder(story, {
      dispatchedAt,
      center,
      project: projectAt(story, dispatchedAt, sources),
      source,
      ...(course && { course }),
    });
    orders.push(order);
    if (story.random.chance(0.05)) orders.push(...partOf(story, order, dispatchedAt, sources));
  };
  for (const { code, size } of story.centers) {
    for (let count = story.random.about(ORDERS * size); count > 0; count -= 1) {
      dispatch(code, addDays(monday, story.random.whole(0, 4)));
    }
  }
  // However little a street has to do, an order is still to be accepted when the year ends, and requests to be decided.
  const lastDay = workdayBefore(story.today);
  if (mondayOf(lastDay) === monday) {
    for (const course of undecidedCourses(lastDay)) {
      dispatch(story.random.pick(CENTERS), lastDay, course);
    }
  }
  if (mondayOf(lastDay) === monday && !orders.some(({ dispatchedAt }) => dispatchedAt > at(lastDay, 0))) {
    dispatch(story.random.pick(CENTERS), lastDay);
  }
  const delegations = delegationsOf(story, monday);
  const carriedOut = new Map<SubmittedDelegation, LivedOrder>();
  for (const delegation of delegations) {
    const { dispatchedAt, id, state, committeeDecision, title, guided } = delegation;
    if (!dispatchedAt || committeeDecision === undefined) continue;
    const { center, community } = guided;
    const named = { centers: [center], communities: [community] };
    const source: CitedSource = { kind: 'DELEGATION', id, state, committeeDecision, ...named };
    const project = projectAt(story, dispatchedAt, sources);
    const order = liveOrder(story, { dispatchedAt, center, project, source, title });
    carriedOut.set(delegation, order);
    orders.push(order);
  }
  const departments = new Map(delegations.map(({ id, department }) => [id, department]));
  const issuedAt = at(addDays(monday, REPORTED_AFTER_DAYS), 10);
  const reports = reportOrders(story, orders, issuedAt, ({ source }) => departments.get(source.id));
  for (const order of orders) order.write(reports.get(order));
  for (const delegation of delegations) {
    const order = carriedOut.get(delegation);
    const report = order && reports.get(order);
    delegation.write({ orders: order ? 1 : 0, reportedAt: report?.issuedAt });
  }
  return orders;
}

/** Gives an assisting center a part on the same day. Its steps precede those of the whole order; it asks for no more time. */
function partOf(
  story: Story,
  parent: LivedOrder,
  dispatchedAt: Date,
  sources: Sources,
): readonly LivedOrder[] {
  const { course, center: own, source } = parent;
  const isOneCenters = !course.steps.some(({ command }) => command === 'requestReturn');
  if (source.kind === 'DELEGATION' || !isOneCenters) return [];
  if (!course.steps.some(({ command }) => command === 'closeWorkOrder')) return [];
  const { code: center } = story.random.pick(story.centers.filter(({ code }) => code !== own));
  const earlier = course.steps
    .filter(({ command }) => !command.endsWith('Extension'))
    .map((step) => ({ ...step, moment: new Date(step.moment.getTime() - 600_000) }));
  const moment = new Date(dispatchedAt.getTime() + 600_000);
  const project = projectAt(story, dispatchedAt, sources);
  return [
    liveOrder(story, {
      dispatchedAt: moment,
      center,
      project,
      source,
      parent,
      course: { ...course, steps: earlier },
    }),
  ];
}

/** Of ten delegations, those that are not admitted. */
const FATES: Readonly<Record<number, DelegationFate>> = { 3: 'SENT_BACK', 7: 'REJECTED', 9: 'WITHDRAWN' };

/** About one a fortnight at scale 1; the last ones, so that there is one in every state. */
function delegationsOf(story: Story, monday: LocalDay): readonly SubmittedDelegation[] {
  const week = Math.round((Date.parse(monday) - Date.parse(story.first)) / (7 * 86_400_000));
  const count = Math.ceil(Math.sqrt(story.scale)) * (week % 2);
  const regular = Array.from({ length: count }, (_, index) => ({
    day: addDays(monday, index % 4),
    number: Math.floor(week / 2) + index,
  })).map(({ day, number }) => ({
    day,
    fate: FATES[number % 10] ?? ('ADMITTED' as const),
  }));
  const recent = RECENT.map((days) => days.map((each) => addDays(story.today, each)))
    .map((days) => days.find((day) => weekdayOf(day) <= 5) ?? '')
    .filter((day) => day >= monday && day <= addDays(monday, 6))
    .map((day) => ({ day, fate: 'ADMITTED' as const }));
  return [...regular, ...recent]
    .filter(({ day }) => story.isPast(at(day, 9)))
    .map(({ day, fate }) => submitDelegation(story, day, fate));
}
