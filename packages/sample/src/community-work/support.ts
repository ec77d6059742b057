import {
  addDays,
  answeredSolution,
  localDay,
  raisedSupport,
  requireTakenUp,
  solvedSupport,
  SupportKind,
  takenUpSupport,
  type LocalDay,
} from '@mtg/governance';
import { at, workday } from '../calendar';
import { ChangingRow } from '../changing-row';
import { liveOrder, type LivedOrder } from '../dispatch/orders';
import { projectAt, sourceAt, type Sources } from '../dispatch/sources';
import { actorFor, secretaryOf, THE_CLERK, THE_DISPATCHER, titled, unitName } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';
import { foundInLedger, heardOnVisit, type Origin } from './support-origins';

/** Problems that a center helps with in a week, in proportion to its communities. */
const PER_WEEK = 0.08;
/** Shares of the entries of the ledger that lead to a problem being raised, and of the problems for which an order is dispatched. */
const FROM_ENTRY = 0.4;
const WITH_ORDER = 0.5;
const PROBLEMS: Readonly<Record<SupportKind, string>> = {
  INFRASTRUCTURE: '楼道照明损坏',
  GREENING: '绿地缺株',
  SANITATION: '垃圾堆放点清运不及时',
  PARKING: '小区停车难',
  SHOPPING: '缺少便民菜店',
  OTHER: '宠物管理',
};

/**
 * Centers help communities to solve prominent problems, which the communities confirm (R28).
 *
 * @param sources of orders; null before orders are dispatched
 * @returns the orders that were dispatched for them
 */
export function supportCommunities(
  story: Story,
  monday: LocalDay,
  sources: Sources | null,
): readonly LivedOrder[] {
  const day = addDays(monday, 3);
  const raisedAt = at(day, 10);
  if (!story.isPast(raisedAt)) return [];
  const { random } = story;
  const orders: LivedOrder[] = [];
  const raise = (origin: Origin): void => {
    const order = support(story, day, origin, sources);
    if (order) orders.push(order);
  };
  for (const { code: centerCode, communities, size } of story.centers) {
    const count = random.about(size * PER_WEEK);
    for (let issue = 0; issue < count; issue += 1) {
      const unheard = { visitId: null, sentimentLogId: null, ledgerEntryId: null };
      const own = { ...unheard, centerCode, communityCode: random.pick(communities) };
      raise(heardOnVisit(story, centerCode, raisedAt) ?? own);
    }
  }
  for (const entry of foundInLedger(story, raisedAt)) if (random.chance(FROM_ENTRY)) raise(entry);
  return orders;
}

const COMMITTEE = { bodyCode: 'AREA_MANAGEMENT_COMMITTEE', meetingId: null };

/** One problem from where it was raised to the community’s word. @returns the order that dealt with it, if one did */
function support(
  story: Story,
  day: LocalDay,
  origin: Origin,
  sources: Sources | null,
): LivedOrder | undefined {
  const { random } = story;
  const { centerCode, communityCode } = origin;
  const raisedAt = at(day, 10);
  const kind = random.pick(Object.values(SupportKind));
  const title = titled(PROBLEMS[kind]);
  const head = (moment: Date) => actOf(actorFor('CENTER', centerCode), moment);
  const raised = raisedSupport(head(raisedAt), { kind, title, communityCode });
  const issue = new ChangingRow(random.idAt(raisedAt), raisedAt, raised);
  // On the day after, and before the orders of that afternoon.
  const takenUpAt = at(addDays(day, 1), 11);
  const units: string[] = [];
  let order: LivedOrder | undefined;
  if (story.isPast(takenUpAt)) {
    // Its members were appointed in the first days of the year.
    const by = { ...COMMITTEE, membersInOffice: 1, meeting: null };
    issue.change(takenUpAt, takenUpSupport(actOf(THE_CLERK, takenUpAt), issue.row, by));
    requireTakenUp(head(takenUpAt), issue.row, 'recordContribution');
    units.push(unitName(random.whole(1, 20)));
    if (sources && random.chance(WITH_ORDER))
      order = dispatchFor(story, { centerCode, title }, takenUpAt, sources);
    if (order) {
      const citedAt = new Date(order.dispatchedAt.getTime() + 60_000);
      const state = requireTakenUp(actOf(THE_DISPATCHER, citedAt), issue.row, 'citeSupportOrder');
      issue.change(citedAt, { state, workOrderId: order.id });
    }
  }
  const solvedOn = solvedAfter(addDays(day, random.whole(10, 60)), order);
  let history: ChangingRow<ReturnType<typeof solvedSupport>['history']> | undefined;
  const [solvedAt, answeredAt] = [at(solvedOn, 16), at(addDays(solvedOn, 3), 10)];
  if (story.isPast(solvedAt)) {
    const solution = { solution: titled('已协调解决'), solvedOn };
    const solved = solvedSupport(head(solvedAt), issue.row, solution);
    issue.change(solvedAt, solved.issue);
    // Of a chance of its own, which leaves the rest of the year as it is.
    const id = story.randomFor(`solution/${issue.id}`).idAt(solvedAt);
    history = new ChangingRow(id, solvedAt, solved.history);
  }
  if (history && story.isPast(answeredAt)) {
    const secretary = { subject: secretaryOf(communityCode), role: 'COMMUNITY_SECRETARY' };
    const objection = random.chance(0.1) ? titled('尚未完全解决') : null;
    const answered = answeredSolution(actOf(secretary, answeredAt), issue.row, objection);
    issue.change(answeredAt, answered.issue);
    history.change(answeredAt, answered.history);
  }
  story.write('SupportIssue', issue, { ...issue.values, ...origin });
  if (history) story.write('SupportSolution', history, { ...history.values, supportIssueId: issue.id });
  for (const unit of units) {
    story.add('SupportContribution', takenUpAt, {
      supportIssueId: issue.id,
      unit,
      departmentCode: null,
      contribution: titled('提供场地和人员'),
    });
  }
  return order;
}

/** The order of the afternoon for a problem that was taken up; undefined while there is no source for it. */
function dispatchFor(
  story: Story,
  { centerCode: center, title }: { readonly centerCode: string; readonly title: string },
  takenUpAt: Date,
  sources: Sources,
): LivedOrder | undefined {
  const dispatchedAt = at(localDay(takenUpAt), 13.5 + story.random.whole(0, 150) / 60);
  if (!story.isPast(new Date(dispatchedAt.getTime() + 60_000))) return undefined;
  const source = sourceAt(story, dispatchedAt, center, sources);
  if (!source) return undefined;
  const project = projectAt(story, dispatchedAt, sources);
  // The problem stays with its center, and so does its order.
  const own = { ...source, centers: [center] };
  const order = liveOrder(story, { dispatchedAt, center, project, source: own, title });
  order.write(undefined);
  return order;
}

/** A problem with an order that is carried out is solved after the order is closed. */
function solvedAfter(day: LocalDay, order: LivedOrder | undefined): LocalDay {
  const closing = order?.course.steps.find(({ command }) => command === 'closeWorkOrder');
  const closed = closing && addDays(localDay(closing.moment), 1);
  return workday(closed !== undefined && closed > day ? closed : day);
}
