import type { Actor } from '../actor/actor';
import { ROLES, type Role } from '../roles/role';
import { ROLE_ENTRIES } from '../roles/role-entries';
import { authorizeCommand, type Decision } from './authorize';
import type { Target } from './target';
import { authorizeRole, mayGiveAny } from './authorize-role';
import { COMMANDS, rowsOf, STREET_COMMAND_NAMES, type CommandName } from './commands';

const commands = Object.keys(COMMANDS) as CommandName[];
const STREETS = ['DAYU', 'CHENGZI', undefined];
/** A few of each, those that rows of the table name among them. */
const CENTERS = ['HEALTH', 'SOCIAL_MOBILIZATION', 'GENERAL_AFFAIRS', undefined];
const COMMUNITIES = ['110109001001', '110109001002', undefined];
const DEPARTMENTS = ['CIVIL_AFFAIRS_BUREAU', 'ORGANIZATION_DEPARTMENT', undefined];

/** Everybody who can have this role, at each of those places. */
function actorsOf(role: Role): Actor[] {
  const { required, optional } = ROLE_ENTRIES[role];
  const choices = { street: STREETS, center: CENTERS, community: COMMUNITIES, department: DEPARTMENTS };
  let actors: Actor[] = [{ subject: 'u-1', role }];
  for (const claim of [...required, ...optional]) {
    const values = choices[claim].filter((value) => value !== undefined || optional.includes(claim));
    actors = actors.flatMap((actor) =>
      values.map((value) => (value === undefined ? actor : { ...actor, [claim]: value })),
    );
  }
  return actors;
}
const everybody = [undefined, ...ROLES.flatMap(actorsOf)];

/** Everything in 大峪 that a command can be aimed at. */
const targetsOf = (command: CommandName): Target[] =>
  rowsOf(command).flatMap(({ variant }) =>
    CENTERS.flatMap((center) =>
      COMMUNITIES.flatMap((community) =>
        DEPARTMENTS.map((department) => ({
          street: 'DAYU',
          ...(center !== undefined && { center }),
          ...(community !== undefined && { community }),
          ...(department !== undefined && { department }),
          ...(variant !== undefined && { variant }),
        })),
      ),
    ),
  );

const kind = (decision: Decision): string =>
  decision.allowed ? 'allowed' : `${decision.code} ${decision.rule ?? ''}`;

test.each(commands)('%s: refused as a whole exactly where every target is refused alike', (command) => {
  const targets = targetsOf(command);
  for (const actor of everybody) {
    const each = new Set(targets.map((target) => kind(authorizeCommand(actor, command, target))));
    const [only] = each;
    expect([actor, kind(authorizeRole(actor, command, 'DAYU'))]).toEqual([
      actor,
      each.size === 1 ? only : 'allowed',
    ]);
  }
});

const who = (role: Role, place: Omit<Actor, 'role' | 'subject'> = {}): Actor => ({
  subject: 'u-1',
  role,
  ...place,
});

test.each<[CommandName, Actor | undefined, string]>([
  ['verifyWorkOrder', undefined, 'UNAUTHENTICATED '],
  ['verifyWorkOrder', who('ANALYST'), 'FORBIDDEN '],
  ['dispatchWorkOrder', who('STREET_LEADER', { street: 'DAYU' }), 'RULE_VIOLATION R09'],
  ['dispatchWorkOrder', who('STREET_LEADER', { street: 'CHENGZI' }), 'FORBIDDEN '],
  ['acceptWorkOrder', who('CENTER_HEAD', { street: 'DAYU', center: 'HEALTH' }), 'allowed'],
  ['recordAttendance', who('CENTER_HEAD', { street: 'DAYU', center: 'HEALTH' }), 'FORBIDDEN '],
  ['reviewNomination', who('CENTER_HEAD', { street: 'DAYU', center: 'HEALTH' }), 'FORBIDDEN '],
  ['reviewNomination', who('CENTER_HEAD', { street: 'DAYU', center: 'SOCIAL_MOBILIZATION' }), 'allowed'],
  // Which of the two refusals it is depends on the meeting.
  ['closeMeeting', who('ANALYST'), 'allowed'],
])('%s by %j: %s', (command, actor, expected) => {
  expect(kind(authorizeRole(actor, command, 'DAYU'))).toBe(expected);
});

test.each<[Actor, boolean]>([
  [who('STREET_LEADER', { street: 'DAYU' }), true],
  [who('STREET_LEADER', { street: 'CHENGZI' }), false],
  [who('DEPARTMENT_OFFICER', { department: 'JUSTICE' }), true],
  [who('DISTRICT_GOVERNMENT'), false],
  [who('ANALYST'), false],
  [who('AUDITOR'), false],
])('%j may give a command in the street: %s', (actor, expected) => {
  expect(mayGiveAny(actor, STREET_COMMAND_NAMES, 'DAYU')).toBe(expected);
});

test('says who may, and of which kind only where there is one', () => {
  expect(authorizeRole(who('ANALYST'), 'acceptWorkOrder', 'DAYU')).toEqual(
    authorizeCommand(who('ANALYST'), 'acceptWorkOrder', { street: 'DAYU' }),
  );
  expect(authorizeRole(who('ANALYST'), 'recordApproval', 'DAYU')).toMatchObject({
    message: {
      zh: '分析员无权登记批准文件；区政府：可由区政府审批人（全区）办理；区委：可由区委审批人（全区）办理',
      en: 'The role analyst may not record an approval; district government: permitted roles: approver of the district government (any street); District Party Committee: permitted roles: approver of the District Party Committee (any street)',
    },
  });
  expect(authorizeRole(who('COMMITTEE_CLERK', { street: 'CHENGZI' }), 'draftMinutes', 'DAYU')).toMatchObject({
    message: { en: 'The role committee clerk may draft minutes only within the own street, not here' },
  });
});
