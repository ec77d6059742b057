import { commandsOfCorrections, entriesOf } from '../foundation/corrections/of-module';
import { evaluationCorrections } from './corrections/evaluation-corrections';
import { restOnMeetings } from '../deliberation/meetings/rests-on-meeting';
import { Evaluation1700000023001 } from '../migrations/1700000023001-evaluation';
import { DeputySupplement1700000089630 } from '../migrations/1700000089630-deputy-supplement';
import { PersonnelHandedOver1700000089500 } from '../migrations/1700000089500-personnel-handed-over';
import type { StreetModule } from '../foundation/street-module';
import { answerDepartmentReport, handInDepartmentReport } from './commands/department-reports';
import { issueDeputyReport } from './commands/deputy-reports';
import { reportMemberPerformance } from './commands/member-performance';
import {
  answerPersonnelSuggestion,
  draftPersonnelSuggestion,
  sendPersonnelSuggestion,
  signPersonnelSuggestion,
} from './commands/personnel-suggestions';
import { linkUnit, unlinkUnit } from './commands/unit-links';
import { DepartmentReport } from './department-report';
import { DepartmentReportEntry } from './department-report-entry';
import { CountedOrder } from './counted-order';
import {
  DepartmentStatisticsResolver,
  StreetDepartmentStatisticsResolver,
} from './department-statistics.resolver';
import { DeputyReport } from './deputy-report';
import { DeputyReportActivity } from './deputy-report-activity';
import { MemberPerformanceReport } from './member-performance-report';
import { PersonnelEvidence } from './personnel-evidence';
import { PersonnelSuggestion } from './personnel-suggestion';
import { suggestionsOn } from './rests-on-meeting';
import { UnitLink } from './unit-link';

export const evaluationTables = {
  UnitLink,
  DepartmentReport,
  DepartmentReportEntry,
  CountedOrder,
  MemberPerformanceReport,
  PersonnelSuggestion,
  PersonnelEvidence,
  DeputyReport,
  DeputyReportActivity,
  ...entriesOf(evaluationCorrections),
};

// Suggestions cite what was recorded in a meeting.
restOnMeetings(suggestionsOn);

/** The street's evaluation of departments and members, and its report on deputies (R14–R16). */
export const evaluationModule: StreetModule = {
  migrations: [Evaluation1700000023001, PersonnelHandedOver1700000089500, DeputySupplement1700000089630],
  commands: [
    linkUnit,
    unlinkUnit,
    handInDepartmentReport,
    answerDepartmentReport,
    reportMemberPerformance,
    draftPersonnelSuggestion,
    signPersonnelSuggestion,
    sendPersonnelSuggestion,
    answerPersonnelSuggestion,
    issueDeputyReport,
    ...commandsOfCorrections(evaluationCorrections),
  ],
  resolvers: [StreetDepartmentStatisticsResolver, DepartmentStatisticsResolver],
};
