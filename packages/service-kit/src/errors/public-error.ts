import { GraphQLError } from 'graphql';
import type { ErrorCodeName } from './codes';

/**
 * An error whose message is meant for the client, as opposed to everything else that is thrown, which the client
 * sees as INTERNAL_SERVER_ERROR. `refuse` makes it: the constructor is for subclasses only.
 */
export class PublicError extends GraphQLError {
  protected constructor(
    code: ErrorCodeName,
    message: string,
    extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(message, { extensions: { ...extensions, code } });
  }
}
