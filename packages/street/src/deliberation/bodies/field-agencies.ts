import type { CommandTransaction } from '@mtg/commands';
import { IsNull } from 'typeorm';
import { FieldAgency } from '../../organization/field-agency';

/** Names of the street's field agencies. */
export async function fieldAgenciesOf({
  manager,
}: Pick<CommandTransaction, 'manager'>): Promise<readonly string[]> {
  const agencies = await manager.find(FieldAgency, {
    where: { deletedAt: IsNull() },
    order: { name: 'ASC' },
  });
  return agencies.map(({ name }) => name);
}
