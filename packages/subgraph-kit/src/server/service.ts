import type { Actor } from '@mtg/access';
import { systemClock, type Clock } from '@mtg/governance';
import {
  createErrorMask,
  createHttpServer,
  listen,
  mountGraphQL,
  mountHealth,
  mountRefusedRoute,
  type Logger,
  type RequestContext,
  type RunningService,
} from '@mtg/service-kit';
import type { AttachedFiles } from '@mtg/storage';
import type { DataSource } from 'typeorm';
import { recognizeDatabaseError } from '../database/recognize';
import { StorageProbe } from '../database/storage-probe';
import type { Holder } from '../fair-share/lane';
import { sharePlugin, type SharedContext } from '../fair-share/share-plugin';
import { limitsFor, shareDatabase } from '../fair-share/shared-database';
import { buildFederatedSchema } from '../schema/federated-schema';
import type { SubgraphDefinition, TaskSettings } from './definition';
import { RequestLoaders } from '../context/loaders';
import { askOwnSchema } from './own-schema';
import { subgraphReadiness } from './readiness';
import { isPlausible, refusalsPlugin, refusedTokenPlugin } from './refusals-plugin';
import { representationsPlugin } from './representations-plugin';
import { createSubgraphApollo } from './subgraph-apollo';
import { startTasks } from './tasks';

/** A subgraph that listens. */
export interface ServedSubgraph extends RunningService {
  /** e.g. `http://127.0.0.1:4001` */
  readonly address: string;
}

/** Services for authenticating the caller and telling the time. */
export interface Callers {
  /**
   * The actor of an `Authorization` header; undefined without one.
   *
   * @throws PublicError UNAUTHENTICATED for a token that is not valid
   */
  readonly authenticate: (authorization: string | undefined) => Promise<Actor | undefined>;
  /** The system's, unless a test has its own. */
  readonly clock?: Clock;
  /** GraphQL URL of the district's subgraph; none for the district itself. */
  readonly districtUrl?: string | undefined;
  /** Milliseconds that the gateway waits for an answer; 5000 by default. */
  readonly timeoutMs?: number;
  /** True if the token issuer can be reached. If omitted, readiness does not include it. */
  readonly issuerAnswers?: () => Promise<boolean>;
  /** Settings of the subgraph's own tasks. Without them, no task runs. */
  readonly taskSettings?: TaskSettings;
  /** Where attached files are; without it none can be attached. */
  readonly files?: AttachedFiles | undefined;
  /** True if clients may query the schema (default false). */
  readonly introspection?: boolean;
}

/** Owner of the data of the district's subgraph, where a street's has its code. */
export const DISTRICT_OWNER = 'DISTRICT';

const DEFAULT_TIMEOUT_MS = 5000;

/** All requests without a token share what one client may have. */
const ANONYMOUS = 'anonymous';

/** Serves a subgraph over a database that is connected, migrated and loaded. */
export async function serveSubgraph(
  definition: SubgraphDefinition,
  database: DataSource,
  logger: Logger,
  at: { readonly host: string; readonly port: number },
  callers: Callers,
): Promise<ServedSubgraph> {
  const { authenticate, clock = systemClock, districtUrl, taskSettings, introspection = false } = callers;
  const { schema } = buildFederatedSchema(definition);
  const storage = new StorageProbe(database);
  const share = shareDatabase(database, definition, limitsFor(callers.timeoutMs ?? DEFAULT_TIMEOUT_MS));
  const { recordRefused } = definition;
  const owner = definition.street ?? DISTRICT_OWNER;
  const apollo = createSubgraphApollo<SharedContext>({
    schema,
    logger,
    introspection,
    formatError: createErrorMask(logger, (error) => {
      const recognized = recognizeDatabaseError(error, definition);
      if (recognized?.extensions['code'] === 'STORAGE_FULL') storage.noteFull();
      return recognized;
    }),
    plugins: [refusedTokenPlugin, representationsPlugin, sharePlugin],
    lastPlugins: recordRefused ? [refusalsPlugin(recordRefused)] : [],
  });
  await apollo.start();

  const app = createHttpServer(logger, { longBodies: definition.longBodies });
  const whoIs = (authorization: string | undefined) =>
    authenticate(authorization).then(
      (actor) => ({ actor }),
      (refusedToken: unknown) => ({ actor: undefined, refusedToken: refusedToken as Error }),
    );
  const contextOf = async (request: RequestContext): Promise<SharedContext> => {
    const caller = await whoIs(request.authorization);
    const holder: Holder = { owner: caller.actor?.subject ?? ANONYMOUS, request };
    const own = share(holder, request.signal, request.timeLeftMs);
    const context: SharedContext = {
      ...request,
      ...caller,
      database: own.database,
      loaders: new RequestLoaders(),
      clock,
      owner,
      districtUrl,
      share: own,
    };
    return { ...context, ...(await definition.extendContext?.(context)) };
  };
  mountGraphQL(app, apollo, contextOf);
  definition.routes?.(app, {
    ask: askOwnSchema(apollo, contextOf),
    callerOf: (request) => authenticate(request.headers.authorization),
    database,
    clock,
    owner,
    districtUrl,
    files: callers.files,
  });
  if (recordRefused) {
    mountRefusedRoute(app, async (refused, { requestId, authorization }) => {
      if (!isPlausible(refused, schema)) return;
      const { actor } = await whoIs(authorization);
      await recordRefused({ database, requestId, actor, clock, owner }, refused);
    });
  }
  mountHealth(app, subgraphReadiness(database, storage, callers.issuerAnswers, definition.furtherParts));
  const address = await listen(app, at);
  const stopTasks = startTasks(taskSettings ? (definition.tasks?.(taskSettings) ?? []) : [], {
    database,
    clock,
    owner,
    logger,
  });
  return {
    address,
    stop: async () => {
      await app.close();
      await stopTasks();
      await apollo.stop();
      if (database.isInitialized) await database.destroy();
    },
  };
}
