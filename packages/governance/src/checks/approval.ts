import type { Bilingual } from '../bilingual';
import { isLocalDay, type LocalDay } from '../time/local-day';
import { precedes } from '../time/moment';
import {
  APPROVAL_AUTHORITY_LABELS,
  APPROVAL_PURPOSE_LABELS,
  type ApprovalAuthority,
} from '../vocabulary/decisions';
import { labelOf } from '../vocabulary/labelled';
import { isBlank, type Maybe } from './facts';

/** A document of 区政府 or 区委 that something refers to. */
export interface ApprovalReference {
  /** Number of the document (文号). */
  readonly number: string;
  readonly authority: string;
  readonly decidedOn: LocalDay;
  readonly revokedOn?: Maybe<LocalDay>;
  /** Purpose. Missing in approvals recorded before it was required, which then authorize nothing. */
  readonly purpose?: Maybe<string>;
  /** The department it was given to, where the document names one. */
  readonly department?: Maybe<string>;
  /** The streets it covers, where the document names them. */
  readonly streets?: Maybe<readonly string[]>;
  /** The one matter that it is for. Missing in approvals recorded before it was required. */
  readonly matter?: Maybe<string>;
  /** Last day of the period in which it can be used again; it is used once without it. */
  readonly validUntil?: Maybe<LocalDay>;
  /** Body and position of an appointment. Missing in documents recorded before they were required. */
  readonly body?: Maybe<string>;
  readonly position?: Maybe<string>;
  /** Persons appointed, for an appointment. */
  readonly appointees?: Maybe<readonly string[]>;
}

/** Subject that an approval must authorize. */
export interface ApprovalUse {
  readonly authority: ApprovalAuthority;
  readonly purpose: string;
  readonly street: string;
  readonly today: LocalDay;
}

/** Reason for which an approval does not carry this; undefined when it does. */
export function problemOfApproval(
  { number, authority, decidedOn, revokedOn, validUntil, purpose, streets }: ApprovalReference,
  use: ApprovalUse,
): Bilingual | undefined {
  if (authority !== use.authority) {
    const who = labelOf(APPROVAL_AUTHORITY_LABELS, authority);
    return { zh: `${number} 由${who.zh}作出`, en: `${number} was issued by the ${who.en}` };
  }
  if (purpose !== use.purpose) {
    if (isBlank(purpose)) {
      return {
        zh: `${number} 登记时没有写明批准事项`,
        en: `${number} was recorded without a purpose`,
      };
    }
    const what = labelOf(APPROVAL_PURPOSE_LABELS, purpose ?? '');
    return { zh: `${number} 批准的是${what.zh}`, en: `${number} was given for another purpose (${what.en})` };
  }
  if (!precedes(decidedOn, use.today)) {
    return {
      zh: `${number} 自 ${decidedOn} 起才生效`,
      en: `${number} takes effect only on ${decidedOn}`,
    };
  }
  if (validUntil && validUntil < use.today) {
    return { zh: `${number} 有效期至 ${validUntil}，已过期`, en: `${number} was valid until ${validUntil}` };
  }
  // From the day of its revocation on an approval carries nothing.
  if (revokedOn && !(isLocalDay(revokedOn) && use.today < revokedOn)) {
    return { zh: `${number} 已于 ${revokedOn} 撤销`, en: `${number} was revoked on ${revokedOn}` };
  }
  return streets && !streets.includes(use.street)
    ? { zh: `${number} 不包括本街道`, en: `${number} does not cover this street` }
    : undefined;
}
