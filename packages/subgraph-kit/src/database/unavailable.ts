/** Error classes of PostgreSQL (SQLSTATE) and codes of Node that mean: no database to talk to, now. */
const SQLSTATE = /^(08|57P0[123]|53300)/;
const SYSTEM = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
]);

interface Failure {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly driverError?: unknown;
  readonly errors?: unknown;
}

/** True if an error says that the database cannot be reached, as opposed to a fault in a statement. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message, driverError, errors } = error as Failure;
  if (typeof code === 'string' && (SQLSTATE.test(code) || SYSTEM.has(code))) return true;
  if (
    /Connection terminated|not queryable|query runner (was )?already released|Query read timeout|timeout exceeded when trying to connect|Driver not Connected/i.test(
      String(message),
    )
  )
    return true;
  if (Array.isArray(errors)) return errors.some(isDatabaseUnavailable);
  return driverError !== undefined && driverError !== error && isDatabaseUnavailable(driverError);
}

/**
 * True if an error says that all connections of the pool were in use, which is another thing than a server that does not
 * answer: `pg` says so by its words only.
 */
export const isPoolExhausted = (error: unknown): boolean =>
  error instanceof Error && error.message === 'timeout exceeded when trying to connect';
