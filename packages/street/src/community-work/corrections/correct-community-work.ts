import {
  CenterType,
  conveyedDocument,
  localDay,
  recordedHighlight,
  requireItemAsDecided,
  requireRecordedAfter,
} from '@mtg/governance';
import { refuse } from '@mtg/subgraph-kit';
import { requireDepartments } from '../../district-references/require-departments';
import { defineCorrection } from '../../foundation/corrections/define-correction';
import type { StreetTransaction } from '../../foundation/street-commands';
import { requireCommunities, requireCommunity } from '../../organization/require-addressee';
import { ProgressReport } from '../assignments/progress-report';
import { ConveyedDocument } from '../conveyance/conveyed-document';
import { Highlight } from '../conveyance/highlight';
import { SupportContribution } from '../support/support-contribution';
import { SupportIssue } from '../support/support-issue';
import { SentimentFollowUp } from '../visits/sentiment-follow-up';
import { SentimentLog } from '../visits/sentiment-log';
import { requireGuidance } from '../weekly-items/carried-order';
import { WeeklyItem } from '../weekly-items/weekly-item';

/** R22: an item says what the meeting decides on. */
export const weeklyItemCorrection = defineCorrection({
  name: 'correctWeeklyItem',
  says: {
    zh: '更正周例会事项的标题、内容或社区，议决之前；议决后只更正议决说明(R10、R22)',
    en: 'Corrects title, content or communities of an item until the weekly meeting decides on it, and after that the remark on the decision (R10, R22)',
  },
  table: WeeklyItem,
  columns: ['title', 'content', 'communityCodes', 'remark'],
  target: ({ centerCode }) => ({ center: centerCode }),
  check: async (transaction, row, after) => {
    await requireCommunities(transaction, after.communityCodes);
    requireItemAsDecided(transaction, row, after, CenterType.GENERAL_AFFAIRS);
    await requireGuidance(transaction, after.workOrderId, after.communityCodes, 'communityCodes');
    for (const { sentimentLogId } of await transaction.list(SentimentFollowUp, { weeklyItemId: row.id })) {
      const { communityCode } = await transaction.get(SentimentLog, sentimentLogId);
      if (!after.communityCodes.includes(communityCode)) throw stillDealsWith();
    }
  },
});

const stillDealsWith = () =>
  refuse.badInput('communityCodes', {
    zh: '该事项办理的民情日志所在的社区须保留。请加上该社区',
    en: 'The item deals with a sentiment log of a community that is left out. Add that community',
  });

/** A community says in other words how it got on. */
export const progressReportCorrection = defineCorrection({
  name: 'correctProgressReport',
  says: {
    zh: '更正社区进展报告的文字；是否完成由进展报告本身确定',
    en: 'Corrects the words of a progress report. The completion of the task stays',
  },
  table: ProgressReport,
  columns: ['text'],
  target: ({ communityCode }) => ({ community: communityCode }),
});

/** R26: what was conveyed, to whom and when. */
export const conveyedDocumentCorrection = defineCorrection({
  name: 'correctConveyedDocument',
  says: {
    zh: '更正传达的来源、种类、标题、工作重点、社区或日期，日期不晚于登记之日(R26)',
    en: 'Corrects originator, kind, title, priorities, community or day of a conveyed document. The day is not after that of recording (R26)',
  },
  table: ConveyedDocument,
  columns: ['issuer', 'kind', 'title', 'priorities', 'communityCode', 'conveyedOn'],
  target: ({ centerCode }) => ({ center: centerCode }),
  check: async (transaction, { createdAt }, after) => {
    requireRecordedAfter(transaction, 'conveyedOn', after.conveyedOn, localDay(createdAt));
    conveyedDocument(transaction, after);
    await requireCommunity(transaction, after.communityCode, 'communityCode');
  },
});

/** R26: a highlight in other words. */
export const highlightCorrection = defineCorrection({
  name: 'correctHighlight',
  says: {
    zh: '更正典型和特色亮点的标题或内容(R26)',
    en: 'Corrects title or content of a highlight (R26)',
  },
  table: Highlight,
  columns: ['title', 'content'],
  target: ({ centerCode, communityCode }) => ({
    community: communityCode,
    ...(centerCode !== null && { center: centerCode }),
  }),
  check: (transaction, _, after) => void recordedHighlight(transaction, after),
});

/** R28: which unit contributed, and what. */
export const supportContributionCorrection = defineCorrection({
  name: 'correctSupportContribution',
  says: {
    zh: '更正参与单位或其贡献(R28)',
    en: 'Corrects the unit that was brought in, or its contribution (R28)',
  },
  table: SupportContribution,
  columns: ['unit', 'departmentCode', 'contribution'],
  target: ({ supportIssueId }, transaction) => centerOf(transaction, supportIssueId),
  prepare: async ({ departmentCode }, context) => {
    if (departmentCode !== null) await requireDepartments(context, departmentCode, 'departmentCode');
  },
});

const centerOf = async (transaction: StreetTransaction, id: string) => ({
  center: (await transaction.get(SupportIssue, id)).centerCode,
});
