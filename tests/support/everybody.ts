import { ROLE_ENTRIES, ROLES, type Actor, type Role, type ScopeClaim } from '@mtg/access';

export type Place = Readonly<Record<ScopeClaim, string>>;

/** Two places that have nothing in common. */
export const HERE: Place = {
  street: 'DAYU',
  center: 'HEALTH',
  community: '110109001001',
  department: 'JUSTICE',
};
export const THERE: Place = {
  street: 'CHENGZI',
  center: 'CULTURE_EDUCATION',
  community: '110109001002',
  department: 'CIVIL_AFFAIRS',
};

/** Somebody, by a name for lists of tests; nobody has no actor. */
export interface Somebody {
  readonly name: string;
  readonly actor: Actor | undefined;
}

const somebody = (role: Role, place: Place, claims: readonly ScopeClaim[], where: string): Somebody => {
  const scopes = Object.fromEntries(claims.map((claim) => [claim, place[claim]]));
  const subject = [role, ...Object.values(scopes)].join('-').toLowerCase();
  return { name: `${role} ${where}`, actor: { subject, role, ...scopes } };
};

/**
 * Every role here; the same with each of its claims pointing elsewhere, and with a claim that it may have besides; and
 * nobody at all.
 */
export const EVERYBODY: readonly Somebody[] = [
  { name: 'nobody', actor: undefined },
  ...ROLES.flatMap((role) => {
    const { required, optional } = ROLE_ENTRIES[role];
    return [
      somebody(role, HERE, required, 'here'),
      ...[...required, ...optional].map((claim) =>
        somebody(
          role,
          { ...HERE, [claim]: THERE[claim] },
          [...new Set([...required, claim])],
          `of another ${claim}`,
        ),
      ),
      ...optional.map((claim) => somebody(role, HERE, [...required, claim], `of one ${claim}`)),
    ];
  }),
  // Where one center or department alone may.
  somebody(
    'CENTER_HEAD',
    { ...HERE, center: 'SOCIAL_MOBILIZATION' },
    ['street', 'center'],
    'of the only center',
  ),
  somebody(
    'DEPARTMENT_OFFICER',
    { ...HERE, department: 'ORGANIZATION_DEPARTMENT' },
    ['department'],
    'of the only department',
  ),
];
