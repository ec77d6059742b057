/** Effects of commands, which streets and the sample share (ADR 16). */
export type { Act } from './act';
export {
  appointmentEvent,
  appointmentTransition,
  dayOfStep,
  nominatedMember,
  requireFreeSeat,
} from './appointment';
export { momentOf, timeOn } from './happened-on';
export {
  issuedAssignment,
  issuedBatch,
  reportedProgress,
  requirePassed,
  withdrawnAssignment,
  type AssignmentCourse,
  type CitingTask,
} from './assignment';
export { issuedNotice } from './annual-notice';
export {
  recordedCenterReport,
  reportOnBehalf,
  type ReportOfCenter,
  type ReportOnBehalf,
} from './center-report';
export {
  isOpenOn,
  raisedDifficulty,
  reassignedDifficulty,
  solvedDifficulty,
  updatedDifficulty,
} from './difficulty';
export { answeredCatalogue, catalogueFindingState, decidedCatalogueAnswer } from './catalogue-answer';
export { requireCarriedOrder, requireGuidedCommunities, requireOrderStands } from './carried-order';
export {
  agreedJointAction,
  confirmedConsultation,
  endedJointAction,
  endedLink,
  followedUpConclusion,
  requireBeforeFollowUps,
  linkedDepartment,
  recordedConsultation,
} from './consultation';
export { conveyedDocument, recordedHighlight } from './conveyance';
export {
  answeredRecall,
  budgetedLine,
  offeredTransfer,
  receivedTransfer,
  recordedExpenditure,
  requestedRecall,
  reversedExpenditure,
  reversedLine,
  type TransferOffer,
} from './funds';
export { amendedEntry, enteredIntoLedger, verifiedEntry, type EntryDraft, type LedgerAct } from './ledger';
export { answeredConclusion, concludedDelegation } from './conclusion';
export {
  decidedDelegation,
  deployedDelegation,
  guidedDelegation,
  heardDelegation,
  requireStanding,
  usesOf,
  sentBackDelegation,
  submittedDelegation,
  withdrawnDelegation,
  type StandingApproval,
} from './delegation';
export { corrected, textOf, type CorrectableValue, type CorrectedValue } from './correction';
export { requireEntry } from './corrected-person';
export { issuedMinutesCorrection } from './minutes-correction';
export {
  requireHeld,
  requireMeetingDay,
  requireStillConsulted,
  requireUndecided,
  requireUnitsOfDay,
  type RestOnMeeting,
} from './corrected-meeting';
export {
  requireAuthor,
  requireItemAsDecided,
  requireRecordedAfter,
  requireReporter,
} from './corrected-record';
export { requireVisit } from './corrected-visit';
export { requireCharter, requireNotEnded } from './corrected-work';
export { adoptedKeyPoint } from './key-point';
export { grantedMandate, joinedTeam, leftTeam, revokedMandate } from './enforcement';
export { actionFollowedUp, recordedAction, requireAction } from './enforcement-action';
export {
  answeredEntry,
  answeredSuggestion,
  draftedSuggestion,
  handedInReport,
  issuedDeputyReport,
  sentSuggestion,
  signedSuggestion,
} from './evaluation';
export { recordedActivity } from './deputy-activity';
export { recordedAttendance, recordedMemberReport } from './exchange';
export { issuedReport } from './feedback';
export {
  cancelledMeeting,
  closingMeeting,
  convokedMeeting,
  draftedMinutes,
  issuedMinutes,
  openedMeeting,
  requireExchange,
  requireOnTrigger,
  type ClosingExchange,
} from './meeting';
export {
  decidedMatter,
  byDayGiven,
  deliberatedMatter,
  opinionGivenOn,
  registeredMatter,
  requireConsultation,
  requireMeetingOn,
} from './major-matter';
export {
  BATCH_SERIES,
  documentNumber,
  MEETING_SERIES,
  runningNumber,
  yearOfMeetingNumber,
  yearOfNumber,
} from './numbers';
export { requireInProgress, requireOpenParent } from './open-order';
export {
  adoptedPlan,
  amendedPlan,
  draftedPlan,
  requireCarriedItem,
  returnedPlan,
  revisedPlan,
  submittedPlan,
} from './plan';
export { charteredProject } from './project';
export { correctedCatalogue, issuedCatalogue, recordedSurvey, requireNeeds } from './procurement-catalogue';
export { linkedMonthOf, requireNextMonth } from './next-month';
export { requireRetreat } from './retreat';
export {
  acceptedServiceProject,
  evaluatedServiceProject,
  reachedMilestone,
  startedServiceProject,
  terminatedServiceProject,
  type CitedProcurement,
} from './service-project';
export {
  answeredProposal,
  begunOn,
  endedFostering,
  endedOn,
  fosteredSince,
  heldActivity,
  requireActivityWhileFostered,
  requireFostering,
  requireStageWhileFostered,
  linkedOrganization,
  proposedNeed,
  reachedStage,
} from './social-organization';
export { answeredSolution, raisedSupport, requireTakenUp, solvedSupport, takenUpSupport } from './support';
export { openedSupervision, resolvedSupervision } from './supervision';
export { attachedFile, fileNameProblem, withdrawnAttachment } from './attachment';
export { recordedHallVisit } from './hall-visit';
export { addedDepartment, endedDepartment, renamedDepartment } from './department';
export { addedCenter, closedCenter } from './local-center';
export { followedUpLog, type FollowUpDraft } from './sentiment-follow-up';
export { plannedVisit, recordedVisit } from './visit';
export { decidedItem, proposedItem } from './weekly-item';
export { answeredFinding, decidedAnswer } from './finding';
export { grantedExtension, lapsedExtension, refusedExtension, requestedExtension } from './extension-request';
export { lapsedReturn, reassignedOrder, refusedReturn, requestedReturn } from './return-request';
export {
  issuedOrder,
  orderEvent,
  orderTransition,
  type IssuedOrder,
  type OrderDraft,
  type OrderSource,
  type OrderStepDetails,
} from './work-order';
export { actingInPost, endedPost, requireNotActedIn } from './acting';
export { recordedLeave } from './leave';
export { holdsPostOn, type ResponsibleOfRegister } from './responsible-person';
export { cancelledRecord, registeredPerson, type Holding, type RegisteredPerson } from './people';
export { appointedToPost, type KnownPost } from './posts';
export { handedOver, ordersHandedOver, planHandedOver, requireNotHandedOver } from './hand-over';
