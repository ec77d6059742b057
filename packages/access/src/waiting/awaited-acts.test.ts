import { STATE_MACHINES } from '@mtg/governance';
import { authorizeCommand } from '../policy/authorize';
import { cellOf, type Allow } from '../policy/cell';
import { policyRows, rowsOf, STREET_COMMAND_NAMES } from '../policy/commands';
import { ROLE_ENTRIES, SCOPE_CLAIMS } from '../roles/role-entries';
import { ROLES } from '../roles/role';
import { awaitedActs } from './awaited-acts';
import { isOptionalStep, OPTIONAL_STEPS } from './optional-steps';
import { reachOf } from './reach';

/** Every step that a role may take from a state, by the table. */
const STEPS = STATE_MACHINES.flatMap((machine) =>
  machine.transitions.flatMap(({ command, from }) =>
    policyRows()
      .filter((row) => row.command === command)
      .flatMap(({ command: name, variant, cells }) =>
        ROLES.filter((role) => cellOf(cells, role).kind === 'ALLOW').flatMap((role) =>
          from.map((state) => ({ machine, state, role, command: name, variant })),
        ),
      ),
  ),
);

test('each step that a role may take is awaited of it, or optional for a reason', () => {
  expect(STEPS.length).toBeGreaterThan(100);
  for (const { machine, state, role, command, variant } of STEPS) {
    const acts = awaitedActs(role, machine, state, variant).map((act) => act.command);
    const step = `${machine.name} ${state} ${role} ${command}`;
    expect(`${step}: ${acts.includes(command)}`).toBe(
      `${step}: ${!isOptionalStep(machine.name, command, state)}`,
    );
  }
});

test('nothing is awaited in a state that no step leads out of, and of no role that only looks', () => {
  for (const machine of STATE_MACHINES) {
    for (const [state, { terminal }] of Object.entries(machine.states)) {
      expect(awaitedActs('AUDITOR', machine, state)).toEqual([]);
      expect(awaitedActs('ANALYST', machine, state)).toEqual([]);
      if (terminal) expect(ROLES.flatMap((role) => awaitedActs(role, machine, state))).toEqual([]);
    }
  }
});

test('each optional step is one of its machine, and listed once', () => {
  const listed = OPTIONAL_STEPS.flatMap(({ machine: name, commands, from }) => {
    const machine = STATE_MACHINES.find((each) => each.name === name);
    return commands.flatMap((command) => {
      const states =
        machine?.transitions.flatMap((step) => (step.command === command ? step.from : [])) ?? [];
      expect(states).toEqual(expect.arrayContaining([...(from ?? []), expect.any(String)]));
      return (from ?? [...new Set(states)]).map((state) => `${name} ${command} ${state}`);
    });
  });
  expect(new Set(listed).size).toBe(listed.length);
});

test('acts on one thing in one state reach the same rows, so that a list has it once', () => {
  for (const { machine, state, role, variant } of STEPS) {
    const reaches = awaitedActs(role, machine, state, variant).map(({ allow }) => allow);
    expect(reaches).toEqual(reaches.map(() => reaches[0]));
  }
});

const PLACES = [
  { street: 'DAYU', center: 'HEALTH', community: '110109001001', department: 'JUSTICE' },
  {
    street: 'CHENGZI',
    center: 'SOCIAL_MOBILIZATION',
    community: '110109002001',
    department: 'ORGANIZATION_DEPARTMENT',
  },
  {
    street: 'DAYU',
    center: 'PUBLIC_SECURITY',
    community: '110109001002',
    department: 'ORGANIZATION_DEPARTMENT',
  },
];

test('the rows that a permission reaches are those on which the command is authorized', () => {
  let reached = 0;
  for (const command of STREET_COMMAND_NAMES) {
    for (const { cells, variant } of rowsOf(command)) {
      for (const role of ROLES) {
        const cell = cellOf(cells, role);
        if (cell.kind !== 'ALLOW') continue;
        for (const own of PLACES) {
          const claims = SCOPE_CLAIMS.filter((claim) => ROLE_ENTRIES[role].required.includes(claim));
          const actor = {
            subject: 'x',
            role,
            ...Object.fromEntries(claims.map((claim) => [claim, own[claim]])),
          };
          for (const place of PLACES) {
            const target = { ...place, ...(variant && { variant }) };
            const isAllowed = authorizeCommand(actor, command, target).allowed;
            expect(isWithin(actor, cell, place)).toBe(isAllowed);
            if (isAllowed) reached += 1;
          }
        }
      }
    }
  }
  expect(reached).toBeGreaterThan(100);
});

function isWithin(
  actor: Parameters<typeof reachOf>[0],
  cell: Allow,
  place: (typeof PLACES)[number],
): boolean {
  const reach = reachOf(actor, cell, place.street);
  if (reach.kind !== 'OF') return reach.kind === 'ALL';
  const value = { CENTER: place.center, COMMUNITY: place.community, DEPARTMENT: place.department }[reach.by];
  return value === reach.value;
}
