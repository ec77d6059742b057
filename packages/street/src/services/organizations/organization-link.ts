import { column, defineTable, type RowOf } from '@mtg/commands';
import { SOCIAL_ORGANIZATION_KIND_LABELS, SocialOrganizationKind } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { centerCode, organizationId } from '../../organization/reference-columns';

registerVocabulary(
  SocialOrganizationKind,
  'SocialOrganizationKind',
  { zh: '社会组织种类', en: 'Kind of a social organization (R29)' },
  SOCIAL_ORGANIZATION_KIND_LABELS,
);

/** The link of a center to a professional or hub organization (R29). A center has one or two. */
export const OrganizationLink = defineTable('OrganizationLink', {
  zh: '中心与社会组织的对接',
  en: 'Link of a center to a professional or hub social organization (R29)',
  list: 'Links of centers to professional and hub social organizations',
  label: { zh: '对接', en: 'link to an organization' },
  read: { group: 'PLANNING' },
  writes: 'WORK',
  columns: {
    centerCode: centerCode('中心代码', 'Code of the center'),
    organizationId: organizationId(
      '对接的社会组织',
      'Organization that the center is linked to. Null while the district’s subgraph is unavailable',
    ),
    organizationName: column.mark('社会组织的名称', 'Name of the organization, as registered'),
    organizationKind: column.choice(SocialOrganizationKind, '社会组织种类', 'Kind of the organization'),
    guidance: column.optional(
      column.text(
        '对接的内容',
        'Services in which communities are guided through the link. Null if not stated',
      ),
    ),
    since: column.day('对接起始日期', 'First day of the link'),
    until: column.optional(column.day('对接截止日期，空为对接中', 'Last day of the link. Null while linked')),
  },
  shares: ['centerCode', 'organizationId', 'organizationName', 'organizationKind', 'since', 'until'],
});

export type OrganizationLink = RowOf<typeof OrganizationLink>;
