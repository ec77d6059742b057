import { TokenRefused } from './token-problem';

/** Ample for a token with claims like ours; what is longer is not looked at. */
const LONGEST_TOKEN = 8192;

const BEARER = /^Bearer +([\w.-]+)$/i;

/**
 * The token of an `Authorization` header.
 *
 * @returns undefined when there is no header: somebody without a token
 * @throws TokenRefused when the header is something else, or too long
 */
export function bearerToken(authorization: string | undefined): string | undefined {
  if (authorization === undefined) return undefined;
  if (authorization.length > LONGEST_TOKEN) throw new TokenRefused('malformed');
  const token = BEARER.exec(authorization.trim())?.[1];
  if (token === undefined) throw new TokenRefused('scheme');
  return token;
}
