import type { CommandTarget } from '@mtg/commands';
import type { StreetTransaction } from '../../foundation/street-commands';
import { Plan } from './plan';

/** Commands on a draft are for the center whose plan it is. */
export const centerOfPlan = async (
  { planId }: { readonly planId: string },
  transaction: StreetTransaction,
): Promise<CommandTarget> => ({ center: (await transaction.get(Plan, planId)).centerCode });
