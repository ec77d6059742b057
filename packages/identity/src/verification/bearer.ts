import { LONGEST_TOKEN, TokenRefused } from './token-problem';

const BEARER = /^Bearer +([\w.-]+)$/i;

/**
 * The token of an `Authorization` header.
 *
 * @returns undefined when there is no header: a request without a token
 * @throws TokenRefused when the header is something else, or too long
 */
export function bearerToken(authorization: string | undefined): string | undefined {
  if (authorization === undefined) return undefined;
  const token = BEARER.exec(authorization.trim())?.[1];
  if (token === undefined) throw new TokenRefused('scheme');
  if (token.length > LONGEST_TOKEN) throw new TokenRefused('too-long');
  return token;
}
