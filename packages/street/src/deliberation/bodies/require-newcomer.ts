import type { CommandTransaction } from '@mtg/commands';
import { APPOINTMENT_MACHINES, labelsOf, type AppointmentState } from '@mtg/governance';
import { looksLike, refuse } from '@mtg/subgraph-kit';
import { In, IsNull } from 'typeorm';
import type { Body } from './body';
import { BodyMember } from './body-member';

/** States from which a nomination or a membership goes on; the index `body_member_person_look` has the same. */
const OPEN: readonly AppointmentState[] = ['NOMINATED', 'REVIEWED', 'APPOINTED'];

/**
 * A person of a unit is in a body once: nominated, reviewed or appointed. Names that look the same are the same.
 *
 * @throws PublicError CONFLICT naming the person, the unit, the body and the state
 */
export async function requireNewcomer(
  transaction: CommandTransaction,
  body: Pick<Body, 'code' | 'kind' | 'name'>,
  { personName, unit }: { readonly personName: string; readonly unit: string | null },
): Promise<void> {
  const other = await transaction.find(BodyMember, {
    bodyCode: body.code,
    personName: looksLike(personName),
    unit: unit === null ? IsNull() : looksLike(unit),
    state: In(OPEN),
    sample: transaction.sample,
  });
  if (!other) return;
  const state = labelsOf(APPOINTMENT_MACHINES[body.kind])[other.state];
  const of = other.unit === null ? { zh: '', en: '' } : { zh: `（${other.unit}）`, en: ` of ${other.unit}` };
  throw refuse.conflictAt('personName', {
    zh: `${other.personName}${of.zh}在${body.name}中已有记录，状态为“${state.zh}”。请沿用该记录，或先撤回提名（withdrawNomination）、登记卸任（endMembership）`,
    en: `${other.personName}${of.en} is already in ${body.name} (${state.en}). Continue with that nomination or membership, or first withdraw it (withdrawNomination) or end it (endMembership)`,
  });
}
