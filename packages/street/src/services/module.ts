import type { StreetModule } from '../foundation/street-module';
import { ServiceProject1700000021000 } from '../migrations/1700000021000-service-project';
import { acceptServiceProject } from './projects/commands/accept-service-project';
import { evaluateServiceProject } from './projects/commands/evaluate-service-project';
import { reachMilestone } from './projects/commands/reach-milestone';
import { startServiceProject } from './projects/commands/start-service-project';
import { terminateServiceProject } from './projects/commands/terminate-service-project';
import { ServiceMilestone } from './projects/service-milestone';
import { ServiceProject } from './projects/service-project';

export const servicesTables = { ServiceProject, ServiceMilestone };

/** Services of social organizations: those that centers are linked to, and those that are procured (R29, R30). */
export const servicesModule: StreetModule = {
  migrations: [ServiceProject1700000021000],
  commands: [
    startServiceProject,
    reachMilestone,
    acceptServiceProject,
    evaluateServiceProject,
    terminateServiceProject,
  ],
};
