import {
  addDays,
  EnforcementKind,
  grantedMandate,
  joinedTeam,
  revokedMandate,
  type DelegatedPowers,
  type LocalDay,
} from '@mtg/governance';
import { at } from '../calendar';
import { headOf, personName, THE_LEADER, titled, unitName } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';

/** Head of 综治维稳中心, to which the team belongs. */
export const THE_HEAD = { subject: headOf('PUBLIC_SECURITY'), role: 'CENTER_HEAD' };

export interface SampleMandate extends DelegatedPowers {
  readonly id: string;
}

export interface SampleTeamMember {
  readonly id: string;
  readonly personName: string;
  readonly departmentCode: string | null;
  readonly sinceOn: LocalDay;
  readonly untilOn: null;
}

/** The means of enforcement in a sample year. */
export interface Enforcement {
  readonly mandates: readonly SampleMandate[];
  readonly teamId: string;
  readonly members: readonly SampleTeamMember[];
}

const { ILLEGAL_CONSTRUCTION, ILLEGAL_BUSINESS, SAFETY_HAZARD } = EnforcementKind;

/** Mandates by department: kinds, last day and revocation, as days from the first. */
const MANDATES = [
  { department: 'PUBLIC_SECURITY', kinds: [ILLEGAL_BUSINESS, SAFETY_HAZARD], lasts: 730 },
  { department: 'PUBLIC_SECURITY', kinds: [ILLEGAL_CONSTRUCTION], lasts: 730, revokedAfter: 210 },
  { department: 'JUSTICE', kinds: [ILLEGAL_CONSTRUCTION, ILLEGAL_BUSINESS], lasts: 365 },
] as const;

/** Grants the mandates of a year and forms the team in its first week (R33). */
export function beginEnforcement(story: Story): Enforcement {
  const mandates = MANDATES.map((mandate) => grant(story, mandate));
  const formedOn = addDays(story.first, 2);
  const formedAt = at(formedOn, 10);
  const teamId = story.add('EnforcementTeam', formedAt, { name: titled('街道联合执法队') });
  const members = ['PUBLIC_SECURITY', 'PUBLIC_SECURITY', 'JUSTICE', null].map((departmentCode, index) => {
    const member = { personName: personName(300 + index), departmentCode, sinceOn: formedOn };
    const values = { ...joinedTeam(actOf(THE_LEADER, formedAt), member), unit: unitName(60 + index), teamId };
    return { ...member, untilOn: null, id: story.add('EnforcementTeamMember', formedAt, values) };
  });
  return { mandates, teamId, members };
}

function grant(story: Story, mandate: (typeof MANDATES)[number]): SampleMandate {
  const { department, kinds, lasts } = mandate;
  const fromOn = addDays(story.first, 1);
  const grantedAt = at(fromOn, 9);
  const officer = { subject: `sample:officer-${department}`, role: 'DEPARTMENT_OFFICER' };
  const values = grantedMandate(actOf(officer, grantedAt), {
    departmentCode: department,
    kinds,
    fromOn,
    untilOn: addDays(fromOn, lasts),
    documentNumber: story.document('执法委托', grantedAt).number,
    documentTitle: titled('执法权限委托书'),
    documentDate: story.first,
  });
  const revokedOn = 'revokedAfter' in mandate ? addDays(fromOn, mandate.revokedAfter) : null;
  const revokedAt = revokedOn === null ? null : at(revokedOn, 9);
  if (revokedOn === null || revokedAt === null || !story.isPast(revokedAt)) {
    return { ...values, id: story.add('EnforcementMandate', grantedAt, values) };
  }
  const revocationDocument = story.document('执法委托', revokedAt).number;
  // Granted by its day, so that no action under it is on or after that day.
  const by = { revokedOn, revocationDocument, revocationDate: revokedOn, lastActionOn: null };
  const revoked = { ...values, ...revokedMandate(actOf(officer, revokedAt), { ...values, version: 1 }, by) };
  const history = { updatedAt: revokedAt, version: 2 };
  return { ...revoked, id: story.add('EnforcementMandate', grantedAt, revoked, history) };
}
