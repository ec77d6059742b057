import type { Refusal } from '../refusal';
import { shownCode } from './shown-code';

/**
 * Statistical division codes (National Bureau of Statistics, 2023): six digits for a district, nine for a street,
 * twelve for a community. Each begins with the code of what it belongs to. ASCII digits only.
 */

/** 门头沟区. */
const DISTRICT_DIVISION_CODE = '110109';

/** Reason to refuse a street's code. */
export type StreetCodeRefusal = Refusal<'NOT_NINE_DIGITS' | 'NOT_IN_DISTRICT'>;

/** Reason to refuse a community's code. */
export type CommunityCodeRefusal = Refusal<'NOT_TWELVE_DIGITS' | 'NOT_IN_STREET'>;

/** True if a twelve-digit community code lies in the street with this nine-digit code. False for any other form. */
export function communityBelongsTo(communityCode: string, streetDivisionCode: string): boolean {
  return (
    hasDigits(streetDivisionCode, 9) &&
    hasDigits(communityCode, 12) &&
    communityCode.startsWith(streetDivisionCode)
  );
}

/**
 * Checks the code of a street.
 *
 * @returns the refusal, or `undefined` for nine digits that begin with the district's code
 */
export function checkStreetDivisionCode(code: string): StreetCodeRefusal | undefined {
  if (!hasDigits(code, 9)) {
    return {
      reason: 'NOT_NINE_DIGITS',
      message: {
        zh: `街道代码“${shownCode(code)}”不是9位数字。请按国家统计局区划代码填写，例如 ${DISTRICT_DIVISION_CODE}001。`,
        en: `Street code “${shownCode(code)}” is not nine digits. Use the statistical division code, such as ${DISTRICT_DIVISION_CODE}001.`,
      },
    };
  }
  if (!code.startsWith(DISTRICT_DIVISION_CODE)) {
    return {
      reason: 'NOT_IN_DISTRICT',
      message: {
        zh: `街道代码“${shownCode(code)}”不属于门头沟区，须以 ${DISTRICT_DIVISION_CODE} 开头。`,
        en: `Street code “${shownCode(code)}” is outside Mentougou District. It must begin with ${DISTRICT_DIVISION_CODE}.`,
      },
    };
  }
  return undefined;
}

/**
 * Checks the code of a community that is to be registered in a street.
 *
 * @param streetDivisionCode the street's nine digits
 * @returns the refusal, or `undefined` for twelve digits that begin with the street's code
 * @throws RangeError when `streetDivisionCode` is not nine digits: the caller's mistake, not the community's
 */
export function checkCommunityCode(
  communityCode: string,
  streetDivisionCode: string,
): CommunityCodeRefusal | undefined {
  if (!hasDigits(streetDivisionCode, 9)) {
    throw new RangeError(`A street's division code has nine digits, not “${streetDivisionCode}”`);
  }
  if (!hasDigits(communityCode, 12)) {
    return {
      reason: 'NOT_TWELVE_DIGITS',
      message: {
        zh: `社区代码“${shownCode(communityCode)}”不是12位数字。请按国家统计局区划代码填写，前9位应为 ${streetDivisionCode}。`,
        en: `Community code “${shownCode(communityCode)}” is not twelve digits. Use the statistical division code; its first nine should be ${streetDivisionCode}.`,
      },
    };
  }
  if (!communityBelongsTo(communityCode, streetDivisionCode)) {
    const found = communityCode.slice(0, 9);
    return {
      reason: 'NOT_IN_STREET',
      message: {
        zh: `社区代码“${shownCode(communityCode)}”的前9位是 ${found}，应为本街道的 ${streetDivisionCode}。请登记到它所属的街道，或更正代码。`,
        en: `Community code “${shownCode(communityCode)}” begins with ${found}, but this street’s codes begin with ${streetDivisionCode}. Register it in its own street, or correct the code.`,
      },
    };
  }
  return undefined;
}

function hasDigits(code: string, count: number): boolean {
  return code.length === count && /^[0-9]+$/u.test(code);
}
