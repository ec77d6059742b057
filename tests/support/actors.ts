import type { Actor } from '@mtg/access';

/** People of a street, one for each role that acts in it. */
export const peopleOf = (street: string) =>
  ({
    leader: { subject: 'leader', role: 'STREET_LEADER', street },
    clerk: { subject: 'clerk', role: 'COMMITTEE_CLERK', street },
    dispatcher: { subject: 'dispatcher', role: 'DISPATCHER', street },
    finance: { subject: 'finance', role: 'FINANCE_OFFICER', street },
    auditor: { subject: 'auditor', role: 'AUDITOR' },
    analyst: { subject: 'analyst', role: 'ANALYST' },
    government: { subject: 'government', role: 'DISTRICT_GOVERNMENT' },
    party: { subject: 'party', role: 'DISTRICT_PARTY_COMMITTEE' },
    office: { subject: 'office', role: 'DISTRICT_OFFICE' },
  }) as const satisfies Readonly<Record<string, Actor>>;

export const officer = (department: string): Actor => ({
  subject: `officer-${department}`,
  role: 'DEPARTMENT_OFFICER',
  department,
});

export const centerHead = (street: string, center: string): Actor => ({
  subject: `head-${center}`,
  role: 'CENTER_HEAD',
  street,
  center,
});

export const centerStaff = (street: string, center: string, name = 'staff'): Actor => ({
  subject: `${name}-${center}`,
  role: 'CENTER_STAFF',
  street,
  center,
});

/** The same person after becoming the head of this center. */
export const headWhoWas = (actor: Actor, center: string): Actor => ({
  ...actor,
  role: 'CENTER_HEAD',
  center,
});

export const communitySecretary = (street: string, community: string): Actor => ({
  subject: `secretary-${community}`,
  role: 'COMMUNITY_SECRETARY',
  street,
  community,
});
