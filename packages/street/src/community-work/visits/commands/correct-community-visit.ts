import { field } from '@mtg/commands';
import { localDay, requireVisit, VisitForm } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCorrection } from '../../../foundation/corrections/define-correction';
import type { StreetTransaction } from '../../../foundation/street-commands';
import { requireAssignmentFor } from '../../assignments/assignment-for-visit';
import { CommunityVisit } from '../community-visit';
import { CommunityVisitCorrection } from '../community-visit-correction';
import { requireInForce } from '../plan-in-force';
import { SentimentLog } from '../sentiment-log';
import { VisitPlan } from '../visit-plan';
import { VisitRecord } from '../visit-record';

/** R24: a visit that is moved to another day counts for the week of that day, and no more for the other. */
export const correctCommunityVisit = defineCorrection({
  name: 'correctCommunityVisit',
  description: zhEn(
    '更正走访的日期、形式、计划或任务，原值和理由保留；改到另一周的，两周重新考核(R24)。由本人或中心负责人更正',
    'Corrects day, form, plan or assignment of a visit. The old values are kept with the reason, and both weeks are judged again (R24). For the visitor or the head of the center',
  ),
  table: CommunityVisit,
  corrections: CommunityVisitCorrection,
  columns: {
    day: field.day(
      zhEn('更正后的日期，不晚于登记之日', 'Right day of the visit, not after the day of recording'),
    ),
    form: field.choice(VisitForm, zhEn('更正后的形式(R24)', 'Right form of the visit (R24)')),
    planId: field.uuid(zhEn('更正后所依据的计划标识(R24)', 'Id of the right visit plan (R24)')),
    assignmentId: field.uuid(zhEn('更正后所落实的任务标识', 'Id of the right assignment')),
  },
  target: ({ centerCode }) => ({ center: centerCode }),
  check: async (transaction, row, after) => {
    const plan = after.planId === null ? null : await transaction.get(VisitPlan, after.planId);
    if (plan && plan.id !== row.planId) await requireInForce(transaction, plan);
    const written = await writtenOf(transaction, row);
    requireVisit(transaction, { ...after, ...written, plan, recordedOn: localDay(row.createdAt) });
    if (after.assignmentId !== null) await requireAssignmentFor(transaction, after.assignmentId, after);
  },
});

/** The texts of a visit, without which it would not count. */
async function writtenOf(transaction: StreetTransaction, { id, recordId }: CommunityVisit) {
  const record = await transaction.find(VisitRecord, { id: recordId });
  const logs = await transaction.list(SentimentLog, { visitId: id });
  return { record: record?.text ?? '', sentimentLogs: logs.map(({ text }) => text) };
}
