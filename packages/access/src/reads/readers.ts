import type { Bilingual } from '@mtg/governance';
import type { Role } from '../roles/role';

/** Rows of a field group that a role reads. Roles of a street never read another street's. */
export type ReadScope =
  'NONE' | 'ALL' | 'STREET' | 'STREET_ROWS' | 'COMMUNITY' | 'DEPARTMENT' | 'AUTHOR' | 'CENTER_OR_AUTHOR';

export const READ_SCOPE_LABELS: Readonly<Record<ReadScope, Bilingual>> = {
  NONE: { zh: '—', en: 'none' },
  ALL: { zh: '全部', en: 'all' },
  STREET: { zh: '本街道', en: 'own street' },
  STREET_ROWS: { zh: '涉及本街道的', en: 'those on own street' },
  COMMUNITY: { zh: '本社区', en: 'own community' },
  DEPARTMENT: { zh: '本部门', en: 'own department' },
  AUTHOR: { zh: '本人所写', en: 'own entries' },
  CENTER_OR_AUTHOR: { zh: '本中心和本人所写', en: 'own center and own entries' },
};

/** The roles that read something. A role that is not named reads nothing. */
export type Readers = { readonly [R in Role]?: ReadScope };

/** Those who work in a street's office and see what happens in it. */
const STREET_ROLES: Readers = {
  STREET_LEADER: 'STREET',
  COMMITTEE_CLERK: 'STREET',
  DISPATCHER: 'STREET',
  CENTER_HEAD: 'STREET',
  CENTER_STAFF: 'STREET',
};

export const DISTRICT_ROLES: Readers = {
  DISTRICT_OFFICE: 'ALL',
  DISTRICT_GOVERNMENT: 'ALL',
  DISTRICT_PARTY_COMMITTEE: 'ALL',
};

/** A token with a street narrows them to it. */
export const OBSERVERS: Readers = { AUDITOR: 'ALL', ANALYST: 'ALL' };

/** The offices of street and district. */
export const OFFICES: Readers = { ...STREET_ROLES, ...DISTRICT_ROLES, ...OBSERVERS };

/** The same, and departments for what is theirs. */
export const OFFICES_AND_DEPARTMENTS: Readers = { ...OFFICES, DEPARTMENT_OFFICER: 'DEPARTMENT' };

/** Everybody with a token. */
export const ALL_OFFICES: Readers = { ...OFFICES, DEPARTMENT_OFFICER: 'ALL', COMMUNITY_SECRETARY: 'ALL' };

/** The street's office, and communities for what is theirs. */
export const COMMUNITIES: Readers = {
  ...STREET_ROLES,
  COMMUNITY_SECRETARY: 'COMMUNITY',
  DISTRICT_OFFICE: 'ALL',
  ...OBSERVERS,
};

/** Those who may know what was said on a visit: its author, the center, the community, and the auditor. */
export const HEARD_ON_VISITS: Readers = {
  CENTER_STAFF: 'AUTHOR',
  // Staff of one center who now head another are still the authors of their visits.
  CENTER_HEAD: 'CENTER_OR_AUTHOR',
  COMMUNITY_SECRETARY: 'COMMUNITY',
  AUDITOR: 'ALL',
};

/** Those who are sent something, each what is their own, and the auditor. */
export const EACH_THEIR_OWN: Readers = {
  DISTRICT_PARTY_COMMITTEE: 'AUTHOR',
  DEPARTMENT_OFFICER: 'AUTHOR',
  STREET_LEADER: 'AUTHOR',
  COMMITTEE_CLERK: 'AUTHOR',
  DISPATCHER: 'AUTHOR',
  FINANCE_OFFICER: 'AUTHOR',
  CENTER_HEAD: 'AUTHOR',
  CENTER_STAFF: 'AUTHOR',
  COMMUNITY_SECRETARY: 'AUTHOR',
  AUDITOR: 'ALL',
};
