import type { TransactionManager } from '@mtg/commands';
import { IsNull } from 'typeorm';
import { Leave } from '../../people/leave';
import { Person } from '../../people/person';
import { PostHolding } from '../../people/post-holding';
import type { Register } from './register-roster';

/** Reads the register of people, of real work or of sample data. */
export async function readRegister(
  database: Pick<TransactionManager, 'getRepository'>,
  sample: boolean,
): Promise<Register> {
  const inForce = { sample, deletedAt: IsNull() };
  const valid = { ...inForce, cancelledAt: IsNull() };
  // One after another: a transaction has one connection.
  const people = await database.getRepository(Person).find({ where: inForce, order: { id: 'ASC' } });
  const held = await database
    .getRepository(PostHolding)
    .find({ where: { ...valid, actingForId: IsNull() }, order: { id: 'ASC' } });
  const leaves = await database.getRepository(Leave).find({ where: valid, order: { id: 'ASC' } });
  const posts = held.flatMap(({ personId, centerCode, since, until }) =>
    centerCode === null ? [] : [{ personId, centerCode, since, until }],
  );
  return { people, posts, leaves };
}
