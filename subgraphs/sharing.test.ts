import { declaredTables } from '@mtg/commands';
import { DEFINITIONS } from '../tests/support/definitions';

const tables = [...new Set(DEFINITIONS.flatMap(({ entities }) => declaredTables(entities)))].map(
  ({ table }) => table,
);
const sharedColumns = tables.flatMap(({ name, columns, shared }) =>
  shared.flatMap((property) => {
    const column = columns[property];
    return column ? [{ path: `${name}.${property}`, property, column }] : [];
  }),
);

test.each([
  ['SENTIMENT', ['SentimentLog', 'SentimentLogCorrection']],
  ['VISIT_RECORDS', ['VisitRecord', 'VisitRecordCorrection']],
  ['ATTACHMENTS', ['Attachment']],
  ['ENFORCEMENT_OBJECTS', ['EnforcementObject', 'EnforcementObjectCorrection']],
  ['PEOPLE', ['HandOver', 'HandedOverItem', 'Leave', 'Person', 'PersonCorrection', 'PostHolding']],
  ['PERSONNEL', ['MemberPerformanceReport', 'PersonnelEvidence', 'PersonnelSuggestion']],
])('%s share nothing', (group, names) => {
  const few = tables.filter((table) => table.group === group);
  expect(few.map(({ name }) => name).toSorted()).toEqual(names);
  expect(few.flatMap(({ shared }) => shared)).toEqual([]);
});

test('no column that identifies a person leaves a street, marked as personal or not', () => {
  const says = /subject$|person|people|author|actor|reporter|convener$|instructor|appointee|By$|^issuer$/iu;
  const about = sharedColumns.filter(
    ({ property, column }) => says.test(property) && column.usage !== 'CHOICE',
  );
  // A unit of the street, and roles.
  expect(about.map(({ path }) => path)).toEqual([
    'Meeting.requestedBy',
    'AppointmentStep.actorRole',
    'ConsultationComment.authorRole',
  ]);
});

test('no free text leaves a street, since a resident may be named in it', () => {
  expect(sharedColumns.filter(({ column }) => column.usage === 'TEXT').map(({ path }) => path)).toEqual([]);
});

test('of what people type, only titles of official papers and names of units, roles and acts leave a street', () => {
  const typed = sharedColumns.filter(({ column }) => ['LINE', 'MARK'].includes(column.usage));
  expect(typed.map(({ path }) => path).toSorted()).toEqual([
    'AnnualNotice.addressees',
    'AnnualNotice.title',
    'AppointmentStep.actorRole',
    'AppointmentStep.command',
    'AppraisalResult.scheme',
    'AppraisalResult.title',
    'Approval.number',
    'AttendanceRecord.unit',
    'BodyMember.documentNumber',
    'BodyMember.endDocumentNumber',
    'BodyMember.unit',
    'Budget.documentNumber',
    'BudgetLine.name',
    'ConsultationComment.authorRole',
    'ConveyedDocument.title',
    'Delegation.documentNumber',
    'Delegation.documentTitle',
    'Delegation.title',
    'DepartmentReport.title',
    'DeputyReport.title',
    'EnforcementMandate.documentNumber',
    'EnforcementTeam.name',
    'EnforcementTeamMember.unit',
    'Evidence.mediaType',
    'FeedbackReport.title',
    'FindingAnswer.role',
    'FosteredOrganization.name',
    'FosteredOrganization.serviceField',
    'FundReceipt.lineName',
    'JointAction.title',
    'KeyPoint.title',
    'MajorMatter.title',
    'Meeting.convenerRole',
    'Meeting.place',
    'Meeting.requestedBy',
    'Meeting.title',
    'MemberReport.unit',
    'Minutes.title',
    'NeedProposal.title',
    'NeedsSurvey.title',
    'OrganizationLink.organizationName',
    'ProcurementCatalogue.number',
    'ProcurementCatalogue.title',
    'ProcurementNeed.title',
    'Project.title',
    'ServiceProject.organizationName',
    'ServiceProject.title',
    'SocialOrganization.name',
    'SocialOrganization.registrationNumber',
    'SocialOrganization.serviceField',
    'SupportContribution.unit',
    'SurveyedNeed.title',
    'UnitLink.unit',
    'WorkOrderEvent.command',
    'WorkOrderEvent.role',
  ]);
});

test('what points at a private table stays as well', () => {
  const open = new Set(tables.filter(({ shared }) => shared.length > 0).map(({ name }) => name));
  const dangling = sharedColumns.filter(({ column: { reference } }) => {
    if (reference?.kind !== 'TABLE') return false;
    const target = reference.target() as {
      readonly table?: { readonly name: string; readonly writes: string };
    };
    return target.table !== undefined && target.table.writes !== 'READ_ONLY' && !open.has(target.table.name);
  });
  expect(dangling.map(({ path }) => path)).toEqual([]);
});
