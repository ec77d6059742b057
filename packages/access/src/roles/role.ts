/**
 * The role of an actor. A token carries one: a person acts in one capacity at a time, so that the audit
 * trail says which. An object and not an `enum`, so that plain strings from tokens and files fit.
 */
export const Role = {
  DISTRICT_OFFICE: 'DISTRICT_OFFICE',
  DISTRICT_GOVERNMENT: 'DISTRICT_GOVERNMENT',
  DISTRICT_PARTY_COMMITTEE: 'DISTRICT_PARTY_COMMITTEE',
  DEPARTMENT_OFFICER: 'DEPARTMENT_OFFICER',
  STREET_LEADER: 'STREET_LEADER',
  COMMITTEE_CLERK: 'COMMITTEE_CLERK',
  DISPATCHER: 'DISPATCHER',
  FINANCE_OFFICER: 'FINANCE_OFFICER',
  CENTER_HEAD: 'CENTER_HEAD',
  CENTER_STAFF: 'CENTER_STAFF',
  COMMUNITY_SECRETARY: 'COMMUNITY_SECRETARY',
  AUDITOR: 'AUDITOR',
  ANALYST: 'ANALYST',
} as const;

/** One of the keys of the object of the same name. */
export type Role = (typeof Role)[keyof typeof Role];

/** Every role, from the district down to the street, those that only look last. */
export const ROLES: readonly Role[] = Object.values(Role);

/** True if a text is a role, spelled exactly. */
export const isRole = (text: string): text is Role => Object.hasOwn(Role, text);
