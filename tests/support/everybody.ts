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

/** A caller with a name for lists of tests. The anonymous one has no actor. */
export interface Caller {
  readonly name: string;
  readonly actor: Actor | undefined;
}

const caller = (role: Role, place: Place, claims: readonly ScopeClaim[], where: string): Caller => {
  const scopes = Object.fromEntries(claims.map((claim) => [claim, place[claim]]));
  const subject = [role, ...Object.values(scopes)].join('-').toLowerCase();
  return { name: `${role} ${where}`, actor: { subject, role, ...scopes } };
};

/**
 * Every role here, each with every claim pointing elsewhere and with every optional claim, and an anonymous caller.
 */
export const EVERYBODY: readonly Caller[] = [
  { name: 'anonymous', actor: undefined },
  ...ROLES.flatMap((role) => {
    const { required, optional } = ROLE_ENTRIES[role];
    return [
      caller(role, HERE, required, 'here'),
      ...[...required, ...optional].map((claim) =>
        caller(
          role,
          { ...HERE, [claim]: THERE[claim] },
          [...new Set([...required, claim])],
          `of another ${claim}`,
        ),
      ),
      ...optional.map((claim) => caller(role, HERE, [...required, claim], `of one ${claim}`)),
    ];
  }),
  // Where one center or department alone may.
  caller(
    'CENTER_HEAD',
    { ...HERE, center: 'SOCIAL_MOBILIZATION' },
    ['street', 'center'],
    'of the only center',
  ),
  ...(['CENTER_HEAD', 'CENTER_STAFF'] as const).map((role) =>
    caller(role, { ...HERE, center: 'PUBLIC_SECURITY' }, ['street', 'center'], 'of the team’s center'),
  ),
  caller(
    'DEPARTMENT_OFFICER',
    { ...HERE, department: 'ORGANIZATION_DEPARTMENT' },
    ['department'],
    'of the only department',
  ),
];
