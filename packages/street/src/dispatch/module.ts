import { FeedbackReport1700000006001 } from '../migrations/1700000006001-feedback-report';
import { Project1700000006000 } from '../migrations/1700000006000-project';
import { Supervision1700000006003 } from '../migrations/1700000006003-supervision';
import { WorkOrder1700000006002 } from '../migrations/1700000006002-work-order';
import { WorkOrderIssued1700000010005 } from '../migrations/1700000010005-work-order-issued';
import type { StreetModule } from '../foundation/street-module';
import { issueFeedbackReport } from './orders/commands/issue-feedback-report';
import { FeedbackReport } from './orders/feedback-report';
import { attachEvidence } from './orders/commands/attach-evidence';
import { cancelWorkOrder } from './orders/commands/cancel-work-order';
import { acceptWorkOrder, startWorkOrder, submitWorkOrder } from './orders/commands/carry-out';
import { closeWorkOrder, verifyWorkOrder } from './orders/commands/conclude';
import { dispatchSubOrder } from './orders/commands/dispatch-sub-order';
import { dispatchWorkOrder } from './orders/commands/dispatch-work-order';
import {
  concludeDelegation,
  confirmConclusion,
  objectToConclusion,
} from './orders/commands/conclude-delegation';
import { grantExtension, refuseExtension } from './orders/commands/decide-extension';
import { reassignWorkOrder, refuseReturn } from './orders/commands/decide-return';
import { requestExtension } from './orders/commands/request-extension';
import { requestReturn } from './orders/commands/request-return';
import { returnWorkOrder } from './orders/commands/return-work-order';
import { Evidence } from './orders/evidence';
import { reactToOrders } from './orders/order-reactions';
import { WorkOrder } from './orders/work-order';
import { WorkOrderEvent } from './orders/work-order-event';
import { charterProject } from './projects/commands/charter-project';
import { addLocalCenter } from './local-centers/commands/add-local-center';
import { closeLocalCenter } from './local-centers/commands/close-local-center';
import { PlainLocalCenterResolver } from './local-centers/plain-local-center.resolver';
import { PastYears1700000092000 } from '../migrations/1700000092000-past-years';
import { FeedbackDay1700000092020 } from '../migrations/1700000092020-feedback-day';
import { PlainLocalCenter1700000090030 } from '../migrations/1700000090030-plain-local-center';
import { OrderCorrections1700000091010 } from '../migrations/1700000091010-order-corrections';
import { ResponsiblePerson1700000096010 } from '../migrations/1700000096010-responsible-person';
import { restOnMeetings } from '../deliberation/meetings/rests-on-meeting';
import { workOrderCorrection } from './orders/commands/correct-work-order';
import { projectCorrection } from './corrections/correct-project';
import { chartersOn } from './projects/rests-on-meeting';
import { Project } from './projects/project';
import { ProjectResolver } from './projects/project.resolver';
import { resolveSupervision } from './supervision/commands/resolve-supervision';
import { settleSupervision } from './supervision/settle-supervision';
import { StreetProgressResolver } from './progress/progress.resolver';
import { WorkOfBaseTasks1700000090500 } from '../migrations/1700000090500-work-of-base-tasks';
import { Supervision } from './supervision/supervision';
import { ReturnRequest } from './orders/return-request';
import { ReturnRequest1700000082000 } from '../migrations/1700000082000-return-request';
import { ExtensionRequest } from './orders/extension-request';
import { ExtensionRequest1700000082020 } from '../migrations/1700000082020-extension-request';

export const dispatchTables = {
  Project,
  ProjectCorrection: projectCorrection.entries,
  FeedbackReport,
  WorkOrder,
  WorkOrderEvent,
  WorkOrderCorrection: workOrderCorrection.entries,
  Evidence,
  Supervision,
  ReturnRequest,
  ExtensionRequest,
};

// A supervision that is no longer needed is resolved.
reactToOrders({ afterStep: settleSupervision });
// A retreat draws up charters in its year.
restOnMeetings(chartersOn);

/** Projects, work orders and their results. */
export const dispatchModule: StreetModule = {
  migrations: [
    Project1700000006000,
    FeedbackReport1700000006001,
    WorkOrder1700000006002,
    Supervision1700000006003,
    WorkOfBaseTasks1700000090500,
    WorkOrderIssued1700000010005,
    ReturnRequest1700000082000,
    ExtensionRequest1700000082020,
    PlainLocalCenter1700000090030,
    PastYears1700000092000,
    OrderCorrections1700000091010,
    ResponsiblePerson1700000096010,
    FeedbackDay1700000092020,
  ],
  commands: [
    charterProject,
    projectCorrection.command,
    dispatchWorkOrder,
    dispatchSubOrder,
    workOrderCorrection.command,
    acceptWorkOrder,
    startWorkOrder,
    attachEvidence,
    submitWorkOrder,
    returnWorkOrder,
    requestReturn,
    reassignWorkOrder,
    refuseReturn,
    requestExtension,
    grantExtension,
    refuseExtension,
    verifyWorkOrder,
    closeWorkOrder,
    cancelWorkOrder,
    resolveSupervision,
    issueFeedbackReport,
    concludeDelegation,
    confirmConclusion,
    objectToConclusion,
    addLocalCenter,
    closeLocalCenter,
  ],
  resolvers: [ProjectResolver, StreetProgressResolver, PlainLocalCenterResolver],
};
