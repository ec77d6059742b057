import { field, inputType, type InputOf } from '@mtg/commands';
import type { LocalDay } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import type { StreetTransaction } from '../../foundation/street-commands';
import { requireAddressee } from '../../organization/require-addressee';
import { DelegationGuidance } from './delegation-guidance';

const SHAPE = {
  centerCode: field.optional(
    field.code(zhEn('中心代码', 'Code of the center. Null if the guidance is for a community')),
  ),
  communityCode: field.optional(
    field.code(zhEn('社区代码', 'Code of the community. Null if the guidance is for a center')),
  ),
  text: field.text(zhEn('意见', 'Text of the guidance')),
};

/** Guidance as commands take it. */
export const guidanceInput = field.list(
  field.nested(
    inputType(
      'DelegationGuidanceInput',
      zhEn('对一个中心或社区的指导性意见', 'Guidance for one center or one community'),
      SHAPE,
    ),
    zhEn('指导性意见(R10)', 'Guidance for centers and communities (R10)'),
  ),
  { least: 0 },
);

interface Addressed extends InputOf<typeof SHAPE> {
  /** Name of the center or community. */
  readonly addressee: string;
}

/** @throws PublicError NOT_FOUND for a center or community that the street has not */
export async function addressedGuidance(
  transaction: StreetTransaction,
  given: readonly InputOf<typeof SHAPE>[],
): Promise<readonly Addressed[]> {
  const addressed = [];
  for (const [index, each] of given.entries()) {
    const addressee = await requireAddressee(transaction, each, `guidance.${index}`);
    addressed.push({ ...each, addressee });
  }
  return addressed;
}

/** Adds guidance on a delegation, as of the day on which it was given. */
export async function addGuidance(
  transaction: StreetTransaction,
  delegationId: string,
  addressed: readonly Addressed[],
  givenOn: LocalDay,
): Promise<DelegationGuidance[]> {
  const guidance = [];
  for (const { centerCode, communityCode, text } of addressed) {
    const row = { delegationId, centerCode, communityCode, text, givenOn };
    guidance.push(await transaction.insert(DelegationGuidance, row));
  }
  return guidance;
}
