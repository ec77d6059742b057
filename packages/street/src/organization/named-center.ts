import { centerName, isCenterType, type Bilingual } from '@mtg/governance';
import type { StreetTransaction } from '../foundation/street-commands';
import { findCenter } from './organization.repository';

/** A center with its name, for sentences. */
export interface NamedCenter {
  readonly code: string;
  readonly name: Bilingual;
}

/** Names a center: one of the seven as the study does, in both languages, and a street's own as the street does. */
export const namedCenter = ({
  code,
  name,
}: {
  readonly code: string;
  readonly name: string;
}): NamedCenter => ({
  code,
  name: isCenterType(code) ? centerName(code) : { zh: name, en: name },
});

/** Finds the name of a center that a row cites. One that is no more goes by its code. */
export async function centerNamed(
  { manager, context }: Pick<StreetTransaction, 'manager' | 'context'>,
  code: string,
): Promise<NamedCenter> {
  return namedCenter((await findCenter(manager, context.profile, code)) ?? { code, name: code });
}
