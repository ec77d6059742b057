import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from '../logging/logger';
import { excessOf } from './excess';
import { sentenceOfRequest } from '../errors/request-sentences';
import { withoutValues } from '../errors/quoted-values';
import { ERROR_CODES, REQUEST_ERROR_CODES, type ErrorCode } from '../errors/codes';

/** Extensions that may leave the service. SQL, stacks, hosts and paths occur in others, hence a list of the allowed. */
const PUBLIC_EXTENSIONS = [
  'code',
  'street',
  'streets',
  'subgraph',
  'rule',
  'sentence',
  'field',
  'argument',
  'requestId',
  'missing',
  'currentVersion',
  'cost',
  'limit',
  'firstThatFits',
  'retryAfterSeconds',
] as const;

/**
 * The last step before an answer leaves: errors that were written for the client pass with their public extensions;
 * anything else is logged whole and replaced by a sentence.
 *
 * @param recognize turns a known technical failure (a lost database, say) into what the client may know of it
 */
export function createErrorMask(
  logger: Logger,
  recognize: (original: unknown) => GraphQLError | undefined = () => undefined,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const original = unwrapResolverError(error);
    const recognized = recognize(original);
    if (recognized) {
      logger.warn({ err: original }, recognized.message);
      return {
        ...located(formatted),
        message: recognized.message,
        extensions: publicExtensions(recognized.extensions),
      };
    }
    const code = formatted.extensions?.['code'];
    const known = publicCode(code);
    if (known) {
      const excess = REQUEST_CODES.has(code) ? excessOf(formatted.message) : undefined;
      if (excess) return { ...located(formatted), ...excess };
      return {
        ...located(formatted),
        message:
          sentenceOfRequest(formatted.message, error) ??
          bilingual(withoutValues(formatted.message, error), known),
        extensions: publicExtensions(formatted.extensions),
      };
    }
    logger.error({ err: original }, 'unexpected error in an operation');
    const { zh, en } = ERROR_CODES.INTERNAL_SERVER_ERROR;
    return { ...located(formatted), message: `${zh} · ${en}`, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
  };
}

const PUBLIC_CODES = new Map<unknown, ErrorCode>(
  [...Object.values(ERROR_CODES), ...Object.values(REQUEST_ERROR_CODES)]
    .filter(({ code }) => code !== ERROR_CODES.INTERNAL_SERVER_ERROR.code)
    .map((each) => [each.code, each]),
);

/** Codes of errors that concern a document before it is executed. */
const REQUEST_CODES = new Set<unknown>([
  REQUEST_ERROR_CODES.GRAPHQL_PARSE_FAILED.code,
  REQUEST_ERROR_CODES.GRAPHQL_VALIDATION_FAILED.code,
]);

const publicCode = (code: unknown): ErrorCode | undefined => PUBLIC_CODES.get(code);

/** Our own messages are Chinese first; those of the GraphQL server are English only. */
const bilingual = (message: string, { zh }: ErrorCode): string =>
  /\p{Script=Han}/u.test(message) ? message : `${zh} · ${message}`;

const located = ({ path, locations }: GraphQLFormattedError) => ({
  ...(locations && { locations }),
  ...(path && { path }),
});

/** The extensions that may leave; everything else is dropped. */
export function publicExtensions(
  extensions: Readonly<Record<string, unknown>> | undefined,
): Record<string, unknown> {
  return Object.fromEntries(
    PUBLIC_EXTENSIONS.filter((key) => extensions?.[key] !== undefined).map((key) => [key, extensions?.[key]]),
  );
}
