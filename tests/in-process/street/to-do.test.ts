import { authorizeCommand, COMMANDS, isOptionalStep, type Actor, type CommandName } from '@mtg/access';
import {
  APPOINTMENT_MACHINES,
  STATE_MACHINES,
  VERBS,
  type BodyKind,
  type StateMachine,
} from '@mtg/governance';
import { give, type Selected } from '../../support/commands';
import { EVERYBODY } from '../../support/everybody';
import { exampleInput } from '../../support/example-input';
import { fillStreet } from '../../support/filled-street';
import { ROWS } from '../../support/owned-rows';
import { OF_STREET } from '../../support/policy-walk';
import { RowOwners } from '../../support/row-owners';
import { inTurn } from '../../support/runs';
import { sequenceStreet, type SequenceStreet } from '../../support/sequence-street';

interface Item {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly state: string | null;
  readonly acts: readonly { readonly command: CommandName; readonly name: string }[];
  readonly deadline: string | null;
  readonly overdue: boolean;
  readonly since: string;
}
interface ToDo {
  readonly total: number;
  readonly overdue: number;
  readonly items: readonly Item[];
  readonly endCursor: string | null;
}

const QUERY = `query ($first: Int, $after: String, $sample: Boolean) { dayu { toDo(first: $first, after: $after, sample: $sample) {
  total overdue endCursor items { id kind kindName title state acts { command name } deadline overdue since } } } }`;

let street: SequenceStreet;
beforeAll(async () => {
  street = await sequenceStreet('dayu', '2026-03-09T02:00:00Z');
  await fillStreet(street);
});
afterAll(() => street.subgraph.close());

async function toDo(
  as: Actor | undefined,
  args: Readonly<Record<string, unknown>> = { first: 500 },
): Promise<ToDo> {
  const { data, errors } = await street.subgraph.ask(QUERY, args, { as });
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as { readonly dayu: { readonly toDo: ToDo } }).dayu.toDo;
}

const PEOPLE = EVERYBODY.flatMap(({ name, actor }) => (actor ? [{ name, actor }] : []));

test('each item is a row that the caller reads, once, with commands that the policy lets the role give on it', async () => {
  const owners = await RowOwners.read(street);
  const given = new Set<string>();
  let items = 0;
  for (const { name, actor } of PEOPLE) {
    const list = await toDo(actor);
    expect(list.items).toHaveLength(list.total);
    expect(list.overdue).toBe(list.items.filter(({ overdue }) => overdue).length);
    expect(new Set(list.items.map(({ id }) => id)).size).toBe(list.total);
    for (const item of list.items) {
      expect(`${name}: ${item.kind}`).toBe(
        `${name}: ${owners.readBy(actor, item.kind).idSet.has(item.id) ? item.kind : 'unread'}`,
      );
      expect(item.acts.length).toBeGreaterThan(0);
      items += 1;
      for (const { command, name: label } of item.acts) {
        expect(label).toContain(VERBS[command].zh);
        given.add(JSON.stringify({ actor, command, item }));
      }
    }
  }
  expect(items).toBeGreaterThan(40);
  for (const each of given) {
    const { actor, command, item }: { actor: Actor; command: CommandName; item: Item } = JSON.parse(each);
    const input = await inputFor(command, item, actor);
    const { errors } = await give(street.subgraph, 'dayu', command, input, '__typename', { as: actor });
    const codes = errors.map(({ extensions }) => extensions['code']);
    expect(`${command} ${item.kind}: ${codes.join()}`).not.toMatch(/FORBIDDEN|UNAUTHENTICATED/u);
  }
});

/** An input that names the row, with a version that no caller has seen: authorized it may be, carried out it is not. */
async function inputFor(command: CommandName, { kind, id }: Item, actor: Actor) {
  const type = OF_STREET.get(command);
  if (!type) throw new Error(`no command ${command}`);
  const ids = Object.values(type.getFields()).filter(({ name }) => name.endsWith('Id'));
  const [row] = await street.sql(`SELECT * FROM ${ROWS[kind]?.table} WHERE id = $1`, [id]);
  const named = Object.fromEntries(
    ids.map(({ name }) => [
      name,
      row?.[name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)] ?? id,
    ]),
  );
  const kindOfMeeting = command === 'convokeMeeting' ? { kind: 'JOINT' } : {};
  return {
    ...exampleInput(type, { ...named, ...kindOfMeeting, centerCode: row?.['center_code'] ?? actor.center }),
    ...('expectedVersion' in type.getFields() && { expectedVersion: 999 }),
  };
}

/** The tables of the machines. The district has the two of funds that it offers and recalls. */
const TABLES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    STATE_MACHINES.map(({ name }) => [name, name.replace(/^./u, (initial) => initial.toUpperCase())]),
  ),
  streetAppointment: 'BodyMember',
  communityAppointment: 'BodyMember',
  assignment: 'CommunityAssignment',
};
const OF_DISTRICT: ReadonlySet<string> = new Set(['fundTransfer', 'fundRecall', 'catalogueAnswer']);

/** Further changes that make a row wait in a state. */
const PREPARED: Readonly<Record<string, string>> = {
  'minutes DRAFT': `UPDATE meeting SET state = 'CLOSED' WHERE id = (SELECT meeting_id FROM minutes WHERE id = $1)`,
  'weeklyItem PROPOSED': `UPDATE meeting SET state = 'OPEN' WHERE id = (SELECT meeting_id FROM weekly_item WHERE id = $1)`,
  'delegation DISPATCHED': `UPDATE work_order SET delegation_id = $1, feedback_report_id = (SELECT id FROM feedback_report LIMIT 1)
    WHERE id = (SELECT id FROM work_order ORDER BY id LIMIT 1)`,
  // An answer to a finding that was resolved meanwhile waits for no decision.
  'findingAnswer GIVEN': `UPDATE rule_finding SET state = 'ANSWERED' WHERE id = (SELECT rule_finding_id FROM finding_answer WHERE id = $1)`,
  'serviceProject IN_PROGRESS': `UPDATE service_milestone SET reached_on = now() WHERE service_project_id = $1`,
};

describe('a row in each state of each machine waits for whom the policy table lets step, and for no other caller', () => {
  beforeAll(async () => {
    const checks = await street.sql(
      `SELECT conrelid::regclass::text AS "table", conname AS name FROM pg_constraint WHERE contype IN ('c', 'f') AND connamespace = 'public'::regnamespace
       ORDER BY contype DESC`,
    );
    for (const { table, name } of checks) await street.sql(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`);
  });

  let turn = 0;
  const walked = STATE_MACHINES.filter(({ name }) => !OF_DISTRICT.has(name));

  test.each(walked.map((machine) => ({ machine, name: machine.name })))('$name', async ({ machine }) => {
    let shown = 0;
    const rows = await rowsFor(machine);
    expect(rows.length).toBeGreaterThan(0);
    const kind = TABLES[machine.name] ?? '';
    for (const row of rows) {
      for (const state of Object.keys(machine.states)) {
        await force(`UPDATE ${ROWS[kind]?.table} SET state = $2 WHERE id = $1`, [row['id'], state]);
        const prepare = PREPARED[`${machine.name} ${state}`];
        if (prepare !== undefined) await force(prepare, [row['id']]);
        const owners = await RowOwners.read(street);
        const told = PEOPLE.map((each) => ({ ...each, expected: actsOn(machine, state, row, each.actor) }));
        turn += 1;
        const others = told.filter(({ expected }) => expected.length === 0);
        const concerned = told.filter(({ expected }) => expected.length > 0);
        for (const { name, actor, expected } of [...concerned, ...inTurn(others, turn, 4)]) {
          const reads = owners.readBy(actor, kind).idSet.has(String(row['id']));
          const item = (await toDo(actor)).items.find(
            ({ id, state: its }) => id === row['id'] && its === state,
          );
          const acts = (item?.acts ?? [])
            .map(({ command }) => command)
            .filter((command) => isStep(machine, command));
          expect(`${name} ${state}: ${acts.toSorted().join()}`).toBe(
            `${name} ${state}: ${reads ? expected.toSorted().join() : ''}`,
          );
          shown += acts.length;
        }
      }
    }
    expect(shown).toBeGreaterThan(0);
  });

  const isStep = (machine: StateMachine, command: string) =>
    machine.transitions.some((step) => step.command === command);

  /** The steps that the table lets an actor take on the row as its columns are, and that are not optional. */
  function actsOn(machine: StateMachine, state: string, row: Selected, actor: Actor): readonly string[] {
    const target = {
      street: 'DAYU',
      center: row['center_code'] as string,
      community: row['community_code'] as string,
      department: (row['department_code'] ??
        (machine.name === 'personnelSuggestion' ? 'ORGANIZATION_DEPARTMENT' : undefined)) as string,
    };
    const commands = new Set(
      machine.transitions.flatMap(({ command, from }) => (from.includes(state) ? [command] : [])),
    );
    // Another person than the one who answered decides.
    if (row['answered_by'] === actor.subject) return [];
    return [...commands].filter((command): command is CommandName => {
      if (!Object.hasOwn(COMMANDS, command) || isOptionalStep(machine.name, command, state)) return false;
      // A dispatcher may solve the difficulties of every center; those of 综合管理中心 wait for it.
      const isForOthers = machine.name === 'difficulty' && actor.role === 'DISPATCHER';
      if (isForOthers && target.center !== 'GENERAL_AFFAIRS') return false;
      const isVaried = 'variants' in COMMANDS[command];
      const variant = isVaried ? { variant: row['variant'] as string } : {};
      return authorizeCommand(actor, command, { ...target, ...variant }).allowed;
    });
  }

  /** One row of the machine; of the bodies one of each kind, of difficulties one of each center. */
  async function rowsFor({ name }: StateMachine): Promise<readonly Selected[]> {
    const kind = TABLES[name] ?? '';
    if (kind === 'Difficulty') {
      await force(
        `UPDATE difficulty SET center_code = 'GENERAL_AFFAIRS' WHERE id = (SELECT max(id::text)::uuid FROM difficulty)`,
        [],
      );
      return street.sql(`SELECT DISTINCT ON (center_code) * FROM difficulty`);
    }
    if (kind === 'BodyMember') {
      const kinds = (Object.keys(APPOINTMENT_MACHINES) as BodyKind[]).filter(
        (each) => APPOINTMENT_MACHINES[each].name === name,
      );
      return street.sql(
        `SELECT DISTINCT ON (body_kind) *, body_kind AS variant FROM body_member WHERE body_kind = ANY ($1) AND deleted_at IS NULL`,
        [kinds],
      );
    }
    const variant =
      kind === 'Meeting'
        ? 'r.kind'
        : kind === 'Minutes'
          ? '(SELECT m.kind FROM meeting m WHERE m.id = r.meeting_id)'
          : 'NULL';
    return street.sql(
      `SELECT r.*, ${variant} AS variant FROM ${ROWS[kind]?.table} r WHERE deleted_at IS NULL ORDER BY id LIMIT 1`,
    );
  }
});

/** Writes past what the database does by itself. */
async function force(sql: string, values: readonly unknown[]): Promise<void> {
  const runner = street.subgraph.database.createQueryRunner();
  try {
    await runner.query('SET session_replication_role = replica');
    await runner.query(sql, [...values]);
  } finally {
    await runner.query('SET session_replication_role = origin');
    await runner.release();
  }
}
