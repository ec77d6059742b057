import type { Role } from '../roles/role';
import { DISTRICT_GROUPS } from './district-groups';
import { group, type FieldGroupEntry } from './field-group';
import type { ReadScope } from './readers';
import { STREET_GROUPS } from './street-groups';

/** All fields, by those who read them. */
export const FIELD_GROUPS = {
  REFERENCE: {
    ...group(
      { zh: '参考数据', en: 'reference data' },
      { zh: '机构、社区、议事机构、规则', en: 'organization, communities, bodies, rules' },
      {},
    ),
    open: true,
  },
  AUDIT: {
    ...group({ zh: '审计', en: 'audit' }, { zh: '审计链', en: 'the audit trail' }, { AUDITOR: 'ALL' }),
    openPart: {
      field: 'auditHead',
      zh: '审计链的末端，即最后一条的序号和哈希；它不透露链上的内容，而记下它的人越多，截断或改写就越容易被发现',
      en: 'end of the audit chain: number and hash of its last entry; they reveal no content, and the more parties note them, the easier truncation or rewriting is detected',
    },
  },
  ...STREET_GROUPS,
  ...DISTRICT_GROUPS,
} as const satisfies Readonly<Record<string, FieldGroupEntry>>;

export type FieldGroup = keyof typeof FIELD_GROUPS;

/** The cell of a role: what is not written down is not readable. */
export function readCell(group: FieldGroup, role: Role): ReadScope {
  const { open, readers }: FieldGroupEntry = FIELD_GROUPS[group];
  return open ? 'ALL' : (readers[role] ?? 'NONE');
}

/** True if a reading of a group's texts by a role is recorded in the audit. */
export function isReadOnRecord(group: FieldGroup, role: Role): boolean {
  const { recorded = [] }: FieldGroupEntry = FIELD_GROUPS[group];
  return recorded.includes(role);
}
