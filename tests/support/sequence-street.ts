import { ROLE_ENTRIES, ROLES, type Actor } from '@mtg/access';
import * as fc from 'fast-check';
import { peopleOf } from './actors';
import { give, type CommandAnswer, type Selected } from './commands';
import { STREET_MODULES } from './definitions';
import { startTestSubgraph, type TestSubgraph } from './test-subgraph';

type Input = Readonly<Record<string, unknown>>;

/** An id that no row has. */
export const FORGED = '0198c0de-0000-7000-8000-000000000000';

/** A street that sequences of commands are given to. */
export interface SequenceStreet {
  readonly subgraph: TestSubgraph;
  readonly code: string;
  /** Two of its communities. */
  readonly communities: readonly [string, string];
  readonly people: ReturnType<typeof peopleOf>;
  /** A caller in every role, one of another street, and an anonymous one. */
  readonly everybody: readonly (Actor | undefined)[];
  /** Now, for the street; its clock stands still until it is told to go on. */
  now(): Date;
  pass(minutes: number): void;
  /** Gives a command. A refusal is expected to be one that people can act on: nothing falls through to the database. */
  run(command: string, input: Input, as: Actor | undefined, selection?: string): Promise<CommandAnswer>;
  /** The same, of a command that is expected to go well. */
  must(command: string, input: Input, as: Actor, selection?: string): Promise<Selected>;
  /** Asks the database itself, as its owner. */
  sql(text: string, values?: readonly unknown[]): Promise<readonly Selected[]>;
  /** How many commands were given, and how many of them were carried out. */
  readonly count: { given: number; carriedOut: number };
}

/** How commands come to a street: to itself, or through a gateway. */
export type Door = Pick<TestSubgraph, 'ask'>;

/**
 * Starts a street by its folder's name.
 *
 * @param doorOf where its commands are given; at the street itself, if not said otherwise
 */
export async function sequenceStreet(
  name: string,
  start: string,
  doorOf: (subgraph: TestSubgraph) => Door = (subgraph) => subgraph,
  surroundings: { readonly districtUrl?: string } = {},
): Promise<SequenceStreet> {
  const module = STREET_MODULES.find((each) => each.name === name);
  if (!module) throw new Error(`no street ${name}`);
  const { code } = module.listing;
  let time = new Date(start).getTime();
  const now = () => new Date(time);
  const subgraph = await startTestSubgraph(module.definition, { ...surroundings, clock: { now } });
  const sql: SequenceStreet['sql'] = (text, values) => subgraph.database.query(text, [...(values ?? [])]);
  const [first, second] = await sql('SELECT code FROM community ORDER BY code LIMIT 2');
  const communities = [String(first?.['code']), String(second?.['code'])] as const;
  const count = { given: 0, carriedOut: 0 };
  const run: SequenceStreet['run'] = async (command, input, as, selection = '__typename') => {
    const answer = await give(doorOf(subgraph), name, command, input, selection, { as });
    count.given += 1;
    if (answer.payload) count.carriedOut += 1;
    for (const { extensions } of answer.errors) expect(KNOWN).toContain(extensions['code']);
    expect(answer.errors.length > 0).toBe(answer.payload === null);
    return answer;
  };
  return {
    subgraph,
    code,
    communities,
    people: peopleOf(code),
    everybody: everybodyOf(code, communities[0]),
    now,
    pass: (minutes) => (time += minutes * 60_000),
    run,
    must: async (command, input, as, selection) => {
      const { payload, errors } = await run(command, input, as, selection);
      if (!payload) throw new Error(`${command}: ${JSON.stringify(errors)}`);
      return payload;
    },
    sql,
    count,
  };
}

const KNOWN = ['RULE_VIOLATION', 'CONFLICT', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'UNAUTHENTICATED'];

function everybodyOf(street: string, community: string): readonly (Actor | undefined)[] {
  const claims = { street, center: 'HEALTH', community, department: 'JUSTICE' };
  const all = ROLES.map((role): Actor => {
    const scopes = Object.fromEntries(ROLE_ENTRIES[role].required.map((claim) => [claim, claims[claim]]));
    return { subject: `some-${role.toLowerCase()}`, role, ...scopes };
  });
  const elsewhere = street === 'DATAI' ? 'DAYU' : 'DATAI';
  return [...all, peopleOf(elsewhere).dispatcher, peopleOf(elsewhere).clerk, undefined];
}

/** Mostly as it has to be, so that sequences get somewhere. */
export const mostly = <T, U = T>(usual: T, others: fc.Arbitrary<U>, weight = 6): fc.Arbitrary<T | U> =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: others });

/** Result of a command, in a form that compares between two streets: `OK`, or the code and the rule. */
export const outcomeOf = ({ payload, errors }: CommandAnswer): string =>
  payload
    ? 'OK'
    : [errors[0]?.extensions['code'], errors[0]?.extensions['rule']].filter((part) => part).join(' ');

/** The street's day at an instant, moved by so many days. */
export const dayAfter = (instant: Date, days: number): string =>
  new Date(instant.getTime() + (8 + 24 * days) * 3_600_000).toISOString().slice(0, 10);
