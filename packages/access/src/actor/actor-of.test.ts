import { ROLES } from '../roles/role';
import { ROLE_ENTRIES, SCOPE_CLAIMS, type ScopeClaim } from '../roles/role-entries';
import { actorOf } from './actor-of';

const SCOPE: Readonly<Record<ScopeClaim, string>> = {
  street: 'DAYU',
  center: 'HEALTH',
  community: '110109001001',
  department: 'CIVIL_AFFAIRS_BUREAU',
};
const claimsOf = (names: readonly ScopeClaim[]) =>
  Object.fromEntries(names.map((name) => [name, SCOPE[name]]));
const wrong = (claims: Record<string, unknown>) => actorOf(claims).problems?.map(({ claim }) => claim);

describe.each(ROLES)('%s', (role) => {
  const { required, optional } = ROLE_ENTRIES[role];
  const whole = { sub: 'u-1', role, ...claimsOf(required) };

  it('is an actor with the claims it needs, and with those it may have', () => {
    expect(actorOf(whole)).toEqual({ actor: { subject: 'u-1', role, ...claimsOf(required) } });
    const more = { ...whole, name: '张三', ...claimsOf(optional) };
    expect(actorOf(more).actor).toEqual({
      subject: 'u-1',
      name: '张三',
      role,
      ...claimsOf([...required, ...optional]),
    });
  });

  it.each(SCOPE_CLAIMS)('is refused when %s is missing, too much or not a code', (claim) => {
    const { [claim]: _left, ...without } = whole as Record<string, unknown>;
    if (required.includes(claim)) expect(wrong(without)).toEqual([claim]);
    const taken = required.includes(claim) || optional.includes(claim);
    expect(wrong({ ...whole, [claim]: SCOPE[claim] })).toEqual(taken ? undefined : [claim]);
    for (const bad of ['', 'x y', 7, null, ['DAYU'], `${SCOPE[claim]}\n`, 'A'.repeat(65)])
      expect(wrong({ ...whole, [claim]: bad })).toEqual([claim]);
  });
});

const DISPATCHER = { sub: 'u-1', role: 'DISPATCHER', street: 'DAYU' };

it.each(['dispatcher', 'KING', 'toString', '', undefined, 1, ['DISPATCHER']])('knows no role %j', (role) => {
  expect(wrong({ ...DISPATCHER, role })).toEqual(['role']);
});

it.each([undefined, '', '  ', 7, 'a\nb', 'a'.repeat(256), '\u200b\u2800', 'system'])(
  'takes no subject %j',
  (sub) => {
    expect(wrong({ ...DISPATCHER, sub })).toEqual(['sub']);
  },
);

it.each(['', 7, '张\u0000三', 'a'.repeat(101)])('takes no name %j', (name) => {
  expect(wrong({ ...DISPATCHER, name })).toEqual(['name']);
});

it('ignores what an issuer adds for others', () => {
  expect(actorOf({ ...DISPATCHER, iss: 'x', aud: 'y', exp: 1, scope: 'openid', groups: [] }).actor).toEqual({
    subject: 'u-1',
    role: 'DISPATCHER',
    street: 'DAYU',
  });
});

it('says all that is wrong at once, Chinese first, with an example', () => {
  const { problems } = actorOf({ role: 'CENTER_HEAD', center: 'health', community: SCOPE.community });
  expect(problems?.map(({ claim }) => claim)).toEqual(['sub', 'street', 'center', 'community']);
  expect(problems?.[1]?.message).toEqual({
    zh: '角色 CENTER_HEAD（中心负责人）须有 street，例如 DAYU',
    en: 'the role CENTER_HEAD (center head) needs street, e.g. DAYU',
  });
});
