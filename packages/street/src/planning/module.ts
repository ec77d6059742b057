import { commandsOfCorrections, entriesOf } from '../foundation/corrections/of-module';
import { planningCorrections } from './corrections/planning-corrections';
import type { StreetModule } from '../foundation/street-module';
import { restOnMeetings } from '../deliberation/meetings/rests-on-meeting';
import { Consultation1700000020010 } from '../migrations/1700000020010-consultation';
import { NextMonthLink1700000080010 } from '../migrations/1700000080010-next-month-link';
import { Plan1700000020000 } from '../migrations/1700000020000-plan';
import { commentOnConsultation, confirmConsultation } from './consultations/commands/answer-consultation';
import { followUpConclusion } from './consultations/commands/follow-up-conclusion';
import { endDepartmentLink, linkDepartment } from './consultations/commands/link-department';
import { recordConsultation } from './consultations/commands/record-consultation';
import { Consultation } from './consultations/consultation';
import { ConsultationComment } from './consultations/consultation-comment';
import { ConsultationConclusion } from './consultations/consultation-conclusion';
import { StreetConsultationsResolver } from './consultations/consultation.resolver';
import { DepartmentLink } from './consultations/department-link';
import { agreeJointAction, endJointAction } from './joint-actions/commands/agree-joint-action';
import { JointAction } from './joint-actions/joint-action';
import { JointActionCall } from './joint-actions/joint-action-call';
import { amendPlan, draftPlan, revisePlan } from './plans/commands/draft-plan';
import { linkNextMonth } from './plans/commands/link-next-month';
import { adoptPlan, returnPlan, submitPlan } from './plans/commands/settle-plan';
import { NextMonthLink } from './plans/next-month-link';
import { Plan } from './plans/plan';
import { PlanItem } from './plans/plan-item';
import { plansOn } from './plans/rests-on-meeting';
import { StreetPlansResolver } from './plans/plan.resolver';

export const planningTables = {
  Plan,
  PlanItem,
  NextMonthLink,
  DepartmentLink,
  Consultation,
  ConsultationConclusion,
  ConsultationComment,
  JointAction,
  JointActionCall,
  ...entriesOf(planningCorrections),
};

// A meeting settled plans, or announced them.
restOnMeetings(plansOn);

/** Plans of centers, and what they agree on with departments and with each other. */
export const planningModule: StreetModule = {
  migrations: [Plan1700000020000, Consultation1700000020010, NextMonthLink1700000080010],
  commands: [
    draftPlan,
    revisePlan,
    submitPlan,
    returnPlan,
    adoptPlan,
    amendPlan,
    linkNextMonth,
    linkDepartment,
    endDepartmentLink,
    recordConsultation,
    commentOnConsultation,
    confirmConsultation,
    followUpConclusion,
    agreeJointAction,
    endJointAction,
    ...commandsOfCorrections(planningCorrections),
  ],
  resolvers: [StreetPlansResolver, StreetConsultationsResolver],
};
