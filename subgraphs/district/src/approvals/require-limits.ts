import {
  BODY_HEADS,
  BODY_KIND_LABELS,
  BODY_POSITION_LABELS,
  listOf,
  STREET_BODY_KINDS,
  type ApprovalPurpose,
  type BodyKind,
  type BodyPosition,
} from '@mtg/governance';
import { refuse } from '@mtg/subgraph-kit';

/** The limits of an approval, as its input names them. */
interface Limits {
  readonly purpose: ApprovalPurpose;
  readonly decidedOn: string;
  readonly matter: string | null;
  readonly validUntil: string | null;
  readonly departmentCode: string | null;
  readonly streetCodes: readonly string[] | null;
  readonly bodyKind: BodyKind | null;
  readonly position: BodyPosition | null;
}

/**
 * Requires that 区政府 approves one matter of one department for streets that it names (R07). An appointment names a body of the streets
 * and a position in it instead (R32).
 *
 * @throws PublicError BAD_USER_INPUT
 */
export function requireLimits(limits: Limits): void {
  const { purpose, decidedOn, matter, validUntil, departmentCode, streetCodes } = limits;
  if (purpose === 'APPOINTMENT') {
    for (const [path, value] of Object.entries({ matter, validUntil })) {
      if (value === null) continue;
      throw refuse.badInput(path, {
        zh: '任命不写事项和有效期，请去掉此项',
        en: 'An appointment has neither matter nor period. Leave the field out',
      });
    }
    requirePost(limits);
    return;
  }
  requireNoPost(limits);
  for (const [path, value, what] of [
    ['matter', matter, { zh: '所批准的事项', en: 'matter approved' }],
    ['departmentCode', departmentCode, { zh: '所批准的部门', en: 'department approved for' }],
    ['streetCodes', streetCodes, { zh: '适用街道', en: 'streets covered' }],
  ] as const) {
    if (value !== null) continue;
    throw refuse.badInput(path, {
      zh: `一个批准只管一个部门的一件事项（R07），没有写明${what.zh}。请填写`,
      en: `An approval is for one matter of one department (R07), and the ${what.en} is missing. Add it`,
    });
  }
  if (validUntil !== null && validUntil < decidedOn) {
    throw refuse.badInput('validUntil', {
      zh: `有效期至 ${validUntil}，早于批准日期 ${decidedOn}。请填写批准日期或以后的日期`,
      en: `The period ends on ${validUntil}, before the approval of ${decidedOn}. Choose that day or later`,
    });
  }
}

/** Requires a body of a street, and a position in it. */
function requirePost({ bodyKind, position }: Limits): void {
  if (bodyKind === null || !STREET_BODY_KINDS.some((kind) => kind === bodyKind)) {
    const bodies = listOf(BODY_KIND_LABELS, STREET_BODY_KINDS);
    throw refuse.badInput('bodyKind', {
      zh: `区委任命的机构是：${bodies.zh}。请填写其中之一`,
      en: `The District Party Committee appoints to: ${bodies.en}. Choose one`,
    });
  }
  const positions = [BODY_HEADS[bodyKind].position, 'MEMBER'] as const;
  if (position === null || !positions.some((each) => each === position)) {
    const [body, known] = [BODY_KIND_LABELS[bodyKind], listOf(BODY_POSITION_LABELS, positions)];
    throw refuse.badInput('position', {
      zh: `${body.zh}的职位有：${known.zh}。请填写其中之一`,
      en: `Positions in the ${body.en} are: ${known.en}. Choose one`,
    });
  }
}

/** Requires that only an appointment names a body and a position. */
function requireNoPost({ bodyKind, position }: Limits): void {
  for (const [path, value] of Object.entries({ bodyKind, position })) {
    if (value === null) continue;
    throw refuse.badInput(path, {
      zh: '只有任命才写明机构和职位，请去掉此项',
      en: 'Only an appointment names a body and a position. Leave the field out',
    });
  }
}
