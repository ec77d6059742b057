import type { ApolloServerPlugin } from '@apollo/server';
import { refusedCommands, type Logger } from '@mtg/service-kit';
import type { GatewayContext } from './context';
import type { SubgraphTransport } from './subgraph/transport';

/** A client waits for it, so that what it was refused is on record; longer than for a street's turn, but not for one that is down. */
const LONGEST_REPORT_MS = 5000;

/**
 * Tells a street of its commands that were refused here and never came to it, so that they are on its record like those
 * that it refuses itself. To be listed last: others word the refusal.
 *
 * @param transports by the subgraph's name, which is the name of its namespace too
 */
export const refusalsPlugin = (
  transports: ReadonlyMap<string, Pick<SubgraphTransport, 'report'>>,
  logger: Logger,
): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => {
    let executed = false;
    return {
      executionDidStart: async () => {
        executed = true;
      },
      willSendResponse: async (request) => {
        if (executed) return;
        const { requestId, authorization } = request.contextValue;
        const headers = {
          'content-type': 'application/json',
          'x-request-id': requestId,
          ...(authorization !== undefined && { authorization }),
        };
        const reports = [...refusedCommands(request)].map(async ([namespace, refused]) => {
          const limit = AbortSignal.timeout(LONGEST_REPORT_MS);
          await transports.get(namespace)?.report(JSON.stringify(refused), headers, limit);
        });
        for (const each of await Promise.allSettled(reports)) {
          if (each.status === 'rejected')
            logger.warn({ requestId, err: each.reason as unknown }, 'a refused command is not on record');
        }
      },
    };
  },
});
