import type { ClaimProblem } from '@mtg/access';
import { PublicError } from '@mtg/service-kit';

/** Characters. Ample for a token with claims like ours; what is longer is not looked at. */
export const LONGEST_TOKEN = 8192;

/** What can be wrong with a token, as far as its sender may know. */
const PROBLEMS = {
  scheme: ['须为 Authorization: Bearer <令牌>', 'it must be Authorization: Bearer <token>'],
  'too-long': [
    `超过 ${LONGEST_TOKEN} 个字符，请让签发者去掉本平台不用的声明`,
    `it is longer than ${LONGEST_TOKEN} characters; have its issuer leave out claims that this platform does not use`,
  ],
  malformed: ['不是可接受的 JWT', 'it is not a JWT of an accepted kind'],
  signature: [
    '签名不对，或不是由本平台认可的密钥签发',
    'its signature is wrong, or of a key that is not accepted',
  ],
  issuer: ['签发者（iss）不对', 'its issuer (iss) is not the one accepted'],
  audience: ['受众（aud）不对', 'its audience (aud) is not this platform'],
  expired: ['已过期', 'it has expired'],
  'not-yet-valid': ['尚未生效', 'it is not valid yet'],
  claims: ['缺少必有的声明，或声明的写法不对', 'claims that it needs are missing or not well-formed'],
} as const;

export type TokenProblem = keyof typeof PROBLEMS;

/** The token is wrong, and stays so: another one is needed. */
export class TokenRefused extends PublicError {
  constructor(
    readonly problem: TokenProblem,
    claims: readonly ClaimProblem[] = [],
  ) {
    const [zh, en] = PROBLEMS[problem];
    const chinese = [zh, ...claims.map(({ message }) => message.zh)].join('；');
    const english = [en, ...claims.map(({ message }) => message.en)].join('; ');
    super('UNAUTHENTICATED', `令牌被拒绝：${chinese} · The token is refused: ${english}`, {
      http: { status: 401 },
    });
  }
}

/** Nothing is known about the token, since the keys to verify it with cannot be fetched now. */
export class IdentityUnavailable extends PublicError {
  constructor() {
    super(
      'IDENTITY_UNAVAILABLE',
      '暂时取不到签名公钥，无法核验令牌，请稍后再试 · The keys to verify tokens with cannot be fetched now; try again later',
      { http: { status: 503 } },
    );
  }
}
