import type { Act, Authority } from '@mtg/governance';

/** Everybody in sample data is made up, and looks it. */
export const personName = (number: number): string => `样例人员${String(number).padStart(3, '0')}`;
export const unitName = (number: number): string => `样例单位${String(number).padStart(2, '0')}`;

/** Starts every title. */
export const titled = (text: string): string => `【样例】${text}`;

/** Said where there is nothing else to say. */
export const AS_PLANNED = titled('按计划推进');

const subject = (who: string): string => `sample:${who}`;

const DISPATCHER = subject('dispatcher');
const CLERK = subject('clerk');
const LEADER = subject('leader');
export const headOf = (center: string): string => subject(`head-${center}`);
export const staffOf = (center: string, number: number): string =>
  subject(`staff-${center}-${String(number).padStart(3, '0')}`);
export const secretaryOf = (community: string): string => subject(`secretary-${community}`);

export const THE_DISPATCHER: Act['actor'] = { subject: DISPATCHER, role: 'DISPATCHER' };

export const THE_CLERK: Act['actor'] = { subject: CLERK, role: 'COMMITTEE_CLERK' };
export const THE_LEADER: Act['actor'] = { subject: LEADER, role: 'STREET_LEADER' };
export const THE_FINANCE_OFFICER: Act['actor'] = { subject: subject('finance'), role: 'FINANCE_OFFICER' };
/** Of a department that delegates. */
export const THE_OFFICER: Act['actor'] = { subject: subject('officer'), role: 'DEPARTMENT_OFFICER' };

const IN_THE_NAME_OF: { readonly [A in Authority]?: Act['actor'] } = {
  GENERAL_AFFAIRS_CENTER: THE_DISPATCHER,
  STREET_ORGANIZATION_SECTION: { subject: headOf('SOCIAL_MOBILIZATION'), role: 'CENTER_HEAD' },
  STREET: THE_LEADER,
  WORKING_COMMITTEE: THE_CLERK,
  ORGANIZATION_DEPARTMENT: { subject: subject('officer-organization'), role: 'DEPARTMENT_OFFICER' },
  DISTRICT_PARTY_COMMITTEE: { subject: subject('district-party'), role: 'DISTRICT_PARTY_COMMITTEE' },
  COMMUNITY_PARTY_ORGANIZATION: { subject: subject('community-party'), role: 'COMMUNITY_SECRETARY' },
};

/** Actor who gives the command of a transition. @param center for transitions of centers */
export function actorFor(authority: Authority, center?: string): Act['actor'] {
  const actor = IN_THE_NAME_OF[authority];
  if (actor) return actor;
  if (center !== undefined) return { subject: headOf(center), role: 'CENTER_HEAD' };
  throw new Error(`no person in the sample acts for ${authority}`);
}
