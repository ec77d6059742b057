import type { CommandTarget } from '@mtg/commands';
import type { StreetTransaction } from '../../foundation/street-commands';
import { FosteredOrganization } from './fostered-organization';

/** Commands on the fostering of an organization are for the center that helps. */
export const centerThatFosters = async (
  { fosteredOrganizationId }: { readonly fosteredOrganizationId: string },
  transaction: StreetTransaction,
): Promise<CommandTarget> => ({
  center: (await transaction.get(FosteredOrganization, fosteredOrganizationId)).centerCode,
});
