import type { CommandTarget } from '@mtg/commands';
import type { StreetTransaction } from '../../foundation/street-commands';
import { Consultation } from './consultation';

/** Commands on a consultation are for the two that consulted. */
export async function targetOfConsultation(
  { consultationId }: { readonly consultationId: string },
  transaction: StreetTransaction,
): Promise<CommandTarget> {
  const { centerCode, departmentCode } = await transaction.get(Consultation, consultationId);
  return { center: centerCode, department: departmentCode };
}
