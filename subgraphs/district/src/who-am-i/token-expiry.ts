/**
 * The time at which a verified token expires.
 *
 * @param authorization header with the token, whose signature has been checked
 */
export function expiryOf(authorization: string | undefined): Date | null {
  const [, payload] = authorization?.split('.') ?? [];
  if (payload === undefined) return null;
  const claims: { readonly exp?: unknown } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  return typeof claims.exp === 'number' ? new Date(claims.exp * 1000) : null;
}
