import { cellOf, policyRows, ROLE_ENTRIES, ROLES, type Actor, type Cell, type PolicyRow } from '@mtg/access';
import { buildFederatedSchema } from '@mtg/subgraph-kit';
import { isInputObjectType, isObjectType, type GraphQLInputObjectType, type GraphQLSchema } from 'graphql';
import { DEFINITIONS } from './definitions';
import { EVERYBODY, type Caller, type Place } from './everybody';
import { inTurn } from './runs';

const schemaOf = (subgraph: string): GraphQLSchema | undefined => {
  const definition = DEFINITIONS.find(({ name }) => name === subgraph);
  return definition && buildFederatedSchema(definition).schema;
};

/** The commands of a subgraph as its schema has them, with the types of their inputs. */
export function commandsOf(subgraph: string): ReadonlyMap<string, GraphQLInputObjectType> {
  const schema = schemaOf(subgraph);
  const namespace = schema?.getMutationType()?.getFields()[subgraph]?.type;
  if (!isObjectType(namespace)) throw new Error(`${subgraph} has no commands`);
  return new Map(
    Object.values(namespace.getFields()).map(({ name }) => {
      const type = schema?.getType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input`);
      if (!isInputObjectType(type)) throw new Error(`${name} has no input`);
      return [name, type];
    }),
  );
}

export const [OF_STREET, OF_DISTRICT] = [commandsOf('dayu'), commandsOf('district')];

/** Where the command of a row is given. */
export interface Address {
  readonly namespace: 'dayu' | 'district';
  readonly owner: 'DAYU' | 'DISTRICT';
  readonly type: GraphQLInputObjectType;
}

export function addressOf({ command }: PolicyRow): Address {
  const ofStreet = OF_STREET.get(command);
  if (ofStreet) return { namespace: 'dayu', owner: 'DAYU', type: ofStreet };
  const ofDistrict = OF_DISTRICT.get(command);
  if (ofDistrict) return { namespace: 'district', owner: 'DISTRICT', type: ofDistrict };
  throw new Error(`${command} is not in the schema`);
}

export interface Refusal {
  readonly code: string;
  readonly rule?: string;
}

/** Refusals of other kinds for a command that the table allows. */
export const OTHER_REFUSAL = /^(BAD_USER_INPUT|RULE_VIOLATION|NOT_FOUND|CONFLICT)$/u;

/** The table's refusal for an actor and a target. Undefined where it allows the command. */
export function refusalBy(
  row: PolicyRow,
  actor: Actor | undefined,
  aim: Place,
  owner: string,
): Refusal | undefined {
  if (!actor) return { code: 'UNAUTHENTICATED' };
  const cell = cellOf(row.cells, actor.role);
  if (cell.kind === 'ALLOW') return isWithin(cell, actor, aim, owner) ? undefined : { code: 'FORBIDDEN' };
  const elsewhere = actor.street !== undefined && actor.street !== owner;
  return cell.kind === 'DENY_BY_RULE' && !elsewhere
    ? { code: 'RULE_VIOLATION', rule: cell.rule }
    : { code: 'FORBIDDEN' };
}

/** A caller, and the refusal of the table that it meets; none where it may. */
export interface Met extends Caller {
  readonly expected: Refusal | undefined;
}

/** Everybody with the refusal that they meet at a row; of those who are all refused alike for their role, in turn. */
export function callersOf(row: PolicyRow, aim: Place, owner: string): readonly Met[] {
  const turn = TURNS.get(row.key) ?? 0;
  const all = EVERYBODY.map((caller) => ({ ...caller, expected: refusalBy(row, caller.actor, aim, owner) }));
  return [undefined, ...ROLES].flatMap((role) => {
    const callers = all.filter(({ actor }) => actor?.role === role);
    const outcomes = new Set(
      callers.map(({ expected }) => expected && `${expected.code} ${expected.rule ?? ''}`),
    );
    return outcomes.size === 1 && !outcomes.has(undefined) ? inTurn(callers, turn, callers.length) : callers;
  });
}

const TURNS = new Map(policyRows().map(({ key }, index) => [key, index]));

/** Values that a scope compares: of the actor, and of the aim. */
const COMPARED = {
  DISTRICT: () => ['', ''],
  STREET: () => ['', ''],
  CENTER: ({ center, role }, aim) => [center ?? ROLE_ENTRIES[role].center, aim.center],
  COMMUNITY: ({ community }, aim) => [community, aim.community],
  DEPARTMENT: ({ department }, aim) => [department, aim.department],
} as const satisfies Record<string, (actor: Actor, aim: Place) => readonly [string | undefined, string]>;

function isWithin(
  { scope, only }: Extract<Cell, { kind: 'ALLOW' }>,
  actor: Actor,
  aim: Place,
  owner: string,
): boolean {
  const [own, aimed] = COMPARED[scope](actor, aim);
  const anyStreet = scope === 'DISTRICT' || scope === 'DEPARTMENT';
  return own === (only ?? aimed) && (anyStreet || actor.street === owner);
}
