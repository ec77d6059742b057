import { communityVisitCorrection } from '../visits/commands/correct-community-visit';
import {
  conveyedDocumentCorrection,
  highlightCorrection,
  progressReportCorrection,
  supportContributionCorrection,
  weeklyItemCorrection,
} from './correct-community-work';
import { hallVisitCorrection, sentimentLogCorrection, visitRecordCorrection } from './correct-writings';

/** Corrections of the work in communities, by table. */
export const communityWorkCorrections = {
  CommunityVisit: communityVisitCorrection,
  WeeklyItem: weeklyItemCorrection,
  ProgressReport: progressReportCorrection,
  ConveyedDocument: conveyedDocumentCorrection,
  Highlight: highlightCorrection,
  SupportContribution: supportContributionCorrection,
  VisitRecord: visitRecordCorrection,
  SentimentLog: sentimentLogCorrection,
  HallVisit: hallVisitCorrection,
};
