import {
  addDays,
  localDay,
  OPEN_WORK_ORDER_STATES,
  recordedCenterReport,
  requireCharter,
  requireEntry,
  requireNotEnded,
  requireVisit,
  type LocalDay,
} from '@mtg/governance';
import { at } from './calendar';
import { columnsOf, correct, EVERY, type Slip } from './correct';
import { actorFor, personName, THE_CLERK, THE_DISPATCHER, titled } from './people';
import type { Story } from './story';

/** Corrects slips of the pen in what was recorded in a week, in every sixth week. */
export function correctSlips(story: Story, monday: LocalDay, week: number): void {
  if (week % EVERY !== 1) return;
  const random = story.randomFor(`corrections/${monday}`);
  for (const slip of [reportSlip(story, monday), visitSlip(story, monday)]) correct(story, random, slip);
}

/** Corrects the first charter of the year, and an order that is open at its end. */
export function correctCharter(story: Story): void {
  const [row] = story.rowsOf('Project');
  const day = row && localDay(row.createdAt);
  correct(story, story.randomFor('corrections/charter'), {
    table: 'Project',
    row,
    moment: at(addDays(day ?? story.first, 1), 9),
    actor: THE_DISPATCHER,
    given: { goals: titled('年内全部完成并验收') },
    check: (act, after) =>
      requireCharter(act, {
        ...columnsOf<Omit<Parameters<typeof requireCharter>[1], 'charteredOn' | 'orders'>>(after),
        charteredOn: day ?? story.first,
        orders: [],
      }),
  });
}

/** Corrects the name of the first person in the register. */
export function correctName(story: Story): void {
  const [row] = story.rowsOf('Person');
  correct(story, story.randomFor('corrections/name'), {
    table: 'Person',
    row,
    moment: at(addDays(story.first, 1), 10),
    actor: THE_CLERK,
    given: { name: `${String(row?.['name'])}（更名）` },
    check: (act, after) =>
      requireEntry(act, {
        name: String(after['name']),
        since: String(after['since']),
        namesake: undefined,
        terms: [],
      }),
  });
}

/** Corrects the person responsible for the first order of a week that is still open. */
export function correctOrder(story: Story, monday: LocalDay): void {
  const row = story
    .rowsOf('WorkOrder')
    .find((each) => OPEN_WORK_ORDER_STATES.some((state) => state === each['state']));
  correct(story, story.randomFor(`corrections/order/${monday}`), {
    table: 'WorkOrder',
    row,
    moment: new Date((row?.updatedAt ?? story.now).getTime() + 3_600_000),
    actor: THE_DISPATCHER,
    given: { responsiblePerson: personName(201) },
    check: (act, after) => requireNotEnded(act, columnsOf<Parameters<typeof requireNotEnded>[1]>(after)),
  });
}

function reportSlip(story: Story, monday: LocalDay): Slip {
  const row = story.rowsOf('CenterReport').find((each) => each['thisWeek'] !== null);
  return {
    table: 'CenterReport',
    row,
    moment: at(addDays(monday, 7), 9),
    actor: actorFor('CENTER', String(row?.['centerCode'])),
    given: { thisWeek: titled('本周工作已全部完成') },
    check: (act, after) =>
      void recordedCenterReport(act, 'WEEKLY', {
        ...columnsOf<Parameters<typeof recordedCenterReport>[2]>(after),
        difficulties: null,
      }),
  };
}

function visitSlip(story: Story, monday: LocalDay): Slip {
  const row = story.rowsOf('CommunityVisit').find((each) => each['form'] !== 'TALK');
  const plan = story.rowsOf('VisitPlan').find(({ id }) => id === row?.['planId']);
  return {
    table: 'CommunityVisit',
    row,
    moment: at(addDays(monday, 7), 10),
    actor: { subject: String(row?.['staffSubject']), role: 'CENTER_STAFF' },
    given: { form: 'TALK' },
    // Each visit of the sample has its record and its log.
    check: (act, after) =>
      requireVisit(act, {
        ...columnsOf<Parameters<typeof requireVisit>[1]>(after),
        plan: plan && columnsOf<NonNullable<Parameters<typeof requireVisit>[1]['plan']>>(plan),
        record: titled('走访情况正常'),
        sentimentLogs: [titled('民情')],
        recordedOn: localDay(after.createdAt),
      }),
  };
}
