import type { ApolloServerPlugin } from '@apollo/server';
import { REQUEST_ERROR_CODES } from '@mtg/service-kit';
import { OperationTypeNode, type FormattedExecutionResult } from 'graphql';
import type { SubgraphContext } from '../context/context';
import type { OperationDatabase } from './operation-database';

/** The context of an operation with its share of the database. */
export interface SharedContext extends SubgraphContext {
  readonly share: OperationDatabase;
}

/**
 * Tells an operation's share whether it is a command, and has queries wait until they may be executed. An operation that needed too many statements is refused as a whole:
 * an answer with holes in it would pass for a whole one.
 */
export const sharePlugin: ApolloServerPlugin<SharedContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, contextValue: { share } }) => {
      // Commands have a queue of their own.
      if (operation?.operation === OperationTypeNode.MUTATION) share.startCommand();
      else await share.admit();
    },
    willSendResponse: async ({ operation, response, contextValue: { share }, logger, operationName }) => {
      share.end();
      if (!share.exceeded || response.body.kind !== 'single') return;
      logger.warn(`operation ${operationName ?? '(unnamed)'} needs more than ${share.statements} statements`);
      if (operation?.operation === OperationTypeNode.QUERY) refuseWhole(response.body.singleResult);
    },
  }),
};

/** Leaves of an answer only the refusal, said once. */
function refuseWhole(result: { data?: unknown; errors?: FormattedExecutionResult['errors'] }): void {
  const refusal = result.errors?.find(
    ({ extensions }) => extensions?.['code'] === REQUEST_ERROR_CODES.QUERY_TOO_LARGE.code,
  );
  if (!refusal) return;
  const { message, extensions = {} } = refusal;
  result.data = null;
  result.errors = [{ message, extensions }];
}
