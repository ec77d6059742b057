import { field } from '@mtg/commands';
import { holdsPostOn, localDay, type ResponsibleOfRegister } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import type { StreetTransaction } from '../../foundation/street-commands';
import { Person } from '../../people/person';
import { PostHolding } from '../../people/post-holding';

/** Input that names a person of the register, beside or instead of the name. */
export const responsiblePersonId = field.optional(
  field.uuid(
    zhEn(
      '责任人在人员名册中的标识，须今天在承办中心任职或代理；填写后可不填姓名(R11)',
      'Id of the responsible person in the register, who holds a post in the center today or acts in one. The name may then be left out (R11)',
    ),
  ),
);

/** The person whom an input names as responsible, with whether they work in the center today. */
export async function registeredIn(
  transaction: StreetTransaction,
  personId: string | null,
  centerCode: string | null | undefined,
): Promise<ResponsibleOfRegister | null> {
  if (personId === null) return null;
  const { id, name } = await transaction.get(Person, personId, { at: 'responsiblePersonId' });
  const holdings = await transaction.list(PostHolding, { personId });
  return { id, name, isInPost: holdsPostOn(holdings, centerCode, localDay(transaction.now)) };
}
