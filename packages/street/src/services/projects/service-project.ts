import { column, defineTable, type RowOf } from '@mtg/commands';
import { labelsOf, serviceProjectMachine, ServiceProjectState } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { recordedLate } from '../../foundation/recorded-late';
import {
  centerCode,
  communityCode,
  organizationId,
  procurementCatalogueId,
  procurementNeedId,
} from '../../organization/reference-columns';

registerVocabulary(
  ServiceProjectState,
  'ServiceProjectState',
  { zh: '购买服务项目状态', en: 'State of a service project (R30)' },
  labelsOf(serviceProjectMachine),
);

/** A service for a community, procured from a social organization by a need of the district's catalogue (R30). */
export const ServiceProject = defineTable('ServiceProject', {
  zh: '购买服务项目',
  en: 'Service for a community, procured from a social organization (R30)',
  list: 'Service projects procured from social organizations',
  read: { group: 'SERVICES', scopes: { COMMUNITY: 'communityCode' } },
  writes: 'WORK',
  columns: {
    state: column.choice(ServiceProjectState, '状态', 'State'),
    centerCode: centerCode('中心代码', 'Code of the center in charge'),
    communityCode: communityCode('社区代码', 'Code of the community served'),
    title: column.line('名称', 'Title'),
    content: column.text('服务内容', 'Content of the services'),
    amount: column.amount('金额(元)', 'Amount of the contract, in 元'),
    startsOn: column.day('开始日期', 'First day of the term'),
    endsOn: column.day('结束日期', 'Last day of the term'),
    needId: procurementNeedId(),
    needTitle: column.line('所引用的需求', 'Need that it cites, as the catalogue has it'),
    catalogueId: procurementCatalogueId(),
    catalogueNumber: column.mark('所引用目录的文号', 'Number of the catalogue of the need'),
    surveyId: column.hidden(column.uuid('需求调查标识', 'Id of the survey that the catalogue is built on')),
    organizationId: organizationId(
      '承接的社会组织',
      'Organization that provides the services. Null while the district’s subgraph is unavailable',
    ),
    organizationName: column.mark('承接组织的名称', 'Name of the organization, as registered'),
    acceptedOn: column.optional(column.day('验收日期', 'Day of acceptance. Null until then')),
    acceptedAt: column.optional(
      column.instant(
        '验收登记时间，空为未验收或早期登记',
        'Time at which the acceptance was recorded. Null until then, and for early records',
      ),
    ),
    acceptance: column.optional(column.text('验收意见', 'Findings of the acceptance. Null until then')),
    evaluatedOn: column.optional(
      column.day('社区评价日期', 'Day of the community’s evaluation. Null until then'),
    ),
    evaluatedAt: column.optional(
      column.instant(
        '评价登记时间，空为未评价或早期登记',
        'Time at which the evaluation was recorded. Null until then, and for early records',
      ),
    ),
    evaluation: column.optional(column.text('社区评价', 'Evaluation by the community. Null until then')),
    reason: column.optional(column.text('终止的理由', 'Reason for the termination. Null otherwise')),
  },
  derived: {
    acceptedLate: recordedLate(
      'acceptedOn',
      'acceptedAt',
      '验收是否补录(登记晚于验收之日)',
      'Whether the acceptance was recorded after its day',
    ),
    evaluatedLate: recordedLate(
      'evaluatedOn',
      'evaluatedAt',
      '社区评价是否补录(登记晚于评价之日)',
      'Whether the evaluation was recorded after its day',
    ),
  },
  shares: [
    'state',
    'centerCode',
    'communityCode',
    'title',
    'amount',
    'startsOn',
    'endsOn',
    'needId',
    'catalogueId',
    'organizationId',
    'organizationName',
    'acceptedOn',
    'acceptedAt',
    'evaluatedOn',
    'evaluatedAt',
  ],
  trace: { title: 'title' },
});

export type ServiceProject = RowOf<typeof ServiceProject>;
