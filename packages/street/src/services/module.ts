import { commandsOfCorrections, entriesOf } from '../foundation/corrections/of-module';
import { servicesCorrections } from './corrections/services-corrections';
import type { StreetModule } from '../foundation/street-module';
import { OrganizationLink1700000021001 } from '../migrations/1700000021001-organization-link';
import { ServiceProject1700000021000 } from '../migrations/1700000021000-service-project';
import { ServiceRecorded1700000097010 } from '../migrations/1700000097010-service-recorded';
import { acceptServiceProject } from './projects/commands/accept-service-project';
import { evaluateServiceProject } from './projects/commands/evaluate-service-project';
import { reachMilestone } from './projects/commands/reach-milestone';
import { startServiceProject } from './projects/commands/start-service-project';
import { terminateServiceProject } from './projects/commands/terminate-service-project';
import { declineNeed, forwardNeed } from './needs/commands/answer-need';
import { proposeNeed } from './needs/commands/propose-need';
import { NeedProposal } from './needs/need-proposal';
import { endFostering } from './organizations/commands/end-fostering';
import { endOrganizationLink } from './organizations/commands/end-organization-link';
import { fosterOrganization } from './organizations/commands/foster-organization';
import { linkOrganization } from './organizations/commands/link-organization';
import { recordFosteringStage } from './organizations/commands/record-fostering-stage';
import { recordJointActivity } from './organizations/commands/record-joint-activity';
import { FosteredOrganization } from './organizations/fostered-organization';
import { FosteringStage } from './organizations/fostering-stage';
import { JointActivity } from './organizations/joint-activity';
import { OrganizationLink } from './organizations/organization-link';
import { ServiceMilestone } from './projects/service-milestone';
import { ServiceProject } from './projects/service-project';

export const servicesTables = {
  OrganizationLink,
  FosteredOrganization,
  FosteringStage,
  JointActivity,
  NeedProposal,
  ServiceProject,
  ServiceMilestone,
  ...entriesOf(servicesCorrections),
};

/** Services of social organizations: those that centers are linked to, and those that are procured (R29, R30). */
export const servicesModule: StreetModule = {
  migrations: [ServiceProject1700000021000, OrganizationLink1700000021001, ServiceRecorded1700000097010],
  commands: [
    linkOrganization,
    endOrganizationLink,
    fosterOrganization,
    recordFosteringStage,
    endFostering,
    recordJointActivity,
    proposeNeed,
    forwardNeed,
    declineNeed,
    startServiceProject,
    reachMilestone,
    acceptServiceProject,
    evaluateServiceProject,
    terminateServiceProject,
    ...commandsOfCorrections(servicesCorrections),
  ],
};
