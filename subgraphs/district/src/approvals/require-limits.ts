import type { ApprovalPurpose } from '@mtg/governance';
import { refuse } from '@mtg/subgraph-kit';

/** The limits of an approval, as its input names them. */
interface Limits {
  readonly purpose: ApprovalPurpose;
  readonly decidedOn: string;
  readonly matter: string | null;
  readonly validUntil: string | null;
  readonly departmentCode: string | null;
  readonly streetCodes: readonly string[] | null;
}

/**
 * Requires that 区政府 approves one matter of one department for streets that it names (R07). An appointment has no such limits.
 *
 * @throws PublicError BAD_USER_INPUT
 */
export function requireLimits({
  purpose,
  decidedOn,
  matter,
  validUntil,
  departmentCode,
  streetCodes,
}: Limits): void {
  if (purpose === 'APPOINTMENT') {
    for (const [path, value] of Object.entries({ matter, validUntil })) {
      if (value === null) continue;
      throw refuse.badInput(path, {
        zh: '任命不写事项和有效期，请去掉此项',
        en: 'An appointment has neither matter nor period. Leave the field out',
      });
    }
    return;
  }
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
