import type { Authority } from '@mtg/governance';

/** Everybody in sample data is made up, and looks it. */
export const personName = (number: number): string => `样例人员${String(number).padStart(3, '0')}`;
export const unitName = (number: number): string => `样例单位${String(number).padStart(2, '0')}`;

/** Starts every title. */
export const titled = (text: string): string => `【样例】${text}`;

const subject = (who: string): string => `sample:${who}`;

export const DISPATCHER = subject('dispatcher');
export const CLERK = subject('clerk');
const LEADER = subject('leader');
export const headOf = (center: string): string => subject(`head-${center}`);
export const staffOf = (center: string, number: number): string =>
  subject(`staff-${center}-${String(number).padStart(3, '0')}`);
export const secretaryOf = (community: string): string => subject(`secretary-${community}`);

/** Who acts in a name, and in which role. */
export interface SampleActor {
  readonly actor: string;
  readonly role: string;
}

const IN_THE_NAME_OF: { readonly [A in Authority]?: SampleActor } = {
  GENERAL_AFFAIRS_CENTER: { actor: DISPATCHER, role: 'DISPATCHER' },
  STREET_ORGANIZATION_SECTION: { actor: headOf('SOCIAL_MOBILIZATION'), role: 'CENTER_HEAD' },
  STREET: { actor: LEADER, role: 'STREET_LEADER' },
  WORKING_COMMITTEE: { actor: CLERK, role: 'COMMITTEE_CLERK' },
  ORGANIZATION_DEPARTMENT: { actor: subject('officer-organization'), role: 'DEPARTMENT_OFFICER' },
  DISTRICT_PARTY_COMMITTEE: { actor: subject('district-party'), role: 'DISTRICT_PARTY_COMMITTEE' },
  COMMUNITY_PARTY_ORGANIZATION: { actor: subject('community-party'), role: 'COMMUNITY_SECRETARY' },
};

/** Whose command a step is. @param center where the step is a center's */
export function actorFor(authority: Authority, center?: string): SampleActor {
  const actor = IN_THE_NAME_OF[authority];
  if (actor) return actor;
  if (center !== undefined) return { actor: headOf(center), role: 'CENTER_HEAD' };
  throw new Error(`nobody in the sample acts for ${authority}`);
}
