import type { ClaimProblem } from '@mtg/access';
import { PublicError } from '@mtg/service-kit';

/** Characters. Ample for a token with claims like ours; what is longer is not looked at. */
export const LONGEST_TOKEN = 8192;

/** Problems of a token, as far as its sender may know. */
const PROBLEMS = {
  scheme: ['请求头须写作 Authorization: Bearer <令牌>', 'the header must be Authorization: Bearer <token>'],
  'too-long': [
    `超过 ${LONGEST_TOKEN} 个字符，请让签发者去掉本平台不用的声明`,
    `it is longer than ${LONGEST_TOKEN} characters. Have its issuer omit claims that this platform does not use`,
  ],
  malformed: ['不是本平台接受的 JWT', 'it is not a JWT that this platform accepts'],
  signature: ['签名有误，或签名密钥不受本平台认可', 'its signature is wrong, or its key is not accepted'],
  issuer: ['签发者（iss）不是本平台认可的签发者', 'its issuer (iss) is not accepted here'],
  audience: ['受众（aud）不是本平台', 'its audience (aud) is not this platform'],
  expired: ['已过期', 'it has expired'],
  'not-yet-valid': ['尚未生效', 'it is not valid yet'],
  claims: ['缺少必需的声明，或声明格式有误', 'required claims are missing or malformed'],
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
    super('UNAUTHENTICATED', `令牌无效：${chinese} · The token was refused: ${english}`, {
      http: { status: 401 },
    });
  }
}

/** Nothing is known about the token, since the keys to verify it with cannot be fetched now. */
export class IdentityUnavailable extends PublicError {
  constructor() {
    super(
      'IDENTITY_UNAVAILABLE',
      '暂时取不到签名公钥，无法核验令牌，请稍后再试 · Tokens cannot be verified because their issuer’s keys are unavailable. Retry later',
      { http: { status: 503 } },
    );
  }
}
