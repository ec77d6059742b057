import type { Actor } from '@mtg/access';
import { buildFederatedSchema } from '@mtg/subgraph-kit';
import { isInputObjectType } from 'graphql';
import { definition } from '../../../subgraphs/dayu/src';
import type { Selected } from '../commands';
import { HERE, THERE, type Place } from '../everybody';
import { exampleInput } from '../example-input';
import type { SequenceStreet } from '../sequence-street';

export type Known = Readonly<Record<string, unknown>>;

export const { schema: SCHEMA } = buildFederatedSchema(definition);

/** The other center, community and department of the same street. */
export const SECOND: Place = { ...THERE, street: HERE.street };

/** Gives commands to a street, one minute after another. */
export class Scribe {
  readonly people;

  constructor(readonly street: SequenceStreet) {
    this.people = street.people;
  }

  /** Gives a command with whatever its input asks for, and with what is known. */
  async do(command: string, known: Known, as: Actor, selection = '__typename'): Promise<Selected> {
    const type = SCHEMA.getType(`${command.charAt(0).toUpperCase()}${command.slice(1)}Input`);
    if (!isInputObjectType(type)) throw new Error(`there is no ${command}`);
    return this.give(command, exampleInput(type, known), as, selection);
  }

  async give(command: string, input: Known, as: Actor, selection = '__typename'): Promise<Selected> {
    this.street.pass(1);
    return this.street.must(command, input, as, selection);
  }
}
