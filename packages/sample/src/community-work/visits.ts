import {
  addDays,
  isoWeekOf,
  plannedVisit,
  r24,
  recordedVisit,
  type CountedVisit,
  type LocalDay,
} from '@mtg/governance';
import type { SampleCenter } from '../centers';
import { at } from '../calendar';
import { actorFor, titled } from '../people';
import type { SampleRegister } from '../register/sample-register';
import { actOf, keep } from '../rules';
import type { Story } from '../story';
import type { GivenTask } from './assignment-batch';

/** People who go together. */
const GROUP = 5;
const WEEKDAYS = [0, 1, 2, 3, 4];
const FORMS = ['INSPECTION', 'CALL', 'TALK'] as const;
const ROUTE = '【样例】街道—社区居委会—楼院';
const ACTIONS = '【样例】逐户走访，听取意见';
const HEARD = [
  { theme: '便民设施', text: '居民希望增设座椅' },
  { theme: '照明', text: '居民反映夜间照明不足' },
  { theme: null, text: '居民对服务表示满意' },
];

/** Three days of visits of everybody in the service who is not on leave, each with its record and sentiment log (R24). */
export function visitCommunities(
  story: Story,
  monday: LocalDay,
  tasks: readonly GivenTask[],
  register: SampleRegister,
): void {
  for (const center of story.centers) {
    const present = register.presentIn(center, monday);
    const own = tasks.filter((task) => task.center === center.code);
    const unvisited = new Set(own.filter(({ isDelegated }) => isDelegated));
    for (let first = 0; first < present.length; first += GROUP) {
      const people = present.slice(first, first + GROUP);
      visitForAWeek(story, monday, { center, people, tasks: own, unvisited });
    }
  }
}

interface Group {
  readonly center: SampleCenter;
  readonly people: readonly string[];
  readonly tasks: readonly GivenTask[];
  /** Delegated items not visited yet, which come first. */
  readonly unvisited: Set<GivenTask>;
}

function visitForAWeek(story: Story, monday: LocalDay, group: Group): void {
  const counted: CountedVisit[] = [];
  for (const offset of story.random.some(WEEKDAYS, 3)) {
    const day = addDays(monday, offset);
    const form = story.random.pick(FORMS);
    if (visitOn(story, monday, day, form, group)) {
      counted.push({ day, form, hasRecord: true, hasSentimentLog: true, planned: true });
    }
  }
  for (const subject of group.people) {
    keep(r24.check({ week: isoWeekOf(monday), today: story.today, subject, visits: counted }));
  }
}

/** Plans a day of visits on Monday morning, and makes them; false while that day has not come. */
function visitOn(
  story: Story,
  monday: LocalDay,
  day: LocalDay,
  form: (typeof FORMS)[number],
  { center, people, tasks, unvisited }: Group,
): boolean {
  const plannedAt = at(monday, 8.5);
  const visitedAt = at(day, 17);
  if (!story.isPast(plannedAt)) return false;
  const standing = tasks.filter(({ endedAt }) => endedAt === undefined || endedAt > visitedAt);
  const waiting = standing.find((each) => unvisited.has(each));
  const task =
    waiting ?? (standing.length > 0 && story.random.chance(0.6) ? story.random.pick(standing) : undefined);
  if (task) unvisited.delete(task);
  const community = task?.community ?? story.random.pick(center.communities);
  const plan = plannedVisit(actOf(actorFor('CENTER', center.code), plannedAt), {
    centerCode: center.code,
    day,
    people,
    communityCodes: [community],
    route: ROUTE,
    actions: ACTIONS,
  });
  const planId = story.add('VisitPlan', plannedAt, plan);
  if (!story.isPast(visitedAt)) return false;
  for (const author of people) {
    const said = story.random.pick(HEARD);
    const { visit, record, sentimentLogs } = recordedVisit(
      actOf({ subject: author, role: 'CENTER_STAFF' }, visitedAt),
      {
        centerCode: center.code,
        communityCode: community,
        day,
        form,
        record: titled('走访情况正常'),
        sentimentLogs: [{ topic: '【样例】民情', theme: said.theme, text: titled(said.text) }],
        plan,
      },
    );
    const recordId = story.add('VisitRecord', visitedAt, record);
    const refers = { planId, assignmentId: task?.id ?? null, recordId };
    const visitId = story.add('CommunityVisit', visitedAt, { ...visit, ...refers });
    for (const log of sentimentLogs) story.add('SentimentLog', visitedAt, { visitId, ...log });
  }
  return true;
}
