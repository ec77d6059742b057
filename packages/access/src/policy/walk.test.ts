import { findRule } from '@mtg/governance';
import type { Actor } from '../actor/actor';
import { ROLES, type Role } from '../roles/role';
import { ROLE_ENTRIES } from '../roles/role-entries';
import { authorizeCommand } from './authorize';
import type { Target } from './target';
import { cellOf } from './cell';
import { DISTRICT_COMMAND_NAMES, policyRows, type PolicyRow } from './commands';

/** Every cell of the table, with an actor at the right place, an actor at each wrong one, and an anonymous request. */
const HERE = { street: 'DAYU', center: 'HEALTH', community: '110109001001', department: 'D_HERE' };
const THERE = {
  street: 'CHENGZI',
  center: 'CULTURE_EDUCATION',
  community: '110109001002',
  department: 'D_THERE',
};
type Place = typeof HERE;

const actorAt = (role: Role, place: Place): Actor => {
  const { required } = ROLE_ENTRIES[role];
  return { subject: 'u-1', role, ...Object.fromEntries(required.map((claim) => [claim, place[claim]])) };
};

const cells = policyRows().flatMap((row) =>
  ROLES.map((role) => ({ name: `${row.key} × ${role}`, row, role, cell: cellOf(row.cells, role) })),
);
const targetOf = ({ variant }: PolicyRow, place: Partial<Place>): Target => ({
  ...place,
  ...(variant !== undefined && { variant }),
});

/** The parts of a place that must agree, by scope. */
const PARTS = {
  STREET: ['street'],
  CENTER: ['street', 'center'],
  COMMUNITY: ['street', 'community'],
  DEPARTMENT: ['department'],
  DISTRICT: [],
} as const;

it('has every cell', () => {
  expect(cells).toHaveLength(policyRows().length * ROLES.length);
  expect(new Set(policyRows().map(({ key }) => key)).size).toBe(policyRows().length);
});

it.each(cells.filter(({ cell }) => cell.kind === 'ALLOW'))(
  '$name is allowed in its scope only',
  ({ row, role, cell }) => {
    if (cell.kind !== 'ALLOW') throw new Error('filtered above');
    const parts = PARTS[cell.scope];
    const last = parts.at(-1);
    // Where one center or department alone may, it is the actor's that counts.
    const ownCenter = ROLE_ENTRIES[role].center;
    const mine: Place = {
      ...HERE,
      ...(cell.only !== undefined && last !== undefined && { [last]: cell.only }),
      ...(ownCenter !== undefined && { center: ownCenter }),
    };
    const decide = (actorPlace: Place, place: Partial<Place>) =>
      authorizeCommand(actorAt(role, actorPlace), row.command, targetOf(row, place));
    expect(decide(mine, mine)).toEqual({ allowed: true });
    for (const part of parts) {
      const { [part]: _left, ...unknown } = mine;
      if (cell.only === undefined || part !== last) {
        expect(decide(mine, { ...mine, [part]: THERE[part] })).toMatchObject({
          allowed: false,
          code: 'FORBIDDEN',
        });
        expect(decide(mine, unknown)).toMatchObject({ allowed: false, code: 'FORBIDDEN' });
      } else {
        expect(decide(mine, unknown)).toEqual({ allowed: true });
        expect(decide({ ...mine, [part]: THERE[part] }, mine)).toMatchObject({
          allowed: false,
          code: 'FORBIDDEN',
        });
      }
    }
  },
);

it.each(cells.filter(({ cell }) => cell.kind === 'DENY'))('$name is denied', ({ row, role }) => {
  for (const place of [HERE, THERE, {}]) {
    expect(authorizeCommand(actorAt(role, HERE), row.command, targetOf(row, place))).toMatchObject({
      allowed: false,
      code: 'FORBIDDEN',
    });
  }
});

it.each(cells.filter(({ cell }) => cell.kind === 'DENY_BY_RULE'))(
  '$name is denied by its rule',
  ({ row, role, cell }) => {
    if (cell.kind !== 'DENY_BY_RULE') throw new Error('filtered above');
    const decide = (place: Place) => authorizeCommand(actorAt(role, HERE), row.command, targetOf(row, place));
    expect(decide(HERE)).toMatchObject({ allowed: false, code: 'RULE_VIOLATION', rule: cell.rule });
    expect(findRule(cell.rule)).toBeDefined();
    if (ROLE_ENTRIES[role].required.includes('street')) {
      expect(decide(THERE)).toMatchObject({ allowed: false, code: 'FORBIDDEN' });
    }
  },
);

it.each(policyRows())('$key needs a token', (row) => {
  for (const target of [targetOf(row, HERE), {}]) {
    expect(authorizeCommand(undefined, row.command, target)).toMatchObject({
      allowed: false,
      code: 'UNAUTHENTICATED',
      message: { zh: expect.stringContaining('令牌'), en: expect.stringContaining('token') },
    });
  }
});

it.each(policyRows())(
  '$key can be given by at least one role, and by no read-only role',
  ({ cells, command }) => {
    expect(ROLES.some((role) => cellOf(cells, role).kind === 'ALLOW')).toBe(true);
    // 区委社会工委 acts in the district; in the streets it only looks, and links units to departments.
    const isOfDistrict = DISTRICT_COMMAND_NAMES.includes(command) || /^(?:un)?linkUnit$/u.test(command);
    const readOnly = ['ANALYST', 'AUDITOR', ...(isOfDistrict ? [] : (['DISTRICT_OFFICE'] as const))] as const;
    for (const role of readOnly) expect(cellOf(cells, role).kind).not.toBe('ALLOW');
  },
);

it.each(policyRows())('$key gives no role of a street more than its street', ({ cells }) => {
  for (const role of ROLES) {
    const cell = cellOf(cells, role);
    if (cell.kind !== 'ALLOW') continue;
    const { required } = ROLE_ENTRIES[role];
    if (required.includes('street')) expect(['STREET', 'CENTER', 'COMMUNITY']).toContain(cell.scope);
    // Centers, communities and departments act for themselves only.
    if (required.includes('center')) expect(cell.scope).toBe('CENTER');
    if (required.includes('community')) expect(cell.scope).toBe('COMMUNITY');
    if (required.includes('department')) expect(cell.scope).toBe('DEPARTMENT');
  }
});

const CENTERS = ['HEALTH', 'GENERAL_AFFAIRS', 'SOCIAL_MOBILIZATION', 'PUBLIC_SECURITY'];

it.each(policyRows())('$key: a refusal names the roles that may do it in this case, and no others', (row) => {
  for (const center of CENTERS) {
    const target = targetOf(row, { ...HERE, center });
    const places = [HERE, ...CENTERS.map((own) => ({ ...HERE, center: own }))];
    const departments = ['D_HERE', 'ORGANIZATION_DEPARTMENT'];
    const may = ROLES.filter((role) =>
      places.some((place) =>
        departments.some(
          (department) =>
            authorizeCommand(actorAt(role, { ...place, department }), row.command, target).allowed,
        ),
      ),
    );
    const decision = authorizeCommand(actorAt('ANALYST', HERE), row.command, target);
    if (decision.allowed) throw new Error('an analyst only looks');
    const named = /可由(.+)办理/.exec(decision.message.zh)?.[1]?.split('、') ?? [];
    expect(named.map((each) => each.replace(/（.*/, ''))).toEqual(
      may.map((role) => ROLE_ENTRIES[role].label.zh),
    );
  }
});
