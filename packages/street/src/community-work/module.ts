import { payloadField } from '@mtg/commands';
import { cancelWorkOrder } from '../dispatch/orders/commands/cancel-work-order';
import { reactToOrders } from '../dispatch/orders/order-reactions';
import type { StreetModule } from '../foundation/street-module';
import { WeeklyItem1700000007000 } from '../migrations/1700000007000-weekly-item';
import { CommunityAssignment1700000007001 } from '../migrations/1700000007001-community-assignment';
import { CommunityVisit1700000007002 } from '../migrations/1700000007002-community-visit';
import { HandOver1700000088010 } from '../migrations/1700000088010-hand-over';
import { Conveyance1700000007003 } from '../migrations/1700000007003-conveyance';
import { AssignmentWithdrawal1700000014003 } from '../migrations/1700000014003-assignment-withdrawal';
import { AssignmentBatch } from './assignments/assignment-batch';
import { issueAssignmentBatch } from './assignments/commands/issue-assignment-batch';
import { reportProgress } from './assignments/commands/report-progress';
import { withdrawAssignment } from './assignments/commands/withdraw-assignment';
import { CommunityAssignment } from './assignments/community-assignment';
import { ProgressReport } from './assignments/progress-report';
import { requireNoOpenTasks } from './assignments/tasks-of-orders';
import { withdrawTasksOf } from './assignments/withdraw';
import { conveyDocument } from './conveyance/commands/convey-document';
import { recordHighlight } from './conveyance/commands/record-highlight';
import { ConveyedDocument } from './conveyance/conveyed-document';
import { Highlight } from './conveyance/highlight';
import { HandOver } from './visits/hand-over';
import { handOver } from './visits/commands/hand-over';
import { HandedOverItem } from './visits/handed-over-item';
import { amendLedgerEntry } from './ledger/commands/amend-ledger-entry';
import { recordLedgerEntry } from './ledger/commands/record-ledger-entry';
import { verifyLedgerEntry } from './ledger/commands/verify-ledger-entry';
import { followUpSentimentLog } from './visits/commands/follow-up-sentiment-log';
import { planVisit } from './visits/commands/plan-visit';
import { recordHallVisit } from './visits/commands/record-hall-visit';
import { HallVisit } from './visits/hall-visit';
import { LedgerVerifiedAt1700000089640 } from '../migrations/1700000089640-ledger-verified-at';
import { HallVisit1700000090040 } from '../migrations/1700000090040-hall-visit';
import { recordVisit } from './visits/commands/record-visit';
import { VisitCorrections1700000091020 } from '../migrations/1700000091020-visit-corrections';
import { restOnMeetings } from '../deliberation/meetings/rests-on-meeting';
import { communityWorkOn } from './corrections/rests-on-meeting';
import { commandsOfCorrections, entriesOf } from '../foundation/corrections/of-module';
import { WorkCorrections1700000094010 } from '../migrations/1700000094010-work-corrections';
import { communityWorkCorrections } from './corrections/community-work-corrections';
import { CommunityVisit } from './visits/community-visit';
import { SentimentLog } from './visits/sentiment-log';
import { StreetSentimentStatisticsResolver } from './visits/sentiment-statistics.resolver';
import { StreetVisitCoverageResolver } from './visits/visit-coverage.resolver';
import { VisitPlan } from './visits/visit-plan';
import { VisitRecord } from './visits/visit-record';
import { decideWeeklyItem } from './weekly-items/commands/decide-weekly-item';
import { proposeWeeklyItem } from './weekly-items/commands/propose-weekly-item';
import { WeeklyItem } from './weekly-items/weekly-item';
import { confirmSolution, objectToSolution } from './support/commands/answer-solution';
import { raiseSupportIssue } from './support/commands/raise-support-issue';
import { takeUpSupportIssue } from './support/commands/take-up-support-issue';
import {
  citeSupportOrder,
  recordContribution,
  solveSupportIssue,
} from './support/commands/work-on-support-issue';
import { SupportContribution } from './support/support-contribution';
import { SupportIssue } from './support/support-issue';
import { StreetSupportStatisticsResolver } from './support/support-statistics.resolver';
import { LedgerEntry } from './ledger/ledger-entry';
import { SupportSolution } from './support/support-solution';
import { SupportSolution1700000089600 } from '../migrations/1700000089600-support-solution';
import { SupportIssue1700000021002 } from '../migrations/1700000021002-support-issue';
import { SentimentTheme1700000090010 } from '../migrations/1700000090010-sentiment-theme';
import { LedgerEntry1700000018000 } from '../migrations/1700000018000-ledger-entry';
import { SentimentFollowUp } from './visits/sentiment-follow-up';
import { SentimentFollowUp1700000090020 } from '../migrations/1700000090020-sentiment-follow-up';

export const communityWorkTables = {
  WeeklyItem,
  AssignmentBatch,
  CommunityAssignment,
  ProgressReport,
  VisitPlan,
  CommunityVisit,
  VisitRecord,
  SentimentLog,
  ConveyedDocument,
  Highlight,
  LedgerEntry,
  SupportIssue,
  SupportContribution,
  SupportSolution,
  HandOver,
  HandedOverItem,
  SentimentFollowUp,
  HallVisit,
  ...entriesOf(communityWorkCorrections),
};

const withdrawn = payloadField(cancelWorkOrder, 'withdrawnAssignments', CommunityAssignment);

// The work of an order is not done while a community is at it, and cancelled work is not gone on with.
reactToOrders({
  beforeVerified: requireNoOpenTasks,
  afterCancelled: async (transaction, orders, reason) => ({
    withdrawnAssignments: await withdrawTasksOf(transaction, 'cancelWorkOrder', orders, reason),
  }),
});

// A meeting let work through to communities, or took up their problems.
restOnMeetings(communityWorkOn);

/** Assignments, conveyance and visits: the work of centers in communities. */
export const communityWorkModule: StreetModule = {
  migrations: [
    WeeklyItem1700000007000,
    CommunityAssignment1700000007001,
    AssignmentWithdrawal1700000014003,
    CommunityVisit1700000007002,
    Conveyance1700000007003,
    LedgerEntry1700000018000,
    SupportIssue1700000021002,
    SupportSolution1700000089600,
    HandOver1700000088010,
    SentimentTheme1700000090010,
    SentimentFollowUp1700000090020,
    HallVisit1700000090040,
    VisitCorrections1700000091020,
    LedgerVerifiedAt1700000089640,
    WorkCorrections1700000094010,
  ],
  commands: [
    proposeWeeklyItem,
    decideWeeklyItem,
    issueAssignmentBatch,
    withdrawAssignment,
    reportProgress,
    planVisit,
    handOver,
    recordVisit,
    followUpSentimentLog,
    recordHallVisit,
    conveyDocument,
    recordHighlight,
    recordLedgerEntry,
    verifyLedgerEntry,
    amendLedgerEntry,
    raiseSupportIssue,
    takeUpSupportIssue,
    recordContribution,
    citeSupportOrder,
    solveSupportIssue,
    confirmSolution,
    objectToSolution,
    ...commandsOfCorrections(communityWorkCorrections),
  ],
  resolvers: [
    ...withdrawn.resolvers,
    StreetSupportStatisticsResolver,
    StreetSentimentStatisticsResolver,
    StreetVisitCoverageResolver,
  ],
  fieldResolvers: withdrawn.fieldResolvers,
};
