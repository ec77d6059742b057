import { column, defineTable, type RowOf } from '@mtg/commands';
import {
  labelsOf,
  SUPPORT_KIND_LABELS,
  supportIssueMachine,
  SupportIssueState,
  SupportKind,
} from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { Meeting } from '../../deliberation/meetings/meeting';
import { WorkOrder } from '../../dispatch/orders/work-order';
import { centerCode, communityCode } from '../../organization/reference-columns';
import { LedgerEntry } from '../ledger/ledger-entry';
import { CommunityVisit } from '../visits/community-visit';
import { SentimentLog } from '../visits/sentiment-log';
import { daysOpen } from '../../foundation/days-open';
import { recordedLate } from '../../foundation/recorded-late';

registerVocabulary(
  SupportKind,
  'SupportKind',
  { zh: '支持保障事项类别', en: 'Kind of a support issue (R28)' },
  SUPPORT_KIND_LABELS,
);
registerVocabulary(
  SupportIssueState,
  'SupportIssueState',
  { zh: '支持保障事项状态', en: 'State of a support issue (R28)' },
  labelsOf(supportIssueMachine),
);

/** A prominent problem of a community, from where it was raised to the community's last word (R28). */
export const SupportIssue = defineTable('SupportIssue', {
  zh: '支持保障事项',
  en: 'Prominent problem of a community that centers help to solve (R28)',
  list: 'Prominent problems of communities that centers help to solve',
  read: { group: 'COMMUNITY_WORK', scopes: { COMMUNITY: 'communityCode' } },
  writes: 'WORK',
  columns: {
    state: column.choice(SupportIssueState, '状态', 'State'),
    kind: column.choice(SupportKind, '类别', 'Kind'),
    centerCode: centerCode('中心代码', 'Code of the center that helps'),
    communityCode: communityCode('社区代码', 'Code of the community'),
    title: column.line('问题', 'Problem'),
    raisedOn: column.day('提出日期', 'Day on which it was raised'),
    visitId: column.optional(
      column.ref(() => CommunityVisit, {
        zh: '提出问题的走访',
        en: 'Visit from which it was raised. Null otherwise',
        inverse: 'supportIssues',
        trace: column.ON,
      }),
    ),
    sentimentLogId: column.optional(
      column.ref(() => SentimentLog, {
        zh: '提出问题的民情日志',
        en: 'Sentiment log from which it was raised. Null otherwise',
        trace: column.ON,
      }),
    ),
    ledgerEntryId: column.optional(
      column.ref(() => LedgerEntry, {
        zh: '提出问题的台账条目',
        en: 'Ledger entry from which it was raised. Null otherwise',
        inverse: 'supportIssues',
        trace: column.ON,
      }),
    ),
    takenUpAt: column.optional(column.instant('承办时间', 'Time at which it was taken up. Null until then')),
    bodyCode: column.optional(
      column.code(
        '承办的议事机构代码',
        'Code of the body that took it up. Null if a meeting did, or none yet',
      ),
    ),
    meetingId: column.optional(
      column.ref(() => Meeting, {
        zh: '承办的会议',
        en: 'Meeting that took it up. Null if a body did, or none yet',
        inverse: 'supportIssues',
        trace: { up: 'SIDE', down: 'SIDE' },
      }),
    ),
    workOrderId: column.optional(
      column.ref(() => WorkOrder, {
        zh: '办理它的派单',
        en: 'Work order that deals with it. Null if none does',
        inverse: 'supportIssues',
        trace: column.OUTCOME,
      }),
    ),
    solvedOn: column.optional(column.day('解决日期', 'Day of the solution. Null until then')),
    solution: column.optional(column.text('解决情况', 'Solution. Null until then')),
    confirmedAt: column.optional(
      column.instant('社区确认时间', 'Time at which the community confirmed. Null until then'),
    ),
    objection: column.optional(column.text('社区的异议', 'Last objection of the community. Null if none')),
  },
  derived: {
    daysOpen,
    recordedLate: recordedLate(
      'raisedOn',
      'createdAt',
      '是否补录(登记晚于提出之日)',
      'Whether it was recorded after the day on which it was raised',
    ),
  },
  shares: [
    'state',
    'kind',
    'centerCode',
    'communityCode',
    'raisedOn',
    'takenUpAt',
    'workOrderId',
    'solvedOn',
    'confirmedAt',
  ],
  trace: { title: 'title' },
});

export type SupportIssue = RowOf<typeof SupportIssue>;
