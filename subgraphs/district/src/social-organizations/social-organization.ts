import { column, defineTable, type RowOf } from '@mtg/commands';
import { SOCIAL_ORGANIZATION_KIND_LABELS, SocialOrganizationKind } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';

registerVocabulary(
  SocialOrganizationKind,
  'SocialOrganizationKind',
  { zh: '社会组织种类', en: 'Kind of a social organization (R29)' },
  SOCIAL_ORGANIZATION_KIND_LABELS,
);

/** A social organization of the district's registry (R29, R30), which streets cite. */
export const SocialOrganization = defineTable('SocialOrganization', {
  zh: '社会组织',
  en: 'Social organization of the district’s registry (R29)',
  list: 'Social organizations of the district’s registry',
  key: 'id',
  read: { group: 'PROCUREMENT' },
  writes: 'WORK',
  columns: {
    kind: column.choice(SocialOrganizationKind, '种类', 'Kind'),
    name: column.mark('名称，唯一', 'Name, unique'),
    serviceField: column.line('服务领域', 'Field of its services'),
    registrationNumber: column.optional(
      column.mark(
        '登记证号，未登记的为空',
        'Registration number, unique. Null if it is not registered as a legal person',
      ),
    ),
    since: column.day('在册起始日期', 'First day in the registry'),
    until: column.optional(
      column.day('在册截止日期，空为在册', 'Last day in the registry. Null while registered'),
    ),
  },
  shares: ['kind', 'name', 'serviceField', 'registrationNumber', 'since', 'until'],
});

export type SocialOrganization = RowOf<typeof SocialOrganization>;
