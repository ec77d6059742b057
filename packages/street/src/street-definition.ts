import {
  AuditAnchor,
  auditFields,
  auditPart,
  AuditEntry,
  AuditEntryRule,
  commandNamespace,
  commandTasks,
  IdempotencyRecord,
  mergeResolvers,
  RecordGuard1700000017003,
  reconcileTask,
  recordRefusedRequest,
  referenceTable,
  sharedTables,
  tableAccessOf,
  tableFields,
  witnessTask,
} from '@mtg/commands';
import { DISTRICT_OWNER, ReferenceLoad, type Class, type SubgraphDefinition } from '@mtg/subgraph-kit';
import { attachmentRoutes, bringsFile } from './attachments/attachment-routes';
import { fileTasks } from './attachments/file-tasks';
import { FileUpload } from './attachments/file-upload';
import { attachmentsModule } from './attachments/module';
import { cadenceModule } from './cadence/module';
import { judgementFacts } from './cadence/judgement-facts';
import { cadenceTask } from './cadence/sweep';
import { communityWorkModule } from './community-work/module';
import { delegationModule } from './delegation/module';
import { deliberationModule } from './deliberation/module';
import { dispatchModule } from './dispatch/module';
import { supervisionTask } from './dispatch/supervision/supervision-task';
import { DistrictDirectory } from './district-references/district-directory';
import { evaluationModule } from './evaluation/module';
import { enforcementModule } from './enforcement/module';
import { fundsModule } from './funds/module';
import { streetBook } from './funds/street-book';
import { deliverMessagesTask } from './messages/deliver-messages';
import { Message } from './messages/message';
import { messagesModule } from './messages/module';
import { noteWaitingTask } from './messages/note-waiting';
import { streetMigrations } from './migrations';
import { LateRecordGuard1700000017004 } from './migrations/1700000017004-late-record-guard';
import { TraceDerived1700000019000 } from './migrations/1700000019000-trace-derived';
import { PairGuard1700000017002 } from './migrations/1700000017002-pair-guard';
import { StateGuard1700000017001 } from './migrations/1700000017001-state-guard';
import { Trace1700000008000 } from './migrations/1700000008000-trace';
import { TraceSample1700000010004 } from './migrations/1700000010004-trace-sample';
import { TraceState1700000010006 } from './migrations/1700000010006-trace-state';
import { TraceWhole1700000012001 } from './migrations/1700000012001-trace-whole';
import { TraceRecords1700000014001 } from './migrations/1700000014001-trace-records';
import { TraceSide1700000013001 } from './migrations/1700000013001-trace-side';
import { FunctionalCenterResolver } from './organization/center.resolver';
import { Community } from './organization/community';
import { OrganizationCountsResolver, StreetCountsResolver } from './organization/counts.resolver';
import { FieldAgency } from './organization/field-agency';
import { FunctionalCenter } from './organization/functional-center';
import { computedFields } from './organization/computed-fields';
import { OwnPlaceResolver } from './organization/own-place.resolver';
import { organizationFields } from './organization/organization-fields';
import { PlainLocalCenter } from './organization/plain-local-center';
import { Post } from './organization/post';
import { Section } from './organization/section';
import { ServiceSystem } from './organization/service-system';
import { standardOrganization } from './organization/standard-organization';
import { StreetOrganizationResolver } from './organization/street-organization.resolver';
import { streetReference } from './organization/street-reference';
import { StreetRow } from './organization/street-row';
import { peopleModule } from './people/module';
import { planningModule } from './planning/module';
import { StreetSearchResolver } from './search/street-search.resolver';
import { createLiveObjectType, liveObjectFields } from './live-object';
import type { StreetContext } from './foundation/street-context';
import { STREET_CLASS } from './foundation/street-interface';
import type { StreetModule } from './foundation/street-module';
import type { StreetProfile } from './foundation/street-profile';
import { printingRoutes } from './printing/printing-routes';
import { servicesModule } from './services/module';
import { STREET_TABLES } from './street-tables';
import { createStreetType } from './street-type';
import { traceFields } from './trace/trace.resolver';
import { traceViews } from './trace/trace-views';
import { ToDoResolver } from './waiting/to-do.resolver';

/** The folders of the street that record what it does. */
const MODULES: readonly StreetModule[] = [
  deliberationModule,
  delegationModule,
  dispatchModule,
  fundsModule,
  communityWorkModule,
  enforcementModule,
  planningModule,
  servicesModule,
  evaluationModule,
  peopleModule,
  cadenceModule,
  attachmentsModule,
  messagesModule,
];

const TABLE_FIELDS = tableFields(STREET_CLASS, 'Street', STREET_TABLES);
const ORGANIZATION_FIELDS = organizationFields(STREET_TABLES);
const TRACE_FIELDS = traceFields(STREET_TABLES);
const JUDGEMENT_FACTS = judgementFacts(STREET_TABLES);
const LIVE_OBJECT_FIELDS = liveObjectFields(STREET_TABLES);

const ENTITIES: readonly Class[] = [
  ReferenceLoad,
  AuditAnchor,
  referenceTable(StreetRow, { name: 'Street' }),
  FunctionalCenter,
  referenceTable(PlainLocalCenter, { name: 'PlainLocalCenter' }),
  ServiceSystem,
  Section,
  FieldAgency,
  Post,
  Community,
  AuditEntry,
  IdempotencyRecord,
  Message,
  FileUpload,
  ...STREET_TABLES.tables,
];

const RESOLVERS: readonly Class[] = [
  StreetOrganizationResolver,
  StreetCountsResolver,
  OrganizationCountsResolver,
  StreetSearchResolver,
  FunctionalCenterResolver,
  ...ORGANIZATION_FIELDS.resolvers,
  ...TABLE_FIELDS.resolvers,
  ...MODULES.flatMap(({ resolvers = [] }) => resolvers),
  auditFields(STREET_CLASS),
  AuditEntryRule,
  ...TRACE_FIELDS.resolvers,
  ...JUDGEMENT_FACTS.resolvers,
  ...LIVE_OBJECT_FIELDS.resolvers,
  ToDoResolver,
  OwnPlaceResolver,
];

/** A street's whole subgraph, from its profile: the common modules, and what it has of its own. */
export function defineStreet(profile: StreetProfile): SubgraphDefinition {
  const { identity, extras } = profile;
  const entities = [...ENTITIES, ...extras.flatMap((extra) => extra.entities)];
  const street = createStreetType(identity);
  const liveObject = createLiveObjectType(identity);
  const commands = commandNamespace(
    {
      field: identity.name,
      typeName: `${identity.typeName}Mutation`,
      title: identity.title,
      owner: `the street ${identity.code}`,
    },
    MODULES.flatMap((module) => module.commands),
  );
  return {
    name: identity.name,
    title: identity.title,
    defaultPort: identity.port,
    street: identity.code,
    entities,
    migrations: [
      ...streetMigrations,
      ...MODULES.flatMap((module) => module.migrations),
      Trace1700000008000,
      TraceSample1700000010004,
      TraceState1700000010006,
      TraceWhole1700000012001,
      TraceSide1700000013001,
      TraceRecords1700000014001,
      StateGuard1700000017001,
      PairGuard1700000017002,
      RecordGuard1700000017003,
      LateRecordGuard1700000017004,
      TraceDerived1700000019000,
      ...extras.flatMap((extra) => extra.migrations),
    ],
    views: traceViews(STREET_TABLES),
    resolvers: [
      street.rootResolver,
      ...RESOLVERS,
      ...commands,
      ...extras.flatMap((extra) => extra.resolvers(street.type)),
    ],
    orphanedTypes: [
      street.type,
      liveObject.type,
      FunctionalCenter,
      PlainLocalCenter,
      ...extras.flatMap((extra) => extra.orphanedTypes),
    ],
    referenceResolvers: { ...street.referenceResolvers, ...liveObject.referenceResolvers },
    fieldResolvers: mergeResolvers([
      TABLE_FIELDS.fieldResolvers,
      ORGANIZATION_FIELDS.fieldResolvers,
      computedFields,
      TRACE_FIELDS.fieldResolvers,
      JUDGEMENT_FACTS.fieldResolvers,
      LIVE_OBJECT_FIELDS.fieldResolvers,
      ...MODULES.map(({ fieldResolvers = {} }) => fieldResolvers),
    ]),
    referenceSets: () => [
      ...streetReference(profile),
      ...standardOrganization(),
      ...extras.flatMap((extra) => extra.referenceSets()),
    ],
    tableAccess: {
      ...tableAccessOf(STREET_TABLES),
      plain_local_center: 'WORK',
      audit_entry: 'APPEND_ONLY',
      audit_anchor: 'APPEND_ONLY',
      idempotency_record: 'PURGEABLE',
      message: 'WORK',
      file_upload: 'PURGEABLE',
      imported_entry: 'OWNER_ONLY',
    },
    shared: sharedTables(entities),
    recordRefused: recordRefusedRequest,
    furtherParts: auditPart,
    tasks: ({ sweepSeconds, auditUrls, messagesWebhook, files }) => [
      witnessTask(auditUrls, sweepSeconds),
      reconcileTask(auditUrls, sweepSeconds, streetBook),
      supervisionTask(sweepSeconds, profile, auditUrls.get(DISTRICT_OWNER)),
      cadenceTask(sweepSeconds, profile, auditUrls.get(DISTRICT_OWNER)),
      noteWaitingTask(sweepSeconds),
      ...(messagesWebhook ? [deliverMessagesTask(messagesWebhook, sweepSeconds)] : []),
      ...(files ? fileTasks(files, sweepSeconds) : []),
      ...commandTasks,
    ],
    longBodies: bringsFile,
    routes: (app, services) => {
      printingRoutes(identity)(app, services);
      attachmentRoutes(identity)(app, services);
    },
    extendContext: (context): StreetContext => ({
      ...context,
      profile,
      district: new DistrictDirectory(context.districtUrl),
    }),
  };
}
