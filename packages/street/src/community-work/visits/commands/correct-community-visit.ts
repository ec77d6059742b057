import { localDay, requireVisit } from '@mtg/governance';
import { defineCorrection } from '../../../foundation/corrections/define-correction';
import type { StreetTransaction } from '../../../foundation/street-commands';
import { requireAssignmentFor } from '../../assignments/assignment-for-visit';
import { CommunityVisit } from '../community-visit';
import { requireInForce } from '../plan-in-force';
import { SentimentLog } from '../sentiment-log';
import { VisitPlan } from '../visit-plan';
import { VisitRecord } from '../visit-record';

/** R24: a visit that is moved to another day counts for the week of that day, and no more for the other. */
export const communityVisitCorrection = defineCorrection({
  name: 'correctCommunityVisit',
  says: {
    zh: '更正走访的日期、形式、计划或任务，日期不晚于登记之日；改到另一周的，两周重新考核(R24)。由本人或中心负责人更正',
    en: 'Corrects day, form, plan or assignment of a visit. The day is not after that of recording, and both weeks are judged again (R24). For the visitor or the head of the center',
  },
  table: CommunityVisit,
  columns: ['day', 'form', 'planId', 'assignmentId'],
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
