import { column, defineTable, type RowOf } from '@mtg/commands';
import { centerCode, communityCode } from '../../organization/reference-columns';

/** A grassroots organization that a center helps a community to foster (R29). */
export const FosteredOrganization = defineTable('FosteredOrganization', {
  zh: '培育的草根社会组织',
  en: 'Grassroots organization that a center helps a community to foster (R29)',
  list: 'Grassroots organizations fostered in communities',
  read: { group: 'SERVICES', scopes: { COMMUNITY: 'communityCode' } },
  writes: 'WORK',
  columns: {
    centerCode: centerCode('中心代码', 'Code of the center that helps'),
    communityCode: communityCode('社区代码', 'Code of the community'),
    name: column.mark('组织名称', 'Name of the organization'),
    serviceField: column.line('服务领域', 'Field of its services'),
    since: column.day('培育起始日期', 'First day of the fostering'),
    until: column.optional(
      column.day('培育截止日期，空为培育中', 'Last day of the fostering. Null while fostered'),
    ),
  },
  shares: ['centerCode', 'communityCode', 'name', 'serviceField', 'since', 'until'],
  trace: { title: 'name' },
});

export type FosteredOrganization = RowOf<typeof FosteredOrganization>;
