import { field } from '@mtg/commands';
import { localDay, requireNextMonth } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { CenterReport } from '../../../deliberation/meetings/center-report';
import { Meeting } from '../../../deliberation/meetings/meeting';
import { defineCommand, type StreetTransaction } from '../../../foundation/street-commands';
import { NextMonthLink } from '../next-month-link';
import { Plan } from '../plan';
import { PlanItem } from '../plan-item';

/** R20: next month's work, as a monthly report announced it, leads into the plan for that month. */
export const linkNextMonth = defineCommand({
  name: 'linkNextMonth',
  description: zhEn(
    '登记下月工作对接，即月推进会汇报所对接的下月计划事项(R20)',
    'Links a monthly report to the items of the center’s adopted plan for the next month that it announced (R20)',
  ),
  input: {
    centerReportId: CenterReport.id(),
    planItemIds: field.list(
      field.uuid(
        zhEn(
          '本中心下月现行计划中的事项标识',
          'Ids of items of the center’s current plan for the next month',
        ),
      ),
    ),
  },
  payload: {
    centerReport: () => CenterReport,
    nextMonthLinks: (): readonly [typeof NextMonthLink] => [NextMonthLink],
  },
  target: async ({ centerReportId }, transaction) => ({
    center: (await transaction.get(CenterReport, centerReportId)).centerCode,
  }),
  prepare: (_, context) => context.district.workCalendar(context.clock.now()),
  execute: async ({ centerReportId: reportId, planItemIds }, transaction, calendar) => {
    const centerReport = await transaction.get(CenterReport, reportId);
    const meeting = await transaction.get(Meeting, centerReport.meetingId);
    const items = [];
    for (const [index, id] of planItemIds.entries()) {
      const item = await itemToLink(transaction, { reportId, id, field: `planItemIds.${index}` });
      items.push({ ...item, isLinked: item.isLinked || planItemIds.indexOf(id) < index });
    }
    const report = {
      centerCode: centerReport.centerCode,
      meetingKind: meeting.kind,
      // Reports are recorded in a meeting that is open, which has its day.
      heldOn: meeting.heldOn ?? localDay(transaction.now),
    };
    requireNextMonth(transaction, report, items, calendar);
    const nextMonthLinks = [];
    for (const planItemId of planItemIds) {
      nextMonthLinks.push(await transaction.insert(NextMonthLink, { reportId, planItemId }));
    }
    return { centerReport, nextMonthLinks };
  },
});

interface Cited {
  readonly reportId: string;
  readonly id: string;
  readonly field: string;
}

/** An item with its plan, as far as a report may be linked to it. */
async function itemToLink(transaction: StreetTransaction, { reportId, id, field: at }: Cited) {
  const { planId } = await transaction.get(PlanItem, id, { at });
  const { centerCode, period, state, amendedAt } = await transaction.get(Plan, planId, { at });
  const isLinked = (await transaction.find(NextMonthLink, { reportId, planItemId: id })) !== null;
  return { centerCode, period, state, isAmended: amendedAt !== null, isLinked, field: at };
}
