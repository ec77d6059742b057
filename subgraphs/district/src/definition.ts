import {
  AuditAnchor,
  AuditEntry,
  AuditEntryRule,
  auditFields,
  auditPart,
  bookFields,
  AuditGuard1700000010000,
  AuditImported1700000016200,
  AuditReading1700000090000,
  commandNamespace,
  Commands1700000002000,
  commandTasks,
  IdempotencyRecord,
  RecordGuard1700000017003,
  reconcileTask,
  recordRefusedRequest,
  referenceTable,
  rowsById,
  sharedTables,
  tableAccessOf,
  tableFields,
  TableSet,
  UnansweredKey1700000015001,
  witnessTask,
} from '@mtg/commands';
import { CenterType, isCenterType, shownCode } from '@mtg/governance';
import {
  ComparisonForm1700000016100,
  ReferenceLoad,
  ReferenceLoad1700000000000,
  streetReferences,
  refuse,
  type ReferenceResolvers,
  type SubgraphDefinition,
} from '@mtg/subgraph-kit';
import { DISTRICT } from '@mtg/subgraphs';
import { AppraisalDay } from './appraisal/appraisal-day';
import { recordAppraisalResult, setAppraisalDay } from './appraisal/appraisal-commands';
import { AppraisalResult } from './appraisal/appraisal-result';
import { Approval } from './approvals/approval';
import { recordApproval } from './approvals/record-approval';
import { revokeApproval } from './approvals/revoke-approval';
import { BaseTask } from './base-tasks/base-task';
import {
  baseTaskByCode,
  BaseTaskOverviewResolver,
  BaseTaskResolver,
  CenterBaseTasksResolver,
  DistrictBaseTasksResolver,
} from './base-tasks/base-task.resolver';
import { CenterBaseTasks } from './base-tasks/center-base-tasks';
import { Department } from './departments/department';
import { addDepartment, endDepartment, renameDepartment } from './departments/department-commands';
import { departmentByCode, DepartmentResolver } from './departments/department.resolver';
import { DistrictFact } from './facts/district-fact';
import { DistrictResolver } from './facts/district.resolver';
import { District } from './facts/district';
import { JudgementStart } from './judgement/judgement-start';
import { setJudgementStart } from './judgement/set-judgement-start';
import { Budget } from './funds/budget';
import { BudgetLine } from './funds/budget-line';
import { offerTransfer } from './funds/commands/offer-transfer';
import { recordBudget } from './funds/commands/record-budget';
import { requestRecall } from './funds/commands/request-recall';
import { reverseBudgetLine } from './funds/commands/reverse-budget-line';
import { districtBook, districtEntries } from './funds/district-book';
import { FundRecall } from './funds/fund-recall';
import { FundTransfer } from './funds/fund-transfer';
import { FundStatisticsResolver } from './funds/statistics/fund-statistics.resolver';
import { CalendarDay1700000084000 } from './migrations/1700000084000-calendar-day';
import { JudgementStart1700000084010 } from './migrations/1700000084010-judgement-start';
import { CatalogueAnswer1700000097500 } from './migrations/1700000097500-catalogue-answer';
import { District1700000001000 } from './migrations/1700000001000-district';
import { Appraisal1700000023000 } from './migrations/1700000023000-appraisal';
import { ApprovalGuard1700000017001 } from './migrations/1700000017001-approval-guard';
import { ApprovalLimits1700000088510 } from './migrations/1700000088510-approval-limits';
import { SampleAppraisal1700000089620 } from './migrations/1700000089620-sample-appraisal';
import { AppointmentPost1700000088520 } from './migrations/1700000088520-appointment-post';
import { ApprovalPurpose1700000014001 } from './migrations/1700000014001-approval-purpose';
import { SameApprovals1700000016101 } from './migrations/1700000016101-same-approvals';
import { Approvals1700000002500 } from './migrations/1700000002500-approvals';
import { Funds1700000022000 } from './migrations/1700000022000-funds';
import { PolicyDocument } from './policy-documents/policy-document';
import {
  DistrictPolicyDocumentsResolver,
  policyDocumentByCode,
  PolicyDocumentResolver,
} from './policy-documents/policy-document.resolver';
import { CatalogueJudgementsResolver } from './procurement/catalogue-judgement';
import { MissingCataloguesResolver } from './procurement/missing-catalogue';
import { NeedStatisticsResolver } from './procurement/need-statistics';
import { procurementModule } from './procurement/module';
import { ProcurementCatalogue } from './procurement/procurement-catalogue';
import { ProcurementNeed } from './procurement/procurement-need';
import { districtReference } from './reference';
import { RulesResolver } from './rules/rules.resolver';
import { DistrictSearchResolver } from './search/district-search.resolver';
import { SocialOrganization } from './social-organizations/social-organization';
import { STREET_STUBS } from './streets/street';
import { StreetResolver } from './streets/street.resolver';
import { WhoAmIResolver } from './who-am-i/who-am-i.resolver';
import { CalendarDay } from './working-calendar/calendar-day';
import { CalendarDayResolver } from './working-calendar/calendar-day.resolver';

const TABLES = new TableSet([
  Approval,
  Budget,
  BudgetLine,
  FundTransfer,
  FundRecall,
  ...procurementModule.tables,
  AppraisalDay,
  AppraisalResult,
  JudgementStart,
]);
const departments = referenceTable(Department, { name: 'Department' });
const REFERENCES = [
  departments,
  referenceTable(DistrictFact, { name: 'DistrictFact' }),
  referenceTable(BaseTask, { name: 'BaseTask' }),
  referenceTable(CalendarDay, { name: 'CalendarDay' }),
  referenceTable(PolicyDocument, {
    name: 'PolicyDocument',
    references: {
      issuerCode: { target: () => departments, key: 'code', zh: '牵头部门', en: 'Leading department' },
    },
  }),
];
const TABLE_FIELDS = tableFields(District, 'District', TABLES);
const approvalById = rowsById(Approval);
const transferById = rowsById(FundTransfer);
const recallById = rowsById(FundRecall);
const lineById = rowsById(BudgetLine);
const organizationById = rowsById(SocialOrganization);
const catalogueById = rowsById(ProcurementCatalogue);
const needById = rowsById(ProcurementNeed);
const appraisalResultById = rowsById(AppraisalResult);

/** Resolvers of references from the streets. Each kind takes one query per operation. */
const referenceResolvers: ReferenceResolvers = {
  Department: ({ code }, { loaders, database }) => loaders.get(departmentByCode, database).load(String(code)),
  Approval: ({ id }, context) => context.loaders.get(approvalById, context).load(String(id)),
  FundTransfer: ({ id }, context) => context.loaders.get(transferById, context).load(String(id)),
  FundRecall: ({ id }, context) => context.loaders.get(recallById, context).load(String(id)),
  BudgetLine: ({ id }, context) => context.loaders.get(lineById, context).load(String(id)),
  SocialOrganization: ({ id }, context) => context.loaders.get(organizationById, context).load(String(id)),
  ProcurementCatalogue: ({ id }, context) => context.loaders.get(catalogueById, context).load(String(id)),
  ProcurementNeed: ({ id }, context) => context.loaders.get(needById, context).load(String(id)),
  AppraisalResult: ({ id }, context) => context.loaders.get(appraisalResultById, context).load(String(id)),
  BaseTask: ({ code }, { loaders, database }) => loaders.get(baseTaskByCode, database).load(String(code)),
  PolicyDocument: ({ code }, { loaders, database }) =>
    loaders.get(policyDocumentByCode, database).load(String(code)),
  CenterBaseTasks: ({ centerType }) => CenterBaseTasks.of(asCenterType(centerType)),
  ...Object.assign({}, ...STREET_STUBS.map(({ listing, type }) => streetReferences(listing, type))),
};

/** The district's whole subgraph. */
export const definition: SubgraphDefinition = {
  name: DISTRICT.name,
  title: DISTRICT.title,
  defaultPort: DISTRICT.port,
  entities: [ReferenceLoad, ...REFERENCES, AuditEntry, IdempotencyRecord, ...TABLES.tables, AuditAnchor],
  migrations: [
    ReferenceLoad1700000000000,
    District1700000001000,
    Commands1700000002000,
    Approvals1700000002500,
    AuditGuard1700000010000,
    ApprovalPurpose1700000014001,
    UnansweredKey1700000015001,
    ComparisonForm1700000016100,
    SameApprovals1700000016101,
    AuditImported1700000016200,
    ApprovalGuard1700000017001,
    RecordGuard1700000017003,
    AuditReading1700000090000,
    ...procurementModule.migrations,
    Funds1700000022000,
    Appraisal1700000023000,
    CalendarDay1700000084000,
    JudgementStart1700000084010,
    ApprovalLimits1700000088510,
    AppointmentPost1700000088520,
    SampleAppraisal1700000089620,
    CatalogueAnswer1700000097500,
  ],
  resolvers: [
    DistrictResolver,
    StreetResolver,
    DepartmentResolver,
    DistrictBaseTasksResolver,
    BaseTaskOverviewResolver,
    CenterBaseTasksResolver,
    BaseTaskResolver,
    DistrictPolicyDocumentsResolver,
    PolicyDocumentResolver,
    CalendarDayResolver,
    RulesResolver,
    DistrictSearchResolver,
    WhoAmIResolver,
    ...TABLE_FIELDS.resolvers,
    bookFields(District, 'BUDGETS', districtEntries),
    FundStatisticsResolver,
    MissingCataloguesResolver,
    CatalogueJudgementsResolver,
    NeedStatisticsResolver,
    auditFields(District),
    AuditEntryRule,
    ...commandNamespace(
      { field: 'district', typeName: 'DistrictMutation', title: DISTRICT.title, owner: 'the district' },
      [
        recordApproval,
        revokeApproval,
        recordBudget,
        reverseBudgetLine,
        offerTransfer,
        requestRecall,
        ...procurementModule.commands,
        setAppraisalDay,
        recordAppraisalResult,
        setJudgementStart,
        addDepartment,
        renameDepartment,
        endDepartment,
      ],
    ),
  ],
  orphanedTypes: STREET_STUBS.map(({ type }) => type),
  referenceResolvers,
  fieldResolvers: TABLE_FIELDS.fieldResolvers,
  referenceSets: districtReference,
  tableAccess: {
    ...tableAccessOf(TABLES),
    department: 'WORK',
    audit_entry: 'APPEND_ONLY',
    audit_anchor: 'APPEND_ONLY',
    idempotency_record: 'PURGEABLE',
  },
  shared: sharedTables([...REFERENCES, ...TABLES.tables]),
  recordRefused: recordRefusedRequest,
  furtherParts: auditPart,
  tasks: ({ auditUrls, sweepSeconds }) => [
    witnessTask(auditUrls, sweepSeconds),
    reconcileTask(auditUrls, sweepSeconds, districtBook),
    ...commandTasks,
  ],
};

function asCenterType(value: unknown): CenterType {
  if (typeof value === 'string' && isCenterType(value)) return value;
  const shown = shownCode(String(value));
  throw refuse.because(
    'NOT_FOUND',
    {
      zh: `没有中心类型“${shown}”。请使用 CenterType 的值`,
      en: `There is no center type “${shown}”. Use a value of \`CenterType\``,
    },
    { field: 'centerType' },
  );
}
