import type { StreetModule } from '../foundation/street-module';
import { Plan1700000020000 } from '../migrations/1700000020000-plan';
import { amendPlan, draftPlan, revisePlan } from './plans/commands/draft-plan';
import { adoptPlan, returnPlan, submitPlan } from './plans/commands/settle-plan';
import { Plan } from './plans/plan';
import { PlanItem } from './plans/plan-item';
import { StreetPlansResolver } from './plans/plan.resolver';

export const planningTables = { Plan, PlanItem };

/** Plans of centers, and what they agree on with departments and with each other. */
export const planningModule: StreetModule = {
  migrations: [Plan1700000020000],
  commands: [draftPlan, revisePlan, submitPlan, returnPlan, adoptPlan, amendPlan],
  resolvers: [StreetPlansResolver],
};
