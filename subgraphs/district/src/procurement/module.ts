import { Procurement1700000021000 } from '../migrations/1700000021000-procurement';
import { SurveyYear1700000081000 } from '../migrations/1700000081000-survey-year';
import { endOrganization } from '../social-organizations/end-organization';
import { registerOrganization } from '../social-organizations/register-organization';
import { SocialOrganization } from '../social-organizations/social-organization';
import { answerMissingCatalogue } from './answer-missing-catalogue';
import { CatalogueAnswer } from './catalogue-answer';
import { confirmCatalogueAnswer, sendBackCatalogueAnswer } from './decide-catalogue-answer';
import { correctProcurementCatalogue } from './correct-procurement-catalogue';
import { issueProcurementCatalogue } from './issue-procurement-catalogue';
import { NeedsSurvey } from './needs-survey';
import { ProcurementCatalogue } from './procurement-catalogue';
import { ProcurementNeed } from './procurement-need';
import { recordNeedsSurvey } from './record-needs-survey';
import { SurveyedNeed } from './surveyed-need';

/** Social organizations and the catalogues of services to procure (R29, R30). */
export const procurementModule = {
  tables: [
    SocialOrganization,
    NeedsSurvey,
    SurveyedNeed,
    ProcurementCatalogue,
    ProcurementNeed,
    CatalogueAnswer,
  ],
  migrations: [Procurement1700000021000, SurveyYear1700000081000],
  commands: [
    registerOrganization,
    endOrganization,
    recordNeedsSurvey,
    issueProcurementCatalogue,
    correctProcurementCatalogue,
    answerMissingCatalogue,
    confirmCatalogueAnswer,
    sendBackCatalogueAnswer,
  ],
} as const;
