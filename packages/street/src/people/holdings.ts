import type { Holding, RegisteredPerson } from '@mtg/governance';
import { In } from 'typeorm';
import type { StreetTransaction } from '../foundation/street-commands';
import { Person } from './person';
import { PostHolding } from './post-holding';

const withName = (row: PostHolding, personName: string): Holding => {
  const { id, version, personId, kind, centerCode, postCode, since, until, actingForId, cancelledAt } = row;
  const post = { kind, centerCode, postCode, since, until, actingForId, cancelledAt };
  return { id, version, personId, personName, ...post };
};

/** Names the people of holdings, as rules speak of them. */
export async function withNames(
  transaction: StreetTransaction,
  rows: readonly PostHolding[],
): Promise<readonly Holding[]> {
  const people = await transaction.list(Person, { id: In(rows.map(({ personId }) => personId)) });
  const names = new Map(people.map(({ id, name }: RegisteredPerson) => [id, name]));
  return rows.map((row) => withName(row, names.get(row.personId) ?? ''));
}

/** Finds a holding that an input names, with the name of its person. */
export async function namedHolding(transaction: StreetTransaction, row: PostHolding): Promise<Holding> {
  const person = await transaction.get(Person, row.personId);
  return withName(row, person.name);
}

/** Lists those who act, or acted, for the holder of a post. */
export const actingFor = (transaction: StreetTransaction, { id }: PostHolding): Promise<PostHolding[]> =>
  transaction.list(PostHolding, { actingForId: id });
