import type { Actor, Role } from '@mtg/access';
import { CenterType, type Authority } from '@mtg/governance';
import { ORGANIZATION_DEPARTMENT } from '../../organization/organization-department';

/** The roles that stand for one authority. */
const AUTHORITY_OF: { readonly [R in Role]?: Authority } = {
  STREET_LEADER: 'STREET',
  COMMUNITY_SECRETARY: 'COMMUNITY_PARTY_ORGANIZATION',
  COMMITTEE_CLERK: 'WORKING_COMMITTEE',
  DISTRICT_PARTY_COMMITTEE: 'DISTRICT_PARTY_COMMITTEE',
  DISPATCHER: 'GENERAL_AFFAIRS_CENTER',
};

/**
 * The authority in whose name a step of an appointment is taken (R32). A street's organization section is integrated into its
 * Social Mobilization Center (seed:105), whose head speaks for it.
 */
export function actingAuthority({ role, department, center }: Actor): Authority {
  const authority = AUTHORITY_OF[role];
  if (authority) return authority;
  if (role === 'DEPARTMENT_OFFICER') {
    return department === ORGANIZATION_DEPARTMENT ? 'ORGANIZATION_DEPARTMENT' : 'DEPARTMENT';
  }
  return center === CenterType.SOCIAL_MOBILIZATION ? 'STREET_ORGANIZATION_SECTION' : 'CENTER';
}
