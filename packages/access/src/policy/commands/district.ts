import { byRule, DISTRICT, type Cells } from '../cell';
import { command, varied, type CommandPolicies } from '../command-policy';
import { byAuthority } from '../variants';

const OFFICE: Cells = { DISTRICT_OFFICE: DISTRICT };
const PARTY_COMMITTEE: Cells = { DISTRICT_PARTY_COMMITTEE: DISTRICT };

export const DISTRICT_COMMANDS = {
  recordApproval: varied(byAuthority),
  revokeApproval: varied(byAuthority),
  registerOrganization: command(OFFICE),
  endOrganization: command(OFFICE),
  recordNeedsSurvey: command(OFFICE),
  // R30: 区委社会工委 issues the catalogue.
  issueProcurementCatalogue: command({ ...OFFICE, others: byRule('R30') }),
  correctProcurementCatalogue: command({ ...OFFICE, others: byRule('R30') }),
  // R30: 区委社会工委 answers for what it issues, to 区委.
  answerMissingCatalogue: command(OFFICE),
  confirmCatalogueAnswer: command(PARTY_COMMITTEE),
  sendBackCatalogueAnswer: command(PARTY_COMMITTEE),
  setAppraisalDay: command({ DISTRICT_OFFICE: DISTRICT }),
  recordAppraisalResult: command({ DISTRICT_OFFICE: DISTRICT }),
  addDepartment: command(OFFICE),
  renameDepartment: command(OFFICE),
  endDepartment: command(OFFICE),
  setJudgementStart: command({ DISTRICT_OFFICE: DISTRICT }),
} satisfies CommandPolicies;
